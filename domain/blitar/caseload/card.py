"""Everything about one binaan, as its screen and its printed card tell it."""

from dataclasses import dataclass
from datetime import date, datetime

from domain.blitar.caseload.client_leaving import Leaving
from domain.blitar.caseload.history import Agreed
from domain.blitar.caseload.progress import GoalStep
from domain.blitar.caseload.proposal import Proposal
from domain.blitar.caseload.scale import ScaleFinding
from domain.blitar.caseload.stage import Stage
from domain.blitar.client import Client
from domain.blitar.examining import ClientFindings
from domain.blitar.indicators import Indicator


@dataclass(frozen=True, slots=True)
class Sibling:
    """Another binaan of the same owner or chair."""

    id: int
    number: str
    name: str
    mentor: str
    is_open: bool


@dataclass(frozen=True, slots=True)
class TakenBack:
    """That a binaan was taken in by mistake, and taken back with its list: why, and when."""

    reason: str
    on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientCard:
    """One binaan on a day; the NIK is masked unless it was revealed.

    `told_on` is the day since which the annual sales in `client` are on record. `siblings` are the other
    binaan of the same NIK that the reader may see, `siblings_elsewhere` how many more there are.
    """

    id: int
    number: str
    version: int
    client: Client
    day: date
    mentor_id: int | None
    mentor: str
    since: date
    is_open: bool
    leaving: Leaving | None
    stage: Stage
    last_visit_on: date | None
    found: ClientFindings
    scale: ScaleFinding | None
    told_on: date
    ladder: tuple[GoalStep, ...]
    follow_ups: tuple[Agreed, ...]
    proposals: tuple[Proposal, ...]
    siblings: tuple[Sibling, ...]
    siblings_elsewhere: int
    changed_by: str
    changed_at: datetime
    taken_back: TakenBack | None = None

    @property
    def is_confirmed(self) -> bool:
        """Whether the Kepala Dinas confirmed before that it moved up; the same rise is not proposed again."""
        return self.stage is Stage.CONFIRMED

    @property
    def waiting(self) -> Proposal | None:
        """The proposal that waits for the Kepala Dinas, if one does."""
        return next((one for one in self.proposals if one.is_waiting), None)

    @property
    def without_baseline(self) -> tuple[Indicator, ...]:
        """The indicators whose baseline nobody has recorded."""
        rungs = [rung for step in self.ladder for rung in step.rungs]
        return tuple(rung.indicator for rung in rungs if rung.baseline is None)
