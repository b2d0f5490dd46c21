"""A proposal that a binaan moves up as screens and its paper tell it, and the counts of each goal."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.blitar.caseload.progress import GoalStep, Movement
from domain.blitar.caseload.upgrade import UpgradeDecision
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.kinds import SubjectKind
from domain.closings import Closed


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A proposal with the ladder as it stood when it was made.

    It waits until there is a `decision`, or until its maker took it back and it is `closed`.
    """

    id: int
    client_id: int
    client_number: str
    client_name: str
    kind: SubjectKind
    district_code: str | None
    mentor: str
    reason: str
    basis: tuple[GoalStep, ...]
    proposed_on: date
    proposed_by: str
    proposed_by_id: int
    decision: UpgradeDecision | None = None
    decided_by: str = ""
    decided_at: datetime | None = None
    closed: Closed | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether the Kepala Dinas still has to decide on it."""
        return self.decision is None and self.closed is None


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalCount:
    """Where the open binaan of a goal stand; `shown` of those that went up have evidence for every rise."""

    goal: Goal
    by_movement: dict[Movement, int]
    shown: int

    @property
    def total(self) -> int:
        """All open binaan that the goal is about."""
        return sum(self.by_movement.values())

    @property
    def up(self) -> int:
        """Those that went up, with or without evidence."""
        return self.by_movement[Movement.UP]

    @property
    def up_without_evidence(self) -> int:
        """Those that went up while some rise has no paper or photo."""
        return self.up - self.shown

    @property
    def share_up(self) -> float:
        """The part of all binaan of the goal that went up, for the length of a bar."""
        return self.up / self.total if self.total else 0.0

    @property
    def told(self) -> str:
        """Every count in words, those that occur alone."""
        parts = []
        for movement, count in self.by_movement.items():
            if movement is Movement.UP and count:
                parts.append(
                    f"{count} naik ({self.shown} dengan bukti disebut, {self.up_without_evidence} tanpa)"
                )
            elif count:
                parts.append(f"{count} {movement.label}")
        return ", ".join(parts)
