"""Conditions and amounts written as SQL, as they are read: true, false, or NULL where it is not known.

AND, OR and NOT of SQL have the three values of the rules already. What several parts share gets a name
and is worked out once.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from types import MappingProxyType
from typing import Any, Final, Protocol

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    String,
    and_,
    case,
    column,
    false,
    not_,
    or_,
    true,
    type_coerce,
)

from db.law_in_sql import amounts_in_sql as amounts
from db.law_in_sql.amounts_in_sql import Span, Truth
from db.law_in_sql.named import Named
from domain.regulation.expressions import (
    All,
    Always,
    Amount,
    AmountByReading,
    AmountFact,
    AnyOf,
    AtLeast,
    ByReading,
    Choose,
    Condition,
    Constant,
    Least,
    Legal,
    Not,
    OneOf,
    Scaled,
    StillPossible,
    Sum,
    Total,
    TruthFact,
    Worded,
)
from domain.regulation.parameter import Value
from domain.regulation.trees import children, walk

Letters = Mapping[str, Mapping[str, ColumnElement[bool]]]
"""For readings that come as columns: for each letter whether it is the one of the row."""


NONE_HELD: Final[Letters] = MappingProxyType({})


class Totals(Protocol):
    """Where the totals over items are worked out."""

    def total(self, total: Total) -> Span:
        """The columns that hold a total."""


def shared_in(roots: Iterable[Any]) -> Counter[int]:
    """How many times each part of some trees is asked for; a part that is shared counts its askers."""
    asked: Counter[int] = Counter()
    seen: dict[int, Any] = {}
    for root in roots:
        asked[id(root)] += 1
        for part in walk(root):
            if id(part) not in seen:
                seen[id(part)] = part
                asked.update(id(inner) for inner in children(part))
    return asked


class PlainWriter:
    """Writes conditions and amounts over the columns of one table, named by the keys of the facts."""

    def __init__(
        self,
        named: Named,
        asked: Counter[int],
        values: Mapping[str, Value | None],
        totals: Totals | None = None,
        letters: Letters = NONE_HELD,
    ) -> None:
        self.named, self.asked = named, asked
        self.letters = letters
        self._values, self._totals = values, totals
        self._truths: dict[int, Truth] = {}
        self._spans: dict[int, Span] = {}
        self._kept: list[Any] = []  # so that no id is used twice

    def truth(self, condition: Condition) -> Truth:
        """The column or expression that says whether a condition holds."""
        if id(condition) not in self._truths:
            self._kept.append(condition)
            found = self._truth(condition)
            self._truths[id(condition)] = self.named.put(found) if self.asked[id(condition)] > 1 else found
        return self._truths[id(condition)]

    def column_of(self, condition: Condition) -> Truth:
        """The same, always as a column that can be read many times."""
        found = self._truths[id(condition)] = self.named.put(self.truth(condition))
        return found

    def _truth(self, condition: Condition) -> Truth:
        match condition:
            case TruthFact():
                return column(condition.key, Boolean())
            case OneOf():
                return _one_of(condition)
            case All():
                return and_(*map(self.truth, condition.parts))
            case AnyOf():
                return or_(*map(self.truth, condition.parts))
            case Not():
                return type_coerce(not_(self.truth(condition.part)), Boolean)
            case StillPossible():
                return _met_or_open(self.truth(condition.part))
            case AtLeast():
                return amounts.reaches(self.span(condition.left), self.span(condition.right))
            case Worded():
                return self.truth(condition.part)
            case Always():
                return true()
            case ByReading():
                return self._by_reading(condition)
        raise TypeError(f"no SQL for {type(condition).__name__}")

    def _by_reading(self, condition: ByReading) -> Truth:
        name, branches = condition.interpretation.id, condition.readings
        if name not in self.letters:
            return self.truth(dict(branches)[condition.interpretation.in_use])
        return by_letter(self.letters[name], {letter: self.truth(branch) for letter, branch in branches})

    def span(self, amount: Amount) -> Span:
        """The columns or expressions for the least and the most of an amount."""
        if id(amount) not in self._spans:
            self._kept.append(amount)
            found = self._span(amount)
            self._spans[id(amount)] = self._as_columns(found) if self.asked[id(amount)] > 1 else found
        return self._spans[id(amount)]

    def columns_of(self, amount: Amount) -> Span:
        """The same, always as columns that can be read many times."""
        found = self._spans[id(amount)] = self._as_columns(self.span(amount))
        return found

    def _as_columns(self, span: Span) -> Span:
        low = span.low if isinstance(span.low, int) else self.named.put(span.low)
        high = span.high if span.high is None or isinstance(span.high, int) else self.named.put(span.high)
        return Span(low, high, span.top)

    def _span(self, amount: Amount) -> Span:
        match amount:
            case AmountFact():
                return amounts.told(column(amount.key, BigInteger()), amount.unit)
            case Constant():
                return amounts.exactly(amount.value)
            case Legal():
                value = self._values.get(amount.parameter.key)
                return amounts.exactly(value) if isinstance(value, int) else amounts.OPEN
            case Sum():
                return amounts.added([self.span(part) for part in amount.parts])
            case Scaled():
                return amounts.scaled(*map(self.span, (amount.amount, amount.numerator, amount.denominator)))
            case Choose():
                parts = self.columns_of(amount.then), self.columns_of(amount.otherwise)
                return amounts.chosen(self.column_of(amount.condition), *parts)
            case Least():
                return amounts.smallest([self.span(part) for part in amount.parts])
            case Total():
                return self._totals.total(amount) if self._totals else amounts.exactly(0)
            case AmountByReading():
                return self._amount_by_reading(amount)
        raise TypeError(f"no SQL for {type(amount).__name__}")

    def _amount_by_reading(self, amount: AmountByReading) -> Span:
        name = amount.interpretation.id
        if name not in self.letters:
            return self.span(dict(amount.readings)[amount.interpretation.in_use])
        return span_by_letter(
            self.letters[name], {letter: self.span(branch) for letter, branch in amount.readings}
        )


def by_letter(letters: Mapping[str, ColumnElement[bool]], branches: Mapping[str, Truth]) -> Truth:
    """The branch of the row's own letter."""
    return type_coerce(case(*((letters[letter], branch) for letter, branch in branches.items())), Boolean)


def span_by_letter(letters: Mapping[str, ColumnElement[bool]], branches: Mapping[str, Span]) -> Span:
    """The same for an amount."""
    top = max(span.top for span in branches.values())

    def of(bound: Callable[[Span], Any]) -> Any:
        return amounts.number_by_letter([(letters[letter], bound(span)) for letter, span in branches.items()])

    return Span(of(lambda span: span.low), of(lambda span: span.high), top)


def _one_of(condition: OneOf) -> Truth:
    """Yes for the named values, no for the other ones; what the rules do not name is not known."""
    told, every = column(condition.fact.key, String()), set(map(str, condition.fact.choices))
    yes = sorted(condition.values - condition.open_at)
    no = sorted(every - condition.values - condition.open_at)
    whens = [(told.in_(values), answer) for values, answer in ((yes, true()), (no, false())) if values]
    return type_coerce(case(*whens), Boolean) if whens else amounts.not_known()


def _met_or_open(found: Truth) -> Truth:
    return type_coerce(case((found, true())), Boolean)
