"""The line of each Pendamping in a month's report, also of those without a visit."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from db.blitar.caseload.month_counts import Counts
from db.blitar.reporting.conditions import Span
from db.blitar.staffing.staff import service_of
from db.tables import StaffRow
from domain.blitar.kinds import SubjectKind
from domain.blitar.reporting.report_figures import MentorFigures
from domain.blitar.visiting.visit import VisitState


@dataclass(frozen=True, slots=True)
class _Visited:
    visits: int = 0
    office: int = 0
    clients: int = 0
    waiting: int = 0


def mentors_of(session: Session, span: Span, found: Counts) -> tuple[MentorFigures, ...]:
    """Every Pendamping who served in the month, by name, and who else has visits or binaan in it."""
    visited, clients = (
        _visited(found),
        {int(key): count for (key, _), count in found.get("carer", {}).items()},
    )
    people = _people(session, span, {*visited, *clients})
    names = Counter(row.name for row in people)
    return tuple(
        MentorFigures(
            staff_id=row.id,
            name=row.name if names[row.name] == 1 else f"{row.name} ({row.decree})",
            serving=_serves(row, span),
            clients=clients.get(row.id, 0),
            visits=(told := visited.get(row.id, _Visited())).visits,
            office_visits=told.office,
            field_visits=told.visits - told.office,
            visited_clients=told.clients,
            waiting=told.waiting,
        )
        for row in people
    )


def _visited(found: Counts) -> Mapping[int, _Visited]:
    visits, office, clients = (found.get(what, {}) for what in ("visits", "office", "visited by"))
    return {
        int(mentor): _Visited(
            visits=visits.get((VisitState.VERIFIED, mentor), 0),
            office=office.get(("", mentor), 0),
            clients=clients.get(("", mentor), 0),
            waiting=visits.get((VisitState.SENT, mentor), 0),
        )
        for mentor in {mentor for _, mentor in visits}
    }


def _people(session: Session, span: Span, others: set[int]) -> list[StaffRow]:
    ended = or_(StaffRow.ended_on.is_(None), StaffRow.ended_on >= span.start)
    served = and_(StaffRow.appointed_on <= span.end, StaffRow.contract_until >= span.start, ended)
    query = (
        select(StaffRow)
        .where(StaffRow.kind == SubjectKind.MENTOR, or_(served, StaffRow.id.in_(others)))
        .order_by(StaffRow.name, StaffRow.id)
    )
    return list(session.scalars(query))


def _serves(row: StaffRow, span: Span) -> bool:
    service = service_of(row)
    return service.appointed_on <= span.end and service.last_day >= span.start
