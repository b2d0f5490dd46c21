"""Baseline against latest: what moved, what stands still, what nobody knows yet (Pasal 2 ayat (2))."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from domain.blitar.goals_and_tasks import Goal
from domain.blitar.indicators import Indicator, Measured, goals_of, in_words, measured_by
from domain.blitar.kinds import SubjectKind
from domain.labelled import Labelled


class Movement(Labelled):
    """Where a value went since the baseline."""

    UP = "up", "naik"
    SAME = "same", "tetap"
    DOWN = "down", "turun"
    NOT_MEASURED = "not_measured", "belum diukur lagi"
    UNKNOWN = "unknown", "data awal belum ada"


# Of several indicators, the first of these that one of them shows is where they went together.
WEIGHED: Final = (Movement.DOWN, Movement.UP, Movement.SAME, Movement.NOT_MEASURED, Movement.UNKNOWN)


def movement_of(parts: Iterable[Movement]) -> Movement:
    """Where several indicators went together: down when one did, else up when one did, else what is known."""
    found = set(parts)
    return next((one for one in WEIGHED if one in found), Movement.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Rung:
    """One indicator of a binaan: the baseline, and the newest value that a visit measured, if any.

    `files` are the photos and scans that hang on that visit.
    """

    indicator: Indicator
    baseline: Measured | None = None
    latest: Measured | None = None
    files: int = 0

    @property
    def movement(self) -> Movement:
        """Where it went; a missing baseline or measurement is never a standstill.

        What was measured before the day of the baseline says nothing about what came after it.
        """
        if self.baseline is None:
            return Movement.UNKNOWN
        if self.latest is None or self.latest.on < self.baseline.on:
            return Movement.NOT_MEASURED
        if self.latest.value == self.baseline.value:
            return Movement.SAME
        return Movement.UP if self.latest.value > self.baseline.value else Movement.DOWN

    @property
    def before_and_after(self) -> str:
        """The baseline and the newest value, as people read them."""
        before, after = (
            in_words(self.indicator, one.value if one else None) for one in (self.baseline, self.latest)
        )
        return f"{before} → {after}" if self.latest else f"{before} → belum diukur lagi"

    @property
    def is_shown(self) -> bool:
        """Whether it went up and a paper or photo was named that shows it."""
        return self.movement is Movement.UP and self.latest is not None and bool(self.latest.evidence.strip())

    @property
    def is_attached(self) -> bool:
        """Whether it went up and a photo or scan hangs on the visit that found it."""
        return self.movement is Movement.UP and self.files > 0


@dataclass(frozen=True, slots=True)
class GoalStep:
    """One goal of a binaan with its indicators."""

    goal: Goal
    rungs: tuple[Rung, ...]

    @property
    def movement(self) -> Movement:
        """Up when one indicator went up and none went down; down when one did; else what is known.

        How several indicators make one goal is the office's own way of counting.
        """
        return movement_of(rung.movement for rung in self.rungs)

    @property
    def is_shown(self) -> bool:
        """Whether the goal went up and evidence was named for every rise in it."""
        return self.movement is Movement.UP and all(rung.is_shown for rung in self._risen)

    @property
    def is_attached(self) -> bool:
        """Whether the goal went up and a photo or scan hangs on the visit of every rise in it."""
        return self.movement is Movement.UP and all(rung.is_attached for rung in self._risen)

    @property
    def _risen(self) -> tuple[Rung, ...]:
        return tuple(rung for rung in self.rungs if rung.movement is Movement.UP)


def ladder(kind: SubjectKind, rungs: Mapping[Indicator, Rung]) -> tuple[GoalStep, ...]:
    """The goals of a kind of binaan with every indicator of theirs, also those never measured."""
    return tuple(
        GoalStep(goal, tuple(rungs.get(one, Rung(one)) for one in measured_by(goal)))
        for goal in goals_of(kind)
    )
