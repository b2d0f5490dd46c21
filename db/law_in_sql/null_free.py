"""The same expressions without a NULL in them, for engines that are slow with NULL (DuckDB).

Every truth becomes two bits, whether it certainly holds and whether it possibly holds; every whole number
that can be NULL becomes OPEN or more there. Only what is asked for in the end is written.
"""

from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    Case,
    Cast,
    ColumnClause,
    ColumnElement,
    False_,
    Null,
    SmallInteger,
    String,
    True_,
    TypeCoerce,
    UnaryExpression,
    case,
    cast,
    column,
    literal_column,
    null,
    type_coerce,
)
from sqlalchemy.sql import operators
from sqlalchemy.sql.elements import AsBoolean, BinaryExpression, BooleanClauseList, Grouping
from sqlalchemy.sql.functions import Function
from sqlalchemy.types import NullType

from db.law_in_sql.null_free_numbers import COMPARED, OPEN, NullFreeNumbers, whole_of
from db.law_in_sql.planes import (
    Bit,
    as_column,
    bit_of,
    every,
    is_set,
    opposite,
    other,
    some,
    three_valued,
)
from db.law_in_sql.whole_numbers import whole


class NullFree(NullFreeNumbers):
    """Writes named expressions again, each as the columns that are asked for."""

    def __init__(
        self,
        named: Mapping[str, ColumnElement[Any]],
        codes: Mapping[str, Mapping[str, int]],
        closed: Collection[str],
    ) -> None:
        super().__init__(named, codes, closed)
        self._bits: dict[tuple[str, bool], Bit] = {}
        self._known: dict[str, bool] = {}

    # ---- what stands in the end --------------------------------------------------------------

    def told(self, wanted: ColumnElement[Any]) -> ColumnElement[Any]:
        """What is wanted, as it is told to whoever asked: with NULL again."""
        if isinstance(wanted.type, NullType):
            return wanted  # a key
        if isinstance(wanted.type, Boolean):
            certainly = self.bit(wanted, False)
            return three_valued(certainly, certainly if self.is_known(wanted) else self.bit(wanted, True))
        if isinstance(wanted.type, String):
            return self._text(wanted)
        number = self.number(wanted)
        if not number.null:
            return whole_of(number)
        if isinstance(number.value, int):
            return cast(null(), BigInteger)
        value = self._kept(number.value)
        return type_coerce(case((value < whole(OPEN), value)), BigInteger)

    def _text(self, wanted: Any) -> ColumnElement[str]:
        inner = wanted.clause if isinstance(wanted, TypeCoerce) else wanted
        if not isinstance(inner, Case):
            return inner
        whens = [(is_set(as_column(self.bit(when, False))), then) for when, then in inner.whens]
        return type_coerce(case(*whens, else_=inner.else_), String)

    # ---- truths ------------------------------------------------------------------------------

    def bit(self, truth: Any, possibly: bool) -> Bit:
        """Whether a truth certainly holds, or whether it possibly does."""
        if isinstance(truth, ColumnClause):
            return self._column_bit(truth, possibly)
        if isinstance(truth, True_ | False_ | Null):
            return int(possibly) if isinstance(truth, Null) else int(isinstance(truth, True_))
        if isinstance(truth, AsBoolean):
            found = truth.operator is operators.is_true
            return self.bit(truth.element, possibly) if found else self._not(truth.element, possibly)
        if isinstance(truth, Cast | TypeCoerce):
            return self.bit(truth.clause, possibly)
        if isinstance(truth, Grouping):
            return self.bit(truth.element, possibly)
        if isinstance(truth, UnaryExpression):
            return self._not(truth.element, possibly)
        if isinstance(truth, BooleanClauseList):
            joined = every if truth.operator is operators.and_ else some
            return joined([self.bit(part, possibly) for part in truth.clauses])
        if isinstance(truth, Case):
            return self._case_bit(truth, possibly)
        if isinstance(truth, BinaryExpression):
            return self._compared(truth, possibly)
        if isinstance(truth, Function) and truth.name == "coalesce":
            first, instead = truth.clauses
            return self.bit(first, isinstance(instead, True_))
        raise TypeError(f"no bits for {type(truth).__name__}")

    def _not(self, truth: Any, possibly: bool) -> Bit:
        return opposite(self.bit(truth, not possibly))

    def _column_bit(self, told: ColumnClause[Any], possibly: bool) -> Bit:
        if possibly and self.is_known(told):
            return self._column_bit(told, False)
        key = (told.name, possibly)
        if key not in self._bits:
            found = (
                self.bit(self._before[told.name], possibly)
                if told.name in self._before
                else self._leaf(told, possibly)
            )
            self._bits[key] = self._named(f"{told.name}_{'p' if possibly else 't'}", found)
        return self._bits[key]

    def _leaf(self, told: ColumnClause[Any], possibly: bool) -> Bit:
        if not possibly:
            return bit_of(told.is_not_distinct_from(literal_column("true")))
        return some([self._column_bit(told, False), bit_of(told.is_(None))])

    def _case_bit(self, choice: Case[Any], possibly: bool) -> Bit:
        found: Bit = int(possibly) if choice.else_ is None else self.bit(choice.else_, possibly)
        for when, then in reversed(choice.whens):
            holds, then_bit = self.bit(when, False), self.bit(then, possibly)
            found = some([every([holds, then_bit]), every([opposite(holds), found])])
        return found

    def _compared(self, truth: BinaryExpression[Any], possibly: bool) -> Bit:
        how, left, right = truth.operator, truth.left, truth.right
        if how in (operators.is_, operators.is_not):
            found = self._is_null(left)
            return found if how is operators.is_ else opposite(found)
        if how is operators.is_distinct_from:
            return some([other(self.bit(left, at), self.bit(right, at)) for at in (False, True)])
        if how is operators.in_op:
            codes = self._codes[left.name]
            places = sorted(codes[value] for value in right.value if value in codes)
            told = column(left.name, SmallInteger())
            return some(bit_of(told == literal_column(str(place))) for place in places)
        if how in COMPARED:
            return self._order(how, self.number(left), self.number(right), possibly)
        raise TypeError(f"no bits for {how.__name__}")

    def _is_null(self, told: Any) -> Bit:
        if isinstance(told.type, Boolean):
            return 0 if self.is_known(told) else other(self.bit(told, False), self.bit(told, True))
        number = self.number(told)
        return bit_of(number.value >= whole(OPEN)) if number.null else 0

    def is_known(self, truth: Any) -> bool:
        """Whether a truth is never NULL."""
        if isinstance(truth, ColumnClause):
            if truth.name not in self._known:
                before = self._before.get(truth.name)
                self._known[truth.name] = before is not None and self.is_known(before)
            return self._known[truth.name]
        if isinstance(truth, Cast | TypeCoerce):
            return self.is_known(truth.clause)
        if isinstance(truth, AsBoolean | Grouping | UnaryExpression):
            return self.is_known(truth.element)
        if isinstance(truth, BooleanClauseList):
            return all(map(self.is_known, truth.clauses))
        if isinstance(truth, Case):
            return truth.else_ is not None and all(
                map(self.is_known, [truth.else_, *(then for _, then in truth.whens)])
            )
        if isinstance(truth, BinaryExpression):
            if truth.operator in COMPARED:
                return not (self.number(truth.left).null or self.number(truth.right).null)
            return truth.operator is not operators.in_op
        return isinstance(truth, True_ | False_ | Function)
