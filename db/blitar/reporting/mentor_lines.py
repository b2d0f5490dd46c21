"""The line of each Pendamping in a month's report, also of those without a visit."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, distinct, func, or_, select
from sqlalchemy.orm import Session

from db.blitar.reporting import conditions as only
from db.blitar.reporting.conditions import Span
from db.blitar.staffing.staff import service_of
from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar.kinds import SubjectKind
from domain.blitar.reporting.report_figures import MentorFigures
from domain.blitar.visiting.visit import VisitPlace, VisitState


@dataclass(frozen=True, slots=True)
class _Visited:
    visits: int = 0
    office: int = 0
    clients: int = 0
    waiting: int = 0


def mentors_of(session: Session, span: Span) -> tuple[MentorFigures, ...]:
    """Every Pendamping who served in the month, by name, and who else has visits or binaan in it."""
    visited, clients = _visited(session, span), clients_at_end(session, span)
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


def clients_at_end(session: Session, span: Span) -> Mapping[int, int]:
    """How many binaan of the month each Pendamping had at its end."""
    later, mentor = only.mentor_at_end(span)
    query = (
        select(mentor, func.count())
        .select_from(ClientRow)
        .outerjoin(later, later.c.client_id == ClientRow.id)
        .where(only.mentored(span), mentor.is_not(None))
        .group_by(mentor)
    )
    return {staff_id: count for staff_id, count in session.execute(query) if staff_id is not None}


def _visited(session: Session, span: Span) -> Mapping[int, _Visited]:
    verified = only.verified()

    def times(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        counted: Any = 1
        for condition in conditions:
            counted = case((condition, counted))
        return func.count(counted)

    query = (
        select(
            VisitRow.mentor_id,
            times(verified),
            times(verified, only.at_place(VisitPlace.OFFICE)),
            func.count(distinct(case((verified, VisitRow.client_id)))),
            times(VisitRow.state == VisitState.SENT),
        )
        .where(only.in_month(span))
        .group_by(VisitRow.mentor_id)
    )
    return {row[0]: _Visited(*row[1:]) for row in session.execute(query)}


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
