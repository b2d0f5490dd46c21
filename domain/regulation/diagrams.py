"""Sets of combinations over all open readings, by the readings that matter for the case at hand.

What holds under every combination is True, what under none False; else it is a fork by the letter of one
reading, the readings always in the same order, and never a fork of equal branches.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from domain.regulation.case import Case
from domain.regulation.expressions import AmountByReading, ByReading, Condition
from domain.regulation.trees import children, interpretations_in
from domain.regulation.truth_tables import Space, TableOf, Truths

# Thousands of cases share some hundred sets of combinations.
_MOST_DRAWN: Final = 10_000


class Fork(NamedTuple):
    """Whether something holds, by the letter of one reading: `place` in the order, then its letters."""

    place: int
    branches: tuple[Any, ...]


class OpenReadings:
    """The readings still open over some conditions, in a fixed order, each with the letter in use first.

    `letters` maps the id of a reading to its letters; `conditions` stand by their position.
    """

    def __init__(self, letters: Mapping[str, tuple[str, ...]], conditions: Sequence[Condition]) -> None:
        self.letters = letters
        self.conditions = tuple(conditions)
        self._spaces = [Space(_letters_of(condition, letters)) for condition in conditions]
        order = {name: place for place, name in enumerate(letters)}
        self._places = [tuple(order[name] for name in space.letters) for space in self._spaces]
        known: dict[int, bool] = {}
        for condition in conditions:
            _note_turning(condition, known)
        self._turning = frozenset(part for part, turns in known.items() if turns)
        self._drawn: dict[tuple[int, int], Any] = {}
        self._together: dict[tuple[int, int], tuple[Any, Any, Any]] = {}

    def turns(self, part: Any) -> bool:
        """Whether a part of the conditions turns on an open reading."""
        return id(part) in self._turning

    def turns_by_id(self, part: int) -> bool:
        """Whether the part with an id turns on an open reading."""
        return part in self._turning

    def combinations(self, position: int) -> int:
        """How many combinations one of the conditions turns on."""
        return self._spaces[position].full.bit_length()

    def under(self, position: int, case: Case, surely: Callable[[int], Any]) -> Truths:
        """The truth of one of the conditions under every combination of the readings that it turns on.

        `surely` tells of a part, by its id, what it is under every combination, or None.
        """
        found = TableOf(self._spaces[position], self._turning, case, surely)
        return found.truths(self.conditions[position])

    def at(self, position: int, truths: Truths, letters: Mapping[int, int]) -> int:
        """The truth of one of the conditions under one combination: letters by the place of their reading."""
        strides = self._spaces[position].strides
        bit = sum(
            letters.get(name, 0) * stride
            for name, stride in zip(self._places[position], strides, strict=True)
        )
        return truths.at(bit)

    def touching(self, position: int, truths: Truths) -> Iterator[tuple[int, int]]:
        """Every other letter of the readings that touch one of the conditions: their place, the letter."""
        space = self._spaces[position]
        for place in {*space.touching(truths.met), *space.touching(truths.not_met)}:
            name = self._places[position][place]
            yield from ((name, letter) for letter in range(1, space.counts[place]))

    def diagram(self, position: int, combinations: int) -> Any:
        """A set of combinations of one of the conditions, by the readings that matter; the same one again."""
        drawn = self._drawn.get((position, combinations))
        if drawn is None:
            if len(self._drawn) >= _MOST_DRAWN:
                self._drawn.clear()
            drawn = self._drawn[position, combinations] = self._diagram(position, combinations)
        return drawn

    def together(self, one: Any, other: Any) -> Any:
        """Whether two diagrams hold together; of two that were put together before, what came out then."""
        # By identity, which `diagram` keeps; a fork takes longer to be hashed than to be put together.
        known = self._together.get((id(one), id(other)))
        if known is None:
            if len(self._together) >= _MOST_DRAWN:
                self._together.clear()
            # Both are kept with what came out, so that no id comes back meanwhile.
            known = self._together[id(one), id(other)] = (one, other, both(one, other))
        return known[2]

    def _diagram(self, position: int, combinations: int) -> Any:
        space, names = self._spaces[position], self._places[position]
        touching = sorted(space.touching(combinations), key=names.__getitem__)
        return _diagram(space, names, combinations, touching, 0)


def _letters_of(condition: Condition, letters: Mapping[str, tuple[str, ...]]) -> dict[str, tuple[str, ...]]:
    turned_on = {entry.id for entry in interpretations_in(condition)}
    return {name: own for name, own in letters.items() if name in turned_on}


def _note_turning(part: Any, known: dict[int, bool]) -> bool:
    if id(part) not in known:
        # Every part inside is looked at, whether or not the first of them turns.
        inner = [_note_turning(one, known) for one in children(part)]
        known[id(part)] = isinstance(part, ByReading | AmountByReading) or any(inner)
    return known[id(part)]


def _diagram(
    space: Space, names: tuple[int, ...], combinations: int, touching: Sequence[int], at: int
) -> Any:
    """The set by the readings that touch it, from one combination on."""
    if not touching:
        return bool(combinations >> at & 1)
    place, rest, stride = touching[0], touching[1:], space.strides[touching[0]]
    return _fork(
        names[place],
        [
            _diagram(space, names, combinations, rest, at + letter * stride)
            for letter in range(space.counts[place])
        ],
    )


def both(one: Any, other: Any) -> Any:
    """Whether two things hold together, under every combination."""
    if one is False or other is False:
        return False
    if one is True:
        return other
    if other is True:
        return one
    place = min(one.place, other.place)
    letters = range(len((one if one.place == place else other).branches))
    return _fork(
        place, [both(_within(one, place, letter), _within(other, place, letter)) for letter in letters]
    )


def _fork(place: int, branches: Sequence[Any]) -> Any:
    first = branches[0]
    return first if all(one == first for one in branches[1:]) else Fork(place, tuple(branches))


def _within(part: Any, place: int, letter: int) -> Any:
    """A part under one letter of a reading."""
    return part.branches[letter] if type(part) is Fork and part.place == place else part
