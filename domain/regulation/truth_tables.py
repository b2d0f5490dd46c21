"""A condition under every combination of the open readings that it turns on, at once and exactly.

Every combination has one place in a row of bits; a set of combinations is one whole number. A truth is the
set of combinations that meet it and the set that do not, an amount its few different bounds, each with the
combinations that give them. Joining truths is then a step on whole numbers, however many combinations.
"""

from collections.abc import Callable, Mapping, Sequence
from math import prod
from typing import Any, NamedTuple

from domain.regulation.case import Case
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
from domain.regulation.truth import (
    MET,
    NOT_MET,
    UNKNOWN,
    Interval,
    added,
    at_least,
    chosen,
    counted,
    scaled,
    smallest,
)


class Truths(NamedTuple):
    """The combinations that meet a condition, those that do not, and all; in the others it is not known."""

    met: int
    not_met: int
    all: int

    def below(self, truth: int) -> int:
        """The combinations that give less than a truth."""
        return self.all ^ self.met if truth == MET else self.not_met if truth == UNKNOWN else 0

    def above(self, truth: int) -> int:
        """The combinations that give more than a truth."""
        return self.all ^ self.not_met if truth == NOT_MET else self.met if truth == UNKNOWN else 0

    def at(self, combination: int) -> int:
        """The truth under the combination at one place."""
        return 2 if self.met >> combination & 1 else 0 if self.not_met >> combination & 1 else 1


Bounds = dict[Interval, int]
"""The bounds that an amount can have, each with its combinations."""


class Space:
    """Every combination of the letters of some readings, each at one place in a row of bits.

    The first letter of each reading is the one in use; the combination at place 0 has them all.
    """

    def __init__(self, letters: Mapping[str, Sequence[str]]) -> None:
        self.letters = {name: tuple(own) for name, own in letters.items()}
        self.counts = [len(own) for own in self.letters.values()]
        self.strides = [prod(self.counts[:place]) for place in range(len(self.counts))]
        self.full = (1 << prod(self.counts)) - 1
        in_use = [self._in_use(place) for place in range(len(self.counts))]
        self._kinds = list(zip(in_use, self.strides, self.counts, strict=True))
        self.sets = {
            name: {letter: in_use[place] << (at * self.strides[place]) for at, letter in enumerate(own)}
            for place, (name, own) in enumerate(self.letters.items())
        }

    def _in_use(self, place: int) -> int:
        """The combinations with the letter in use of one reading."""
        stride, period = self.strides[place], self.strides[place] * self.counts[place]
        return ((1 << stride) - 1) * sum(1 << at for at in range(0, prod(self.counts), period))

    def touching(self, combinations: int) -> list[int]:
        """The readings, by their place, of which another letter changes whether a combination is in a set."""
        if combinations in (0, self.full):
            return []
        return [place for place, kind in enumerate(self._kinds) if _touches(combinations, *kind)]


def _touches(combinations: int, in_use: int, stride: int, count: int) -> bool:
    usual = combinations & in_use
    return any((combinations >> (letter * stride)) & in_use != usual for letter in range(1, count))


def _nothing(_part: int) -> None:
    return None


