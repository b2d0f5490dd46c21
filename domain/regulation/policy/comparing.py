"""A register under the law in force beside one under a draft: who changes, from what to what, and why."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from domain.regulation.policy.judged import NO, YES, Judged, JudgedKind

Rows = NDArray[np.bool_]


class Turn(StrEnum):
    """What becomes of a subject whose verdict changes; the value is the label.

    Where either side is open or turns on a reading nobody has won or lost yet.
    """

    GAINS = "menjadi memenuhi"
    LOSES = "menjadi tidak memenuhi"
    UNSURE = "berubah, belum pasti"


READING_ALONE = "tafsir"
"""Stands for a provision where the outcomes stay and only an open reading makes the difference."""


@dataclass(frozen=True, slots=True)
class Changing:
    """One subject that changes: where it stands in the register, from which answer to which, and by what."""

    id: int
    number: str
    kind: str
    groups: tuple[str, ...]
    before: int
    after: int
    turn: Turn
    because: tuple[str, ...]
    row: int


@dataclass(frozen=True, slots=True)
class Blamed:
    """A provision on which changes turn: how many of each."""

    rule: str
    gains: int
    loses: int
    unsure: int

    @property
    def all(self) -> int:
        """How many changes turn on it."""
        return self.gains + self.loses + self.unsure


@dataclass(frozen=True, slots=True)
class KindChange:
    """The rows of one kind under both laws."""

    before: JudgedKind
    after: JudgedKind

    @property
    def changes(self) -> Rows:
        """Which rows get another answer."""
        found: Rows = self.before.answers != self.after.answers
        return found

    def turns(self, turn: Turn) -> Rows:
        """Which rows gain, lose, or change without a certain end."""
        was, now = self.before.answers, self.after.answers
        gains, loses = (was == NO) & (now == YES), (was == YES) & (now == NO)
        found: Rows = {
            Turn.GAINS: gains,
            Turn.LOSES: loses,
            Turn.UNSURE: (was != now) & ~gains & ~loses,
        }[turn]
        return found

    @property
    def rules(self) -> tuple[str, ...]:
        """The provisions that decide under either law."""
        return tuple(dict.fromkeys([*self.before.outcomes, *self.after.outcomes]))

    def blames(self, rule: str) -> Rows:
        """Which changes turn on a provision: it brought the verdict down, or no longer holds it down."""
        nothing = np.full(self.before.of.size, 2, np.int8)  # a provision that is not there asks nothing
        was = self.before.outcomes.get(rule, nothing)
        now = self.after.outcomes.get(rule, nothing)
        low, new_low = self.before.lowest, self.after.lowest
        fell = (new_low < low) & (now == new_low) & (was > now)
        rose = (new_low > low) & (was == low) & (now > was)
        found: Rows = self.changes & (fell | rose)
        return found


@dataclass(frozen=True, slots=True)
class Comparison:
    """A register under two laws, the kinds in the same order."""

    before: Judged
    after: Judged

    @property
    def kinds(self) -> tuple[KindChange, ...]:
        """Each kind under both."""
        return tuple(
            KindChange(was, now) for was, now in zip(self.before.kinds, self.after.kinds, strict=True)
        )

    def moved(self) -> dict[tuple[int, int], int]:
        """How many go from one answer to another, those that stay included."""
        found: Counter[tuple[int, int]] = Counter()
        for one in self.kinds:
            pairs = one.before.answers.astype(np.int64) * 4 + one.after.answers
            for pair, count in zip(*np.unique(pairs, return_counts=True), strict=True):
                found[divmod(int(pair), 4)] += int(count)
        return dict(found)

    def turning(self, turn: Turn) -> int:
        """How many gain, lose, or change without a certain end."""
        return sum(int(np.count_nonzero(one.turns(turn))) for one in self.kinds)

    @property
    def changed(self) -> int:
        """How many get another answer."""
        return sum(int(np.count_nonzero(one.changes)) for one in self.kinds)

    @property
    def raised_and_lowered(self) -> tuple[int, int]:
        """For how many the largest amount rises, and for how many it falls."""
        up = down = 0
        for one in self.kinds:
            if one.before.most is not None and one.after.most is not None:
                up += int(np.count_nonzero(one.after.most > one.before.most))
                down += int(np.count_nonzero(one.after.most < one.before.most))
        return up, down

    def blamed(self) -> tuple[Blamed, ...]:
        """The provisions on which changes turn, those of most changes first; last what readings alone do."""
        counts: dict[str, list[int]] = {}
        for one in self.kinds:
            turns = [one.turns(turn) for turn in Turn]
            explained = np.zeros(one.before.of.size, np.bool_)
            for rule in one.rules:
                rows = one.blames(rule)
                explained |= rows
                _add(counts, rule, rows, turns)
            _add(counts, READING_ALONE, one.changes & ~explained, turns)
        found = [Blamed(rule, *told) for rule, told in counts.items() if any(told)]
        return tuple(sorted(found, key=lambda one: (one.rule == READING_ALONE, -one.all)))

    def by_group(self, name: str) -> tuple[tuple[str, int, int, int, int], ...]:
        """Per entry of a group: how many there are, and how many gain, lose, or change uncertainly."""
        counts: dict[str, list[int]] = {}
        for one in self.kinds:
            told = np.array(one.before.of.groups[name])
            entries, places = np.unique(told, return_inverse=True)
            columns = [np.ones(len(told), np.bool_), *(one.turns(turn) for turn in Turn)]
            each = [np.bincount(places, weights=rows, minlength=len(entries)) for rows in columns]
            for place, entry in enumerate(entries):
                known = counts.setdefault(str(entry), [0] * 4)
                for at, column in enumerate(each):
                    known[at] += int(column[place])
        return tuple((entry, *told) for entry, told in sorted(counts.items()))  # type: ignore[misc]

    def rows(
        self, turn: Turn | None = None, rule: str = "", group: tuple[str, str] | None = None
    ) -> Iterator[Changing]:
        """The subjects that change, in the order of the register: by their turn, a provision, or a group."""
        for one in self.kinds:
            wanted = one.changes if turn is None else one.turns(turn)
            if rule == READING_ALONE:
                wanted = wanted & ~_explained(one)
            elif rule:
                wanted = wanted & one.blames(rule)
            if group is not None:
                wanted = wanted & (np.array(one.before.of.groups[group[0]]) == group[1])
            blame = {rule: one.blames(rule) for rule in one.rules} if wanted.any() else {}
            for row in np.flatnonzero(wanted):
                yield _changing(one, int(row), blame)


def _explained(one: KindChange) -> Rows:
    found = np.zeros(one.before.of.size, np.bool_)
    for rule in one.rules:
        found |= one.blames(rule)
    return found


def _add(counts: dict[str, list[int]], rule: str, rows: Rows, turns: Sequence[Rows]) -> None:
    known = counts.setdefault(rule, [0, 0, 0])
    for place, turn in enumerate(turns):
        known[place] += int(np.count_nonzero(rows & turn))


def _changing(one: KindChange, row: int, blame: dict[str, Rows]) -> Changing:
    of = one.before.of
    because = tuple(rule for rule, rows in blame.items() if rows[row])
    turn = next(each for each in Turn if one.turns(each)[row])
    return Changing(
        id=int(of.ids[row]),
        number=of.numbers[row],
        kind=of.kind,
        groups=tuple(told[row] for told in of.groups.values()),
        before=int(one.before.answers[row]),
        after=int(one.after.answers[row]),
        turn=turn,
        because=because or (READING_ALONE,),
        row=row,
    )
