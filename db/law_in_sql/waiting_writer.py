"""Whether an undecided condition waits for more than the technical team's opinion, as explain.py tells it."""

from typing import Any

from sqlalchemy import and_, false, func, not_, or_, true

from db.law_in_sql.amounts_in_sql import Truth, below
from db.law_in_sql.item_totals import ItemTotals
from db.law_in_sql.plain_writer import PlainWriter
from db.law_in_sql.whole_numbers import whole
from domain.regulation.expressions import (
    All,
    Amount,
    AmountFact,
    AnyOf,
    AtLeast,
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
from domain.regulation.trees import facts_in


def _any_of(*parts: Truth | bool) -> Truth | bool:
    if any(part is True for part in parts):
        return True
    left = [part for part in parts if not isinstance(part, bool)]
    return or_(*left) if left else False


def _both(one: Truth | bool, other: Truth | bool) -> Truth | bool:
    if one is False or other is False:
        return False
    if one is True:
        return other
    return one if other is True else and_(one, other)


class WaitingWriter:
    """Writes whether facts are still open within undecided conditions."""

    def __init__(self, plain: PlainWriter, totals: ItemTotals | None, opinions: bool) -> None:
        self._plain, self._totals, self._opinions = plain, totals, opinions
        self._items = WaitingWriter(totals.writer, None, opinions) if totals else None
        self._known: dict[int, Truth | bool] = {}

    def open_in(self, part: Any) -> Truth | bool:
        """Whether a fact within a condition or an amount is open and could still change it."""
        if id(part) not in self._known:
            found = self._in(part)
            self._known[id(part)] = found if isinstance(found, bool) else self._plain.named.put(found)
        return self._known[id(part)]

    def _in(self, part: Any) -> Truth | bool:
        if isinstance(part, StillPossible):
            return self.open_in(part.part)
        if isinstance(part, Condition):
            return _both(self._plain.column_of(part).is_(None), self._in_condition(part))
        return _both(self._is_open(part), self._in_amount(part))

    def _in_condition(self, condition: Condition) -> Truth | bool:
        match condition:
            case TruthFact():
                return self._opinions or not condition.is_judgement
            case OneOf():
                return self._opinions or not condition.fact.is_judgement
            case AtLeast():
                return _any_of(self.open_in(condition.left), self.open_in(condition.right))
            case Not() | Worded():
                return self.open_in(condition.part)
            case All() | AnyOf():
                return _any_of(*map(self.open_in, condition.parts))
        return False

    def _is_open(self, amount: Amount) -> Truth | bool:
        span = self._plain.columns_of(amount)
        if span.high is None:
            return True
        if isinstance(span.low, int) and isinstance(span.high, int):
            return span.low != span.high
        high = whole(span.high)
        return or_(high.is_(None), func.coalesce(high != whole(span.low), false()))

    def _in_amount(self, amount: Amount) -> Truth | bool:
        match amount:
            case AmountFact():
                return self._opinions or not amount.is_judgement
            case Legal():
                return True
            case Scaled():
                return _any_of(*map(self.open_in, (amount.amount, amount.numerator, amount.denominator)))
            case Sum():
                return _any_of(*map(self.open_in, amount.parts))
            case Least():
                return self._in_least(amount)
            case Choose():
                return self._in_choice(amount)
            case Total():
                return self._in_total(amount)
            case Constant():
                return False
        raise TypeError(f"cannot tell what {type(amount).__name__} waits for")

    def _in_least(self, least: Least) -> Truth | bool:
        high = self._plain.columns_of(least).high
        found = []
        for part in least.parts:
            matters = True if high is None else below(self._plain.columns_of(part).low, high)
            if not isinstance(matters, bool):
                matters = func.coalesce(matters, true())
            found.append(_both(matters, self.open_in(part)))
        return _any_of(*found)

    def _in_choice(self, choice: Choose) -> Truth | bool:
        found = self._plain.column_of(choice.condition)
        return _any_of(
            self.open_in(choice.condition),
            _both(func.coalesce(found, true()), self.open_in(choice.then)),
            _both(func.coalesce(not_(found), true()), self.open_in(choice.otherwise)),
        )

    def _in_total(self, total: Total) -> Truth | bool:
        if self._totals is None or self._items is None:
            return False
        within = _any_of(self._items.open_in(total.where), self._items.open_in(total.amount))
        counts = func.coalesce(self._totals.writer.column_of(total.where), true())
        holds = _both(counts, within)
        return False if isinstance(holds, bool) else self._totals.holds_for_some(holds)


def waits_for_facts(
    condition: Condition, plain: PlainWriter, any_open: WaitingWriter, fact_open: WaitingWriter
) -> Truth | bool:
    """Whether a condition is undecided and waits for more than an opinion."""
    undecided = plain.column_of(condition).is_(None)
    if not any(fact.is_judgement for fact in facts_in(condition)):
        return undecided
    nothing_open = any_open.open_in(condition)
    nothing_open = not nothing_open if isinstance(nothing_open, bool) else not_(nothing_open)
    if isinstance(condition, TruthFact):
        return False
    return _both(undecided, _any_of(nothing_open, fact_open.open_in(condition)))
