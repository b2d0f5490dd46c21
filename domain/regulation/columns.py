"""The same rules over many applicants at once: facts as columns, outcomes as columns.

Truth is an int8 column of 0, 1, 2 (not met, not known, met), an amount two int64 columns, the least and
the most. It answers what one-at-a-time evaluation answers, row by row.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.regulation.case import Case, Facts
from domain.regulation.expressions import (
    All,
    Always,
    Amount,
    AmountByReading,
    AmountFact,
    AnyOf,
    AtLeast,
    ByReading,
    ChoiceFact,
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
from domain.regulation.fact import Fact
from domain.regulation.parameter import Value
from domain.regulation.trees import facts_in
from domain.regulation.truth import UNBOUNDED

# An item of unknown amount inside a sum: no sum of known amounts comes near, and 2^8 of these fit.
OPEN_AMOUNT = 1 << 54
Truths = NDArray[np.int8]
Whole = NDArray[np.int64]
Bounds = tuple[Any, Any]  # columns, or plain numbers that hold for every row
BLOCK = 1 << 14  # rows worked at a time, so that the columns of a few expressions stay in the cache


@dataclass(frozen=True, slots=True)
class Table:
    """Facts of many applicants: `truths` by key, `choices` by key as codes (-1 unknown), `amounts` by
    key as (least, most). `items` holds the facts of all their items, those of row i at
    `starts[i]:starts[i + 1]`.
    """

    size: int
    truths: Mapping[str, Truths]
    choices: Mapping[str, Truths]
    amounts: Mapping[str, tuple[Whole, Whole]]
    items: "Table | None" = None
    starts: Whole | None = None

    def rows(self, first: int, last: int) -> "Table":
        """The rows from `first` up to `last`, without copying."""
        items, starts = None, None
        if self.items is not None and self.starts is not None:
            starts = self.starts[first : last + 1]
            items = self.items.rows(int(starts[0]), int(starts[-1]))
            starts = starts - starts[0]
        return Table(
            last - first,
            {key: column[first:last] for key, column in self.truths.items()},
            {key: column[first:last] for key, column in self.choices.items()},
            {key: _cut(bounds, first, last) for key, bounds in self.amounts.items()},
            items,
            starts,
        )


def _cut(bounds: tuple[Whole, Whole], first: int, last: int) -> tuple[Whole, Whole]:
    low, high = bounds
    if low is high:  # wholly known: one column stands for both bounds
        low = low[first:last]
        return low, low
    return low[first:last], high[first:last]


def table_of(cases: Sequence[Case], conditions: Sequence[Condition | Amount]) -> Table:
    """The facts of cases that some conditions ask for, as columns."""
    asked = dict.fromkeys(fact for condition in conditions for fact in facts_in(condition))
    starts = np.cumsum([0, *(len(case.items) for case in cases)], dtype=np.int64)
    items = [item.facts for case in cases for item in case.items]
    of_items = _columns(items, [fact for fact in asked if fact.of_item])
    whole = _columns([case.facts for case in cases], [fact for fact in asked if not fact.of_item])
    return Table(len(cases), *whole, Table(len(items), *of_items), starts)


def _columns(
    rows: Sequence[Facts], facts: Sequence[Fact]
) -> tuple[dict[str, Truths], dict[str, Truths], dict[str, tuple[Whole, Whole]]]:
    truths: dict[str, Truths] = {}
    choices: dict[str, Truths] = {}
    amounts: dict[str, tuple[Whole, Whole]] = {}
    for fact in facts:
        told = [row.get(fact.key) for row in rows]
        if isinstance(fact, TruthFact):
            truths[fact.key] = np.array([1 if v is None else 2 * bool(v) for v in told], np.int8)
        elif isinstance(fact, AmountFact):
            amounts[fact.key] = (
                np.array([0 if v is None else v for v in told], np.int64),
                np.array([UNBOUNDED if v is None else v for v in told], np.int64),
            )
        else:
            order = {str(choice): code for code, choice in enumerate(fact.choices)}  # type: ignore[attr-defined]
            choices[fact.key] = np.array([-1 if v is None else order[str(v)] for v in told], np.int8)
    return truths, choices, amounts


@dataclass(slots=True)
class Columns:
    """Evaluates expressions over one table; parts that several rules share are worked out once."""

    table: Table
    values: Mapping[str, Value | None]
    _truths: dict[int, Any] = field(default_factory=dict)
    _bounds: dict[int, Bounds] = field(default_factory=dict)
    _items: "Columns | None" = None

    def truth(self, condition: Condition) -> Truths:
        """The outcome of a condition for every row."""
        found = self._truths.get(id(condition))
        if found is None:
            found = self._truths[id(condition)] = self._truth(condition)
        return found  # type: ignore[no-any-return]

    def bounds(self, amount: Amount) -> Bounds:
        """The least and the most that an amount can be for every row."""
        found = self._bounds.get(id(amount))
        if found is None:
            found = self._bounds[id(amount)] = self._interval(amount)
        return found

    def _truth(self, condition: Condition) -> Any:
        match condition:
            case TruthFact():
                return self.table.truths[condition.key]
            case OneOf():
                return self._one_of(condition)
            case All() | AnyOf():
                joined = np.minimum if isinstance(condition, All) else np.maximum
                found = self.truth(condition.parts[0])
                for part in condition.parts[1:]:
                    found = joined(found, self.truth(part))
                return found
            case Not():
                return np.int8(2) - self.truth(condition.part)
            case StillPossible():
                return np.maximum(self.truth(condition.part), np.int8(1))
            case AtLeast():
                return self._at_least(condition)
            case Worded():
                return self.truth(condition.part)
            case Always():
                return np.full(self.table.size, 2, np.int8)
            case ByReading():
                return self.truth(dict(condition.readings)[condition.interpretation.in_use])
        raise TypeError(f"no columns for {type(condition).__name__}")

    def _one_of(self, condition: OneOf) -> Truths:
        codes = self.table.choices[condition.fact.key]
        found = _any_of(codes, condition.fact, condition.values)
        undecided = codes < 0
        if condition.open_at:
            undecided |= _any_of(codes, condition.fact, condition.open_at)
        truths: Truths = _twice(found) | undecided.view(np.int8)
        return truths

    def _at_least(self, condition: AtLeast) -> Any:
        low, high = self.bounds(condition.left)
        other_low, other_high = self.bounds(condition.right)
        surely = np.asarray(low >= other_high).view(np.int8)
        if low is high and other_low is other_high:
            return _twice(surely)
        return surely + np.asarray(high >= other_low).view(np.int8)

    def _interval(self, amount: Amount) -> Bounds:
        match amount:
            case AmountFact():
                return self.table.amounts[amount.key]
            case Constant():
                return _same(amount.value)
            case Legal():
                value = self.values.get(amount.parameter.key)
                if isinstance(value, int):
                    return _same(value)
                return np.int64(0), np.int64(UNBOUNDED)
            case Sum():
                return self._sum(amount)
            case Scaled():
                return self._scaled(amount)
            case Choose():
                return self._choose(amount)
            case Least():
                lows, highs = zip(*map(self.bounds, amount.parts), strict=True)
                return _smallest(lows), _smallest(highs)
            case Total():
                return self._total(amount)
            case AmountByReading():
                return self.bounds(dict(amount.readings)[amount.interpretation.in_use])
        raise TypeError(f"no columns for {type(amount).__name__}")

    def _sum(self, amount: Sum) -> Bounds:
        low, high = self.bounds(amount.parts[0])
        for part in amount.parts[1:]:
            more, most = self.bounds(part)
            if low is high and more is most:
                low = high = low + more
            else:
                low, high = low + more, np.minimum(high + most, UNBOUNDED)
        return low, high

    def _scaled(self, amount: Scaled) -> Bounds:
        low, high = self.bounds(amount.amount)
        top_low, top_high = self.bounds(amount.numerator)
        bottom_low, bottom_high = self.bounds(amount.denominator)
        if _is_one_number(top_low, top_high) and _is_one_number(bottom_low, bottom_high) and bottom_low:
            least = _divided(low * top_low, bottom_low)
            if low is high:
                return least, least
            # Where the amount is open the product runs over; it is not used there.
            return least, np.where(high >= UNBOUNDED, UNBOUNDED, _divided(high * top_low, bottom_low))
        bounded = (0 < bottom_high) & (bottom_high < UNBOUNDED)
        least = np.where(bounded, low * top_low // np.maximum(bottom_high, 1), 0)
        open_ended = (high >= UNBOUNDED) | (top_high >= UNBOUNDED) | (bottom_low == 0)
        most = np.multiply(high, top_high, dtype=np.int64) // np.maximum(bottom_low, 1)
        return least, np.where(open_ended, UNBOUNDED, most)

    def _choose(self, amount: Choose) -> Bounds:
        found = self.truth(amount.condition)
        low, high = self.bounds(amount.then)
        other_low, other_high = self.bounds(amount.otherwise)
        least = _chosen(found, low, other_low, np.minimum)
        return least, _chosen(found, high, other_high, np.maximum)

    def _total(self, amount: Total) -> Bounds:
        if self.table.items is None or self.table.starts is None:
            return np.zeros(self.table.size, np.int64), np.zeros(self.table.size, np.int64)
        if self._items is None:
            self._items = Columns(self.table.items, self.values)
        counted = self._items.truth(amount.where)
        low, high = self._items.bounds(amount.amount)
        least = per_row(np.where(counted == 2, low, 0), self.table.starts)
        most = per_row(np.where(counted > 0, np.minimum(high, OPEN_AMOUNT), 0), self.table.starts)
        return least, np.where(most >= OPEN_AMOUNT, UNBOUNDED, most)


def _any_of(codes: Truths, fact: ChoiceFact, values: frozenset[str]) -> Any:
    """Whether a choice is one of the values, for every row."""
    among = [code for code, choice in enumerate(fact.choices) if str(choice) in values]
    found = codes == among[0] if among else np.zeros(codes.shape, np.bool_)
    for code in among[1:]:
        found |= codes == code
    return found


def _same(value: Any) -> Bounds:
    return value, value


def _is_one_number(low: Any, high: Any) -> bool:
    """Whether an amount is one known number, the same for every row."""
    return isinstance(low, int) and isinstance(high, int) and low == high


def _twice(found: Any) -> Any:
    """Yes and no as the truth values 2 and 0."""
    return np.left_shift(found.view(np.int8), 1)


def _divided(amount: Any, by: int) -> Any:
    return amount if by == 1 else amount // by


def _chosen(found: Any, then: Any, otherwise: Any, outer: Any) -> Any:
    """One bound of a choice: `then` or `otherwise`, and the outer of the two while it is open."""
    if isinstance(otherwise, int) and (isinstance(then, int) or otherwise == 0):
        # One of the two is the smaller in every row, so an open choice goes with that one.
        with_then = (
            (then > otherwise) is (outer is np.maximum) if isinstance(then, int) else outer is np.maximum
        )
        return np.where(found > 0 if with_then else found == 2, then, otherwise)
    return np.where(found == 2, then, np.where(found == 0, otherwise, outer(then, otherwise)))


def _smallest(parts: Sequence[Any]) -> Any:
    found = parts[0]
    for part in parts[1:]:
        found = np.minimum(found, part)
    return found


def per_row(of_items: Any, starts: Whole) -> Whole:
    """The sums of a column of items over the items of each row."""
    # The running sum may run over; its differences are right all the same.
    running = np.zeros(len(of_items) + 1, np.int64)
    np.cumsum(of_items, out=running[1:])
    return np.diff(running[starts])


def truths_of(
    conditions: Sequence[Condition], table: Table, values: Mapping[str, Value | None]
) -> NDArray[np.int8]:
    """The outcome of every condition for every row: an int8 array of shape (conditions, rows)."""
    found = np.empty((len(conditions), table.size), np.int8)
    for first in range(0, table.size, BLOCK):
        last = min(first + BLOCK, table.size)
        block = Columns(table.rows(first, last), values)
        for place, condition in enumerate(conditions):
            found[place, first:last] = block.truth(condition)
    return found


def joint_truths(conditions: Sequence[Condition], table: Table, values: Mapping[str, Value | None]) -> Truths:
    """Whether all conditions together hold, for every row."""
    found = np.empty(table.size, np.int8)
    together = All(tuple(conditions))
    for first in range(0, table.size, BLOCK):
        last = min(first + BLOCK, table.size)
        found[first:last] = Columns(table.rows(first, last), values).truth(together)
    return found
