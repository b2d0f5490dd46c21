"""What some combination of the open readings can make of a condition, as plain yes and no.

Four questions for a condition: can it come out below met, not met, above not met, met? For an amount, the
least and the most of each of its two bounds. Exact where no two parts of the condition turn on one reading;
tied_readings.py names those that have to come as columns for that. Elsewhere never a no too many.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from enum import Enum, auto
from functools import reduce
from typing import NamedTuple

from sqlalchemy import Boolean, and_, case, false, func, not_, or_, true

from db.law_in_sql import amounts_in_sql as amounts
from db.law_in_sql.amounts_in_sql import Span, Truth, at_least, below
from db.law_in_sql.item_totals import ItemTotals
from db.law_in_sql.plain_writer import PlainWriter, by_letter
from db.law_in_sql.whole_numbers import FAR, Number, as_whole, larger, not_far, or_else, smaller, whole
from domain.regulation.expressions import (
    All,
    Amount,
    AmountByReading,
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
    Worded,
)


class Can(Enum):
    """Where a condition can come out."""

    BELOW_MET = auto()
    NOT_MET = auto()
    ABOVE_NOT_MET = auto()
    MET = auto()


_OPPOSITE = {
    Can.BELOW_MET: Can.ABOVE_NOT_MET,
    Can.NOT_MET: Can.MET,
    Can.ABOVE_NOT_MET: Can.BELOW_MET,
    Can.MET: Can.NOT_MET,
}
_DOWN = (Can.BELOW_MET, Can.NOT_MET)


class Four(NamedTuple):
    """The least and the most of the lower bound (a, b), then of the upper bound (c, d; None is open)."""

    a: Number
    b: Number
    c: Number | None
    d: Number | None
    top: int

    @property
    def outer(self) -> Span:
        """From the least to the most of all."""
        return Span(self.a, self.d, self.top)

    @property
    def inner(self) -> Span:
        """From the most of the lower bound to the least of the upper one."""
        return Span(self.b, self.c, self.top)


def is_possible(found: Truth, can: Can) -> Truth:
    """The same question for a truth that no open reading touches."""
    if_open = false() if can in (Can.MET, Can.NOT_MET) else true()
    known = found if can in (Can.MET, Can.ABOVE_NOT_MET) else not_(found)
    return func.coalesce(known, if_open, type_=Boolean)


class PossibleWriter:
    """Writes the questions for conditions, beside the plain writer of the same table."""

    def __init__(
        self,
        plain: PlainWriter,
        asked: Counter[int],
        turns: Callable[[object], bool],
        totals: ItemTotals | None = None,
    ) -> None:
        self._plain, self._asked, self._turns, self._totals = plain, asked, turns, totals
        self._items = PossibleWriter(totals.writer, asked, turns) if totals else None
        self._known: dict[tuple[int, Can], Truth] = {}
        self._fours: dict[int, Four] = {}

    def can(self, condition: Condition, can: Can) -> Truth:
        """Whether a condition can come out so under some combination."""
        key = (id(condition), can)
        if key not in self._known:
            found = self._can(condition, can)
            shared = self._asked[id(condition)] > 1
            self._known[key] = self._plain.named.put(found) if shared else found
        return self._known[key]

    def column_that(self, condition: Condition, can: Can) -> Truth:
        """The same, always as a column that can be read many times."""
        found = self._known[id(condition), can] = self._plain.named.put(self.can(condition, can))
        return found

    def _can(self, condition: Condition, can: Can) -> Truth:
        if not self._turns(condition):
            return is_possible(self._plain.column_of(condition), can)
        match condition:
            case All() | AnyOf():
                one_is_enough = (can in _DOWN) is isinstance(condition, All)
                joined = or_ if one_is_enough else and_
                return joined(*(self.can(part, can) for part in condition.parts))
            case Not():
                return self.can(condition.part, _OPPOSITE[can])
            case StillPossible():
                if can is Can.NOT_MET:
                    return false()
                return true() if can is Can.ABOVE_NOT_MET else self.can(condition.part, can)
            case Worded():
                return self.can(condition.part, can)
            case AtLeast():
                return _compared(self.four(condition.left), self.four(condition.right), can)
            case ByReading():
                return self._by_reading(condition, can)
        raise TypeError(f"no readings within {type(condition).__name__}")

    def _by_reading(self, condition: ByReading, can: Can) -> Truth:
        branches = {letter: self.can(branch, can) for letter, branch in condition.readings}
        letters = self._plain.letters.get(condition.interpretation.id)
        return by_letter(letters, branches) if letters else or_(*branches.values())

    def four(self, amount: Amount) -> Four:
        """The least and the most of each bound of an amount."""
        if id(amount) not in self._fours:
            found = self._four(amount)
            self._fours[id(amount)] = self._as_columns(found) if self._asked[id(amount)] > 1 else found
        return self._fours[id(amount)]

    def _as_columns(self, four: Four) -> Four:
        put = self._plain.named.put
        a, b, c, d = (one if one is None or isinstance(one, int) else put(one) for one in four[:4])
        return Four(a, b, c, d, four.top)  # type: ignore[arg-type]

    def _four(self, amount: Amount) -> Four:
        if not self._turns(amount):
            span = self._plain.columns_of(amount)
            return Four(span.low, span.low, span.high, span.high, span.top)
        match amount:
            case Sum():
                return _each(amounts.added, [self.four(part) for part in amount.parts])
            case Least():
                return _each(amounts.smallest, [self.four(part) for part in amount.parts])
            case Scaled():
                return self._scaled(amount)
            case Choose():
                return self._choose(amount)
            case Total():
                return self._total(amount)
            case AmountByReading():
                return self._amount_by_reading(amount)
        raise TypeError(f"no readings within {type(amount).__name__}")

    def _scaled(self, amount: Scaled) -> Four:
        parts = [self.four(part) for part in (amount.amount, amount.numerator, amount.denominator)]
        found = _each(lambda three: amounts.scaled(*three), parts)
        if not self._turns(amount.denominator):
            return found
        # The lower bound is nothing where it is divided by nothing: that is not the most that it can be.
        whole_part, top, by_what = (four.inner for four in parts)
        by_one = None if by_what.high is None else larger(by_what.high, 1)
        return found._replace(b=amounts.scaled(whole_part, top, Span(0, by_one, by_what.top)).low)

    def _choose(self, amount: Choose) -> Four:
        then, otherwise = (self._as_columns(self.four(part)) for part in (amount.then, amount.otherwise))
        if not self._turns(amount.condition):
            found = self._plain.column_of(amount.condition)
            return _each(lambda two: amounts.chosen(found, *two), [then, otherwise])
        down, no, up, yes = (self.column_that(amount.condition, can) for can in Can)
        either = and_(down, up)
        high_of_both = _greatest([then.c, otherwise.c])
        return Four(
            or_else(_least_where([(up, then.a), (down, otherwise.a)]), 0),
            or_else(
                _most_where([(yes, then.b), (no, otherwise.b), (either, smaller(then.b, otherwise.b))]), 0
            ),
            _least_where([(yes, then.c), (no, otherwise.c), (either, high_of_both)]),
            _most_where([(up, then.d), (down, otherwise.d)]),
            max(then.top, otherwise.top),
        )

    def _total(self, total: Total) -> Four:
        if self._totals is None or self._items is None:
            return Four(0, 0, 0, 0, 0)
        items, totals = self._items, self._totals
        four = items._as_columns(items.four(total.amount))
        down, no, up, yes = (items.column_that(total.where, can) for can in Can)
        return Four(
            totals.sum_where(not_(down), four.a),
            totals.sum_where(yes, four.b),
            totals.open_sum_unless(no, four.c),
            totals.open_sum_unless(not_(up), four.d),
            amounts.LARGEST_TOTAL,
        )

    def _amount_by_reading(self, amount: AmountByReading) -> Four:
        fours = {letter: self.four(branch) for letter, branch in amount.readings}
        letters = self._plain.letters.get(amount.interpretation.id)
        top = max(four.top for four in fours.values())
        if letters:
            own = [[(letters[letter], four[at]) for letter, four in fours.items()] for at in range(4)]
            a, b, c, d = map(amounts.number_by_letter, own)
            return Four(or_else(a, 0), or_else(b, 0), c, d, top)
        a, b, c, d = zip(*(four[:4] for four in fours.values()), strict=True)
        return Four(reduce(smaller, a), reduce(larger, b), _smallest(c), _greatest(d), top)


def _compared(left: Four, right: Four, can: Can) -> Truth:
    """Whether one amount can reach another, or stay below it."""
    if can is Can.MET:
        return _sure(right.c is not None and at_least(left.b, right.c))
    if can is Can.NOT_MET:
        return _sure(left.c is not None and below(left.c, right.b))
    if can is Can.ABOVE_NOT_MET:
        return _sure(left.d is None or at_least(or_else(left.d, FAR), right.a))
    return _sure(right.d is None or below(left.a, or_else(right.d, FAR)))


def _sure(found: Truth | bool) -> Truth:
    """A comparison as yes or no: with an amount that has no bound it is a no."""
    if isinstance(found, bool):
        return true() if found else false()
    return func.coalesce(found, false(), type_=Boolean)


def _each(outcome: Callable[[Sequence[Span]], Span], parts: Sequence[Four]) -> Four:
    """An outcome of several parts, for the outer and for the inner of their bounds."""
    outer = outcome([four.outer for four in parts])
    inner = outcome([four.inner for four in parts])
    return Four(outer.low, inner.low, inner.high, outer.high, max(outer.top, inner.top))


def _smallest(parts: Sequence[Number | None]) -> Number | None:
    """The smallest of several upper bounds."""
    return not_far(reduce(smaller, (or_else(part, FAR) for part in parts)))


def _greatest(parts: Sequence[Number | None]) -> Number | None:
    """The largest of several upper bounds; one that is open leaves it open."""
    if any(part is None for part in parts):
        return None
    return not_far(reduce(larger, (or_else(part, FAR) for part in parts)))


def _least_where(parts: Sequence[tuple[Truth, Number | None]]) -> Number | None:
    kept: list[Number] = [
        as_whole(case((holds, whole(or_else(part, FAR))), else_=whole(FAR))) for holds, part in parts
    ]
    return not_far(reduce(smaller, kept))


def _most_where(parts: Sequence[tuple[Truth, Number | None]]) -> Number | None:
    kept: list[Number] = [
        as_whole(case((holds, whole(or_else(part, FAR))), else_=whole(0))) for holds, part in parts
    ]
    return not_far(reduce(larger, kept))
