"""One binaan as a list, a map and a workbook show it; identity numbers are told apart from it."""

from dataclasses import dataclass
from datetime import date

from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.kinds import Sector, SubjectKind


@dataclass(frozen=True, slots=True, kw_only=True)
class ClientOverview:
    """Who it is, who mentors it, when it was last visited, and where it stands.

    `movement` is told of one goal or of all, as the list was asked for.
    """

    id: int
    number: str
    name: str
    kind: SubjectKind
    sector: Sector | None
    district_code: str | None
    mentor_id: int | None
    mentor: str
    since: date
    last_visit_on: date | None
    stage: Stage
    movement: Movement
    open_follow_ups: int
    overdue_follow_ups: int
    ended_on: date | None


@dataclass(frozen=True, slots=True)
class ListedClient:
    """A binaan in a list that leaves the program, with the NIK masked or whole (None: not recorded)."""

    overview: ClientOverview
    nik: str | None
