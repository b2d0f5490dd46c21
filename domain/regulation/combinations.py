"""What other readings make of a case: each by itself, and the smallest sets that change the verdict."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any, Final, NamedTuple

from domain.regulation.case import Case
from domain.regulation.diagrams import Fork
from domain.regulation.interpretations import Interpretation
from domain.regulation.law_in_force import KindRules
from domain.regulation.possible import ONE_TRUTH, Surely, WorkedOut
from domain.regulation.truth_tables import Truths

Chosen = tuple[tuple[Interpretation, str], ...]
"""Readings with the letter of each, in the order of the readings."""


class Otherwise(NamedTuple):
    """The outcome of every rule under some other readings."""

    readings: Chosen
    outcomes: list[int]


_Set = frozenset[tuple[int, int]]
_NOTHING_ELSE: Final[_Set] = frozenset()


class OtherReadings:
    """What the open readings can make of one case, exactly; worked out as far as it is asked."""

    def __init__(self, rules: KindRules, case: Case, found: WorkedOut) -> None:
        self._rules, self._case, self._found = rules, case, found
        self._readings = rules.in_doubt.readings
        self._in_use = min(found.outcomes[: rules.deciding], default=2)
        self._surely = Surely(rules.evaluated.parts, found.parts)
        self._tables: dict[int, Truths] = {}

    @property
    def change_the_verdict(self) -> bool:
        """Whether any combination gives another verdict (yes, no, open)."""
        if not self._found.sets or self._found.sets[-1] in ONE_TRUTH:
            return False
        return any(self._falling()) or self._rising() is not False

    def one_by_one(self) -> Iterator[Otherwise]:
        """Each other reading that changes the outcome of a rule by itself."""
        if not self._found.sets:
            self._found = self._rules.evaluated.work_out(self._case, True)
        touched = [place for place, found in enumerate(self._found.sets[:-1]) if found not in ONE_TRUTH]
        letters = {one for place in touched for one in self._readings.touching(place, self._table(place))}
        for one in sorted(letters):
            outcomes = self._under(dict([one]))
            if outcomes != self._found.outcomes:
                yield Otherwise(self._chosen([one]), outcomes)

    def changing_the_verdict(self) -> Iterator[Otherwise]:
        """Every smallest set of other readings under which the verdict is another.

        Smallest by the readings in it: no set holds all the readings of another.
        """
        if not self._found.sets or self._found.sets[-1] in ONE_TRUTH:
            return
        falling = [one for diagram in self._falling() for one in _sets(diagram)]
        found = _smallest([*falling, *_sets(self._rising())])
        for one in sorted(found, key=lambda one: (len(one), sorted(one))):
            yield Otherwise(self._chosen(sorted(one)), self._under(dict(one)))

    def _falling(self) -> Iterator[Any]:
        """Under what each rule brings the verdict down: one that comes out lower is enough."""
        below = (1 << self._in_use) - 1
        for place in self._rules.in_doubt.quickest:
            if self._found.sets[place] & below:
                combinations = self._table(place).below(self._in_use)
                if combinations:
                    yield self._readings.diagram(place, combinations)

    def _rising(self) -> Any:
        """Under what the verdict rises: every rule has to come out higher together."""
        sets, up_to_now = self._found.sets, (2 << self._in_use) - 1
        if not sets[-1] & ~up_to_now:
            return False
        holding_back = [place for place in self._rules.in_doubt.quickest if sets[place] & up_to_now]
        # Those that hold it back as the readings are in use come first: they are the likeliest to end it.
        holding_back.sort(key=lambda place: self._found.outcomes[place] > self._in_use)
        together: Any = True
        for place in holding_back:
            combinations = self._table(place).above(self._in_use)
            if not combinations:
                return False
            together = self._readings.together(together, self._readings.diagram(place, combinations))
            if together is False:
                return False
        return together

    def _table(self, place: int) -> Truths:
        if place not in self._tables:
            self._tables[place] = self._readings.under(place, self._case, self._surely.get)
        return self._tables[place]

    def _under(self, letters: Mapping[int, int]) -> list[int]:
        """The outcome of every rule under some letters, the other readings as they are in use."""
        return [
            usual if possible in ONE_TRUTH else self._readings.at(place, self._table(place), letters)
            for place, (usual, possible) in enumerate(
                zip(self._found.outcomes, self._found.sets[:-1], strict=True)
            )
        ]

    def _chosen(self, letters: Sequence[tuple[int, int]]) -> Chosen:
        in_doubt = self._rules.in_doubt
        entries = [(in_doubt.interpretations[place], letter) for place, letter in letters]
        return tuple((entry, self._readings.letters[entry.id][letter]) for entry, letter in entries)


def _sets(diagram: Any) -> list[_Set]:
    """The smallest sets of letters, apart from those in use, under which a diagram is true."""
    if type(diagram) is not Fork:
        return [_NOTHING_ELSE] if diagram else []
    found = list(_sets(diagram.branches[0]))
    for letter, branch in enumerate(diagram.branches[1:], 1):
        found += [one | {(diagram.place, letter)} for one in _sets(branch)]
    return _smallest(found)


def _smallest(sets: Iterable[_Set]) -> list[_Set]:
    """Those sets whose readings hold the readings of no other set."""
    named = [(frozenset(place for place, _ in one), one) for one in dict.fromkeys(sets)]
    if len(named) < 2:
        return [one for _, one in named]
    return [one for places, one in named if not any(other < places for other, _ in named)]
