"""Whether any combination of readings gives another verdict, for many applicants at once.

The rows where none can are told from columns of sets (as possible.py does for one applicant); the few rows
left are decided exactly, one at a time.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import reduce
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from domain.regulation.case import Case, Facts, FactValue
from domain.regulation.columns import BLOCK, OPEN_AMOUNT, Columns, Table, per_row
from domain.regulation.combinations import OtherReadings
from domain.regulation.diagrams import OpenReadings
from domain.regulation.expressions import (
    All,
    Amount,
    AmountByReading,
    AmountFact,
    AnyOf,
    AtLeast,
    ByReading,
    Choose,
    Condition,
    Least,
    Not,
    Scaled,
    StillPossible,
    Sum,
    Total,
    TruthFact,
    Worded,
)
from domain.regulation.fact import Fact
from domain.regulation.law_in_force import KindRules
from domain.regulation.parameter import Value
from domain.regulation.possible import LOWER, ONE_TRUTH, OPPOSITE_SET, STILL_SET, UPPER
from domain.regulation.trees import facts_in
from domain.regulation.truth import UNBOUNDED

Sets = NDArray[np.uint8]
Spans = tuple[Any, Any, Any, Any]
"""The least and the most of the lower bound, then of the upper bound: columns, or plain numbers."""

_LOWER, _UPPER, _OPPOSITE, _STILL = (
    np.array(table, np.uint8) for table in (LOWER, UPPER, OPPOSITE_SET, STILL_SET)
)
_ALONE: Final = np.array([1, 2, 4], np.uint8)


def verdicts_in_doubt(
    rules: KindRules, table: Table, values: Mapping[str, Value | None]
) -> NDArray[np.bool_]:
    """For every row whether some combination of the open readings gives another verdict (yes, no, open)."""
    found = np.zeros(table.size, np.bool_)
    conditions = rules.in_doubt.readings.conditions[: rules.deciding]
    facts = tuple(dict.fromkeys(fact for one in conditions for fact in facts_in(one)))
    for first in range(0, table.size, BLOCK):
        last = min(first + BLOCK, table.size)
        block = table.rows(first, last)
        plain = Columns(block, values)
        verdicts = _SetColumns(plain, rules.in_doubt.readings).joint(All(conditions))
        in_doubt = np.broadcast_to(~np.isin(verdicts, [*ONE_TRUTH]), block.size)
        if not in_doubt.any():
            continue
        alone = _turned_by_one(rules, plain)
        found[first:last] = in_doubt & alone
        for row in np.flatnonzero(in_doubt & ~alone):
            case = case_of_row(block, int(row), facts, values)
            worked_out = rules.evaluated.work_out(case, False)
            found[first + row] = OtherReadings(rules, case, worked_out).change_the_verdict
    return found


def _turned_by_one(rules: KindRules, plain: Columns) -> NDArray[np.bool_]:
    """For every row whether one other reading by itself gives another verdict: most of those in doubt."""
    in_use = np.array([plain.truth(read.condition) for read in rules.rules[: rules.deciding]])
    verdict, found = in_use.min(axis=0), np.zeros(plain.table.size, np.bool_)
    for other in rules.alternatives:
        changed = {place: condition for place, condition in other.changed if place < rules.deciding}
        if changed:
            kept = np.delete(in_use, list(changed), axis=0).min(axis=0, initial=2)
            truths = [kept, *(plain.truth(condition) for condition in changed.values())]
            found |= reduce(np.minimum, truths) != verdict
    return found


def case_of_row(table: Table, row: int, facts: Sequence[Fact], values: Mapping[str, Value | None]) -> Case:
    """One row of a table as a case, with the facts that are named."""
    items: list[Facts] = []
    if table.items is not None and table.starts is not None:
        things = range(int(table.starts[row]), int(table.starts[row + 1]))
        of_item = [fact for fact in facts if fact.of_item]
        items = [_row(table.items, thing, of_item) for thing in things]
    return Case(_row(table, row, [fact for fact in facts if not fact.of_item]), items, values)


def _row(table: Table, row: int, facts: Sequence[Fact]) -> dict[str, FactValue]:
    told: dict[str, FactValue] = {}
    for fact in facts:
        if isinstance(fact, TruthFact):
            told[fact.key] = (False, None, True)[int(table.truths[fact.key][row])]
        elif isinstance(fact, AmountFact):
            low, high = (int(bound[row]) for bound in table.amounts[fact.key])
            told[fact.key] = low if low == high else None
        else:
            code = int(table.choices[fact.key][row])
            told[fact.key] = None if code < 0 else str(list(fact.choices)[code])  # type: ignore[attr-defined]
    return told


@dataclass(slots=True)
class _SetColumns:
    """Sets of truths and spans of amounts over one table; parts that several rules share come once."""

    plain: Columns
    readings: OpenReadings
    _known: dict[int, Any] = field(default_factory=dict)
    _items: "_SetColumns | None" = None

    def sets(self, condition: Condition) -> Any:
        if id(condition) not in self._known:
            self._known[id(condition)] = self._sets(condition)
        return self._known[id(condition)]

    def joint(self, joint: All | AnyOf) -> Any:
        table = _LOWER if isinstance(joint, All) else _UPPER
        found = self.sets(joint.parts[0])
        for part in joint.parts[1:]:
            found = table[(found << 3) | self.sets(part)]
        return found

    def _sets(self, condition: Condition) -> Any:
        if not self.readings.turns(condition):
            return _ALONE[self.plain.truth(condition)]
        match condition:
            case All() | AnyOf():
                return self.joint(condition)
            case Not():
                return _OPPOSITE[self.sets(condition.part)]
            case StillPossible():
                return _STILL[self.sets(condition.part)]
            case Worded():
                return self.sets(condition.part)
            case AtLeast():
                return self._at_least(condition)
            case ByReading():
                return reduce(np.bitwise_or, [self.sets(branch) for _, branch in condition.readings])
        raise TypeError(f"no readings within {type(condition).__name__}")

    def _at_least(self, condition: AtLeast) -> Any:
        a, b, c, d = self.spans(condition.left)
        e, f, g, h = self.spans(condition.right)
        met, not_met, open_still = b >= g, c < f, (a < h) & (d >= e)
        return (4 * met + not_met + 2 * open_still).astype(np.uint8)

    def spans(self, amount: Amount) -> Spans:
        if id(amount) not in self._known:
            self._known[id(amount)] = self._spans(amount)
        return self._known[id(amount)]  # type: ignore[no-any-return]

    def _spans(self, amount: Amount) -> Spans:
        if not self.readings.turns(amount):
            low, high = self.plain.bounds(amount)
            return low, low, high, high
        match amount:
            case Sum():
                a, b, c, d = map(sum, zip(*map(self.spans, amount.parts), strict=True))
                return a, b, np.minimum(c, UNBOUNDED), np.minimum(d, UNBOUNDED)
            case Least():
                columns = zip(*map(self.spans, amount.parts), strict=True)
                a, b, c, d = (np.minimum.reduce(np.broadcast_arrays(*column)) for column in columns)
                return a, b, c, d
            case Scaled():
                return self._scaled(amount)
            case Choose():
                return self._choose(amount)
            case Total():
                return self._total(amount)
            case AmountByReading():
                return self._by_reading(amount)
        raise TypeError(f"no readings within {type(amount).__name__}")

    def _scaled(self, amount: Scaled) -> Spans:
        a, b, c, d = self.spans(amount.amount)
        e, f, g, h = self.spans(amount.numerator)
        i, j, k, m = self.spans(amount.denominator)
        return _low(a, e, m), _low(b, f, k), _high(c, g, j), _high(d, h, i)

    def _choose(self, amount: Choose) -> Spans:
        found = self.sets(amount.condition)
        a, b, c, d = self.spans(amount.then)
        e, f, g, h = self.spans(amount.otherwise)
        yes, no, either = found & 4 > 0, found & 1 > 0, found & 2 > 0
        far, none = UNBOUNDED, 0
        return (
            np.minimum(np.where(yes | either, a, far), np.where(no | either, e, far)),
            _outermost(np.maximum, (yes, b, none), (no, f, none), (either, np.minimum(b, f), none)),
            _outermost(np.minimum, (yes, c, far), (no, g, far), (either, np.maximum(c, g), far)),
            np.maximum(np.where(yes | either, d, none), np.where(no | either, h, none)),
        )

    def _total(self, amount: Total) -> Spans:
        table = self.plain.table
        if table.items is None or table.starts is None:
            return 0, 0, 0, 0
        if self._items is None:
            self._items = _SetColumns(Columns(table.items, self.plain.values), self.readings)
        items = self._items
        found, starts = items.sets(amount.where), table.starts
        low, _, _, high = items.spans(amount.amount)
        high, most = np.minimum(high, OPEN_AMOUNT), OPEN_AMOUNT
        a, b = (per_row(np.where(kept, low, 0), starts) for kept in (found == 4, found & 4 > 0))
        c, d = (per_row(np.where(kept, high, 0), starts) for kept in (found & 1 == 0, found & 6 > 0))
        return a, b, np.where(c >= most, UNBOUNDED, c), np.where(d >= most, UNBOUNDED, d)

    def _by_reading(self, amount: AmountByReading) -> Spans:
        columns = zip(*(self.spans(branch) for _, branch in amount.readings), strict=True)
        outer = (np.minimum, np.maximum, np.minimum, np.maximum)
        a, b, c, d = (
            of.reduce(np.broadcast_arrays(*column)) for of, column in zip(outer, columns, strict=True)
        )
        return a, b, c, d


def _low(part: Any, top: Any, bottom: Any) -> Any:
    bounded = (0 < bottom) & (bottom < UNBOUNDED)
    return np.where(bounded, part * np.int64(top) // np.maximum(bottom, 1), 0)


def _high(part: Any, top: Any, bottom: Any) -> Any:
    # Where a side is open the product runs over; it is not used there.
    open_ended = (part >= UNBOUNDED) | (top >= UNBOUNDED) | (bottom == 0)
    product = np.multiply(part, top, dtype=np.int64)
    return np.where(open_ended, UNBOUNDED, product // np.maximum(bottom, 1))


def _outermost(outer: Any, *parts: tuple[Any, Any, int]) -> Any:
    return outer.reduce(np.broadcast_arrays(*(np.where(holds, value, none) for holds, value, none in parts)))
