"""Whole numbers without a NULL in them: one that nothing known bounds is OPEN or more."""

import operator
from abc import ABC, abstractmethod
from collections.abc import Collection, Mapping
from typing import Any, Final, NamedTuple

from sqlalchemy import (
    BigInteger,
    Case,
    Cast,
    ColumnClause,
    ColumnElement,
    Null,
    TypeCoerce,
    case,
    column,
    literal_column,
)
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import BinaryExpression, BindParameter, Grouping
from sqlalchemy.sql.functions import Function

from db.law_in_sql.planes import Added, Bit, as_column, bit_of, every, is_set, some
from db.law_in_sql.whole_numbers import FAR, Code, HowMany, Larger, Quotient, Smaller, whole

OPEN: Final = 1 << 60
"""From here on a number stands for one that nothing known bounds; every other amount stays below."""
_MANY: Final = 6  # so many of them added up still fit 64 bits
COMPARED: Final = {operator.ge, operator.gt, operator.lt, operator.le, operator.eq, operator.ne}


class Number(NamedTuple):
    """A whole number without NULL: how many times OPEN it can be at most, and whether that means NULL."""

    value: Any
    opens: int
    null: bool


class NullFreeNumbers(ABC):
    """Writes named expressions again, the numbers among them without NULL."""

    def __init__(
        self,
        named: Mapping[str, ColumnElement[Any]],
        codes: Mapping[str, Mapping[str, int]],
        closed: Collection[str],
    ) -> None:
        self.named: dict[str, ColumnElement[Any]] = {}
        self._before, self._codes, self._closed = named, codes, closed
        self._numbers: dict[str, Number] = {}

    @abstractmethod
    def bit(self, truth: Any, possibly: bool) -> Bit:
        """Whether a truth certainly holds, or whether it possibly does."""

    def number(self, number: Any) -> Number:
        """A whole number as one that is never NULL."""
        if isinstance(number, ColumnClause) and number.is_literal:
            return _constant(int(number.name))
        if isinstance(number, ColumnClause):
            return self._column_number(number)
        if isinstance(number, Null):
            return Number(OPEN, 1, True)
        if isinstance(number, BindParameter):
            return _constant(int(number.value or 0))
        if isinstance(number, Cast | TypeCoerce):
            return self.number(number.clause)
        if isinstance(number, Grouping):
            return self.number(number.element)
        if isinstance(number, Case):
            return self._case_number(number)
        if isinstance(number, Code):
            (truth,) = number.clauses
            return Number(Added(*(as_column(self.bit(truth, at)) for at in (False, True))), 0, False)
        if isinstance(number, HowMany):
            counted = [as_column(self.bit(truth, False)) for truth in number.clauses]
            return Number(Added(*counted) if counted else 0, 0, False)
        if isinstance(number, Smaller | Larger):
            return self._outer(number)
        if isinstance(number, Function) and number.name in ("coalesce", "nullif"):
            return self._far_or_null(number)
        value, opened = self._worked_out(number)
        if not opened:
            return Number(value, self._opens(number), bool(self._opens(number)))
        return Number(case(*((test, whole(OPEN)) for test in opened), else_=value), 1, True)

    def _column_number(self, told: ColumnClause[Any]) -> Number:
        if told.name not in self._numbers:
            if told.name not in self._before:
                can_be_open = isinstance(told.type, BigInteger) and told.name not in self._closed
                self._numbers[told.name] = Number(told, int(can_be_open), can_be_open)
            else:
                found = self.number(self._before[told.name])
                self._numbers[told.name] = found._replace(value=self._named(told.name, found.value))
        return self._numbers[told.name]

    def _opens(self, number: Any) -> int:
        if isinstance(number, BinaryExpression) and number.operator is operators.add:
            return self.number(number.left).opens + self.number(number.right).opens
        return 0

    def _worked_out(self, number: Any) -> tuple[Any, list[Any]]:
        """A sum, product or quotient, and when it is without a bound."""
        if isinstance(number, Cast | TypeCoerce):
            return self._worked_out(number.clause)
        if isinstance(number, Grouping):
            return self._worked_out(number.element)
        if isinstance(number, Quotient):
            above, below = number.clauses
            value, opened = self._part(above)
            nothing = isinstance(below, Function)  # by nothing where it is zero
            by, more = self._part(next(iter(below.clauses)) if nothing else below)
            more = [*more, by == whole(0)] if nothing else more
            return Quotient(value, whole(by)), [*opened, *more]
        if isinstance(number, BinaryExpression):
            how = number.operator
            if how is operators.mul:
                (one, opened), (two, more) = self._part(number.left), self._part(number.right)
                return whole(one) * whole(two), [*opened, *more]
            if how is operators.add:
                one, two = (self.number(part) for part in (number.left, number.right))
                if one.opens + two.opens > _MANY:
                    one, two = (self._bounded(part) for part in (one, two))
                return whole(one.value) + whole(two.value), []
        raise TypeError(f"no number without NULL for {type(number).__name__}")

    def _part(self, number: Any) -> tuple[Any, list[Any]]:
        inner = number
        while isinstance(inner, Grouping | Cast | TypeCoerce):
            inner = inner.element if isinstance(inner, Grouping) else inner.clause
        product = isinstance(inner, BinaryExpression) and inner.operator is operators.mul
        if product or isinstance(inner, Quotient):
            return self._worked_out(inner)
        found = self.number(inner)
        value = self._kept(found.value)
        return value, [value >= whole(OPEN)] if found.null else []

    def _bounded(self, number: Number) -> Number:
        value = self._kept(number.value)
        return Number(
            case((value >= whole(OPEN), whole(OPEN)), else_=value), min(number.opens, 1), number.null
        )

    def _case_number(self, choice: Case[Any]) -> Number:
        left, numbers = [], []
        otherwise = Number(OPEN, 1, True) if choice.else_ is None else None
        for when, then in choice.whens:
            holds = self.bit(when, False)
            if isinstance(holds, int) and not holds:
                continue
            numbers.append(self.number(then))
            if isinstance(holds, int):
                otherwise = numbers[-1]
                break
            left.append((is_set(holds), whole(numbers[-1].value)))
        else:
            otherwise = otherwise or self.number(choice.else_)
            numbers.append(otherwise)
        opens, is_null = max(one.opens for one in numbers), any(one.null for one in numbers)
        return Number(case(*left, else_=whole(otherwise.value)) if left else otherwise.value, opens, is_null)

    def _outer(self, number: Any) -> Number:
        one, two = (self.number(part) for part in number.clauses)
        least = isinstance(number, Smaller)
        opens = min(one.opens, two.opens) if least else max(one.opens, two.opens)
        for this, that in ((one, two), (two, one)):
            if isinstance(this.value, int) and this.value >= OPEN:
                return that if least else this
        if isinstance(one.value, int) and isinstance(two.value, int):
            return Number((min if least else max)(one.value, two.value), opens, False)
        left, right = (whole(self._kept(part.value)) for part in (one, two))
        return Number(case((left <= right if least else left >= right, left), else_=right), opens, False)

    def _far_or_null(self, number: Function[Any]) -> Number:
        first, second = number.clauses
        found, instead = self.number(first), self.number(second)
        if number.name == "nullif":
            if instead.value != OPEN:
                raise TypeError("only what is far becomes NULL again")
            return found._replace(null=found.opens > 0)
        if not found.null or instead.value == OPEN:
            return found._replace(null=False)
        value = self._kept(found.value)
        if isinstance(value, int):
            return instead
        return Number(case((value >= whole(OPEN), whole(instead.value)), else_=value), 0, False)

    def _order(self, how: Any, left: Number, right: Number, possibly: bool) -> Bit:
        if isinstance(left.value, int) and isinstance(right.value, int):
            found: Bit = int(how(left.value, right.value))
        else:
            left, right = self._once(left), self._once(right)
            found = bit_of(how(*(_operand(one) for one in (left, right))))
        # An unknown number is the larger one of the two: it is asked for where that alone would decide.
        larger = {operator.ge: (left,), operator.gt: (left,), operator.lt: (right,), operator.le: (right,)}
        decides = larger.get(how, (left, right))
        if not possibly:
            return every([found, *(bit_of(one.value < whole(OPEN)) for one in decides if one.null)])
        others = [one for one in (left, right) if one not in decides] or decides
        return some([found, *(bit_of(one.value >= whole(OPEN)) for one in others if one.null)])

    def _once(self, number: Number) -> Number:
        """A number that is compared: with one value only for OPEN, where it can be several."""
        if number.opens > 1 and not number.null:
            value = self._kept(number.value)
            return Number(case((value >= whole(OPEN), whole(OPEN)), else_=value), 1, False)
        return number._replace(value=self._kept(number.value)) if number.null else number

    def _named(self, name: str, value: Any) -> Any:
        if isinstance(value, int | ColumnClause):
            return value
        self.named[name] = value
        return column(name, value.type)

    def _kept(self, value: Any) -> Any:
        """A value that is read more than once, by a name of its own."""
        return self._named(f"x_{len(self.named)}", value)


def _constant(value: int) -> Number:
    return Number(OPEN, 1, False) if value == FAR else Number(value, 0, False)


def _operand(number: Number) -> Any:
    if not isinstance(number.value, int):
        return number.value
    return literal_column(str(number.value))


def whole_of(number: Number) -> ColumnElement[int]:
    """A number that can stand in a statement by itself."""
    return whole(number.value)