class TableOf:
    """Works out the parts of one tree for one case over a space; a shared part is worked out once.

    `turning` holds the ids of the parts that turn on a reading of the space, `surely` tells of
    some of them what they are under every combination, else None.
    """

    def __init__(
        self, space: Space, turning: frozenset[int], case: Case, surely: Callable[[int], Any] = _nothing
    ) -> None:
        self._space, self._turning, self._case, self._surely = space, turning, case, surely
        self._truths: dict[int, Truths] = {}
        self._bounds: dict[int, Bounds] = {}
        self._items: tuple[TableOf, ...] | None = None

    def truths(self, condition: Condition) -> Truths:
        """The combinations under which a condition is met, and under which it is not."""
        place = id(condition)
        if place not in self._turning:
            return self._everywhere(condition.truth(self._case))
        known = self._truths.get(place)
        if known is None and (surely := self._surely(place)) is not None:
            known = self._truths[place] = self._everywhere(surely)
        if known is None:
            known = self._truths[id(condition)] = self._truths_of(condition)
        return known

    def bounds(self, amount: Amount) -> Bounds:
        """The different bounds of an amount, each with its combinations."""
        place = id(amount)
        if place not in self._turning:
            return {amount.interval(self._case): self._space.full}
        known = self._bounds.get(place)
        if known is None and (surely := self._surely(place)) is not None:
            known = self._bounds[place] = {surely: self._space.full}
        if known is None:
            known = self._bounds[id(amount)] = self._bounds_of(amount)
        return known

    def _everywhere(self, truth: int) -> Truths:
        full = self._space.full
        return Truths(full if truth == MET else 0, full if truth == NOT_MET else 0, full)

    def _truths_of(self, condition: Condition) -> Truths:
        match condition:
            case All():
                return self._all(condition.parts)
            case AnyOf():
                return self._any(condition.parts)
            case Not():
                met, not_met, full = self.truths(condition.part)
                return Truths(not_met, met, full)
            case StillPossible():
                return self.truths(condition.part)._replace(not_met=0)
            case Worded():
                return self.truths(condition.part)
            case AtLeast():
                return self._at_least(condition)
            case ByReading():
                return self._by_letter(condition)
        raise TypeError(f"no readings within {type(condition).__name__}")

    def _all(self, parts: Sequence[Condition]) -> Truths:
        met, not_met = self._space.full, 0
        for part in parts:
            of_part = self.truths(part)
            met, not_met = met & of_part.met, not_met | of_part.not_met
            if not_met == self._space.full:
                break
        return Truths(met, not_met, self._space.full)

    def _any(self, parts: Sequence[Condition]) -> Truths:
        met, not_met = 0, self._space.full
        for part in parts:
            of_part = self.truths(part)
            met, not_met = met | of_part.met, not_met & of_part.not_met
            if met == self._space.full:
                break
        return Truths(met, not_met, self._space.full)

    def _at_least(self, condition: AtLeast) -> Truths:
        met = not_met = 0
        right = self.bounds(condition.right)
        for one, where in self.bounds(condition.left).items():
            for other, there in right.items():
                found = at_least(one, other)
                if found is MET:
                    met |= where & there
                elif found is NOT_MET:
                    not_met |= where & there
        return Truths(met, not_met, self._space.full)

    def _by_letter(self, choice: ByReading) -> Truths:
        met = not_met = 0
        sets = self._space.sets[choice.interpretation.id]
        for letter, branch in choice.readings:
            of_branch = self.truths(branch)
            met |= sets[letter] & of_branch.met
            not_met |= sets[letter] & of_branch.not_met
        return Truths(met, not_met, self._space.full)

    def _bounds_of(self, amount: Amount) -> Bounds:
        match amount:
            case Sum():
                return _crossed(_sum, *map(self.bounds, amount.parts))
            case Least():
                return _crossed(_least, *map(self.bounds, amount.parts))
            case Scaled():
                return _crossed(
                    scaled, *map(self.bounds, (amount.amount, amount.numerator, amount.denominator))
                )
            case Choose():
                return self._choice(amount)
            case Total():
                return self._total(amount)
            case AmountByReading():
                sets = self._space.sets[amount.interpretation.id]
                return _together(_within(self.bounds(one), sets[letter]) for letter, one in amount.readings)
        raise TypeError(f"no readings within {type(amount).__name__}")

    def _choice(self, amount: Choose) -> Bounds:
        met, not_met, full = self.truths(amount.condition)
        still_open = full ^ met ^ not_met
        parts = []
        if met:
            parts.append(_within(self.bounds(amount.then), met))
        if not_met:
            parts.append(_within(self.bounds(amount.otherwise), not_met))
        if still_open:
            either = _crossed(_either, self.bounds(amount.then), self.bounds(amount.otherwise))
            parts.append(_within(either, still_open))
        return parts[0] if len(parts) == 1 else _together(parts)

    def _total(self, amount: Total) -> Bounds:
        if self._items is None:
            self._items = tuple(TableOf(self._space, self._turning, item) for item in self._case.items)
        total: Bounds = {(0, 0): self._space.full}
        for item in self._items:
            met, not_met, full = item.truths(amount.where)
            found = {2: met, 0: not_met, 1: full ^ met ^ not_met}
            total = _crossed(counted, total, found, item.bounds(amount.amount))
        return _crossed(_sum, total)


def _crossed(outcome: Callable[..., Interval], *parts: Mapping[Any, int]) -> Bounds:
    """An outcome of several parts, for each of the values that they have under the same combinations."""
    rows: list[tuple[tuple[Any, ...], int]] = [((value,), where) for value, where in parts[0].items()]
    for part in parts[1:]:
        rows = [
            ((*values, value), where & there)
            for values, where in rows
            for value, there in part.items()
            if where & there
        ]
    found: Bounds = {}
    for values, where in rows:
        bounds = outcome(*values)
        found[bounds] = found.get(bounds, 0) | where
    return found


def _within(bounds: Bounds, where: int) -> Bounds:
    return {bound: there & where for bound, there in bounds.items() if there & where}


def _together(parts: Any) -> Bounds:
    found: Bounds = {}
    for part in parts:
        for bounds, where in part.items():
            found[bounds] = found.get(bounds, 0) | where
    return found


def _sum(*parts: Interval) -> Interval:
    return added(parts)


def _least(*parts: Interval) -> Interval:
    return smallest(parts)


def _either(then: Interval, otherwise: Interval) -> Interval:
    return chosen(1, then, otherwise)
