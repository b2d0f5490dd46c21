"""Every number of a month's report, from verified visits alone (Pasal 16)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from domain.blitar.caseload.stage import Stage
from domain.blitar.goals_and_tasks import Goal, MentorTask, ReportPart


@dataclass(frozen=True, slots=True, kw_only=True)
class Totals:
    """The first numbers of a month, which also stand beside those of the next.

    `clients` were mentored on at least one day of the month, also those that refused or closed in it.
    `agreed` counts the follow-ups of the month's visits, `done` those closed as done in the month;
    `overdue` those that were due before the month ended and were still open then.
    """

    clients: int
    cooperatives: int
    businesses: int
    visited_clients: int
    visits: int
    office_visits: int
    field_visits: int
    agreed: int
    done: int
    overdue: int
    recommendations: int


@dataclass(frozen=True, slots=True, kw_only=True)
class PartFigures:
    """A part of Pasal 16(2) in a month: its visits, to how many binaan, by how many Pendamping."""

    visits: int = 0
    clients: int = 0
    mentors: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorFigures:
    """What one Pendamping did in a month.

    `clients` is whom they mentored at its end. `waiting` are visits sent but not verified, not counted
    else. Who no longer serves stays while binaan still stand in their name, with `serving` false.
    """

    staff_id: int
    name: str
    serving: bool = True
    clients: int = 0
    visits: int = 0
    office_visits: int = 0
    field_visits: int = 0
    visited_clients: int = 0
    waiting: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFigures:
    """Every number of a month's report, from verified visits alone.

    `waiting`, `drafts` and `returned` are visits of the month that are not counted. `by_goal` counts
    binaan of which the goal has risen since its baseline, `by_stage` binaan in each stage, both up to the
    month's end. `visits_by_month` holds the twelve months up to this one. `before` is None for the month in
    which the first binaan was mentored: nothing was recorded before, which is not nought.
    """

    month: date
    totals: Totals
    before: Totals | None
    waiting: int
    drafts: int
    returned: int
    by_part: Mapping[ReportPart, PartFigures]
    by_task: Mapping[MentorTask, int]
    by_goal: Mapping[Goal, int]
    by_stage: Mapping[Stage, int]
    mentors: tuple[MentorFigures, ...]
    visits_by_month: Mapping[date, int]

    @property
    def without_visit(self) -> tuple[MentorFigures, ...]:
        """The Pendamping in service without a verified visit in the month."""
        return tuple(one for one in self.mentors if one.serving and not one.visits)

    @property
    def in_nobodys_care(self) -> int:
        """Binaan of the month that had no Pendamping at its end."""
        return self.totals.clients - sum(one.clients for one in self.mentors)
