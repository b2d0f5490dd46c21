"""The rows behind each number of a month's report, so that every number can be opened."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, func, select
from sqlalchemy.orm import Session, aliased

from db.access import authorise
from db.blitar.caseload.reach import own_staff
from db.blitar.caseload.stages import stages_until
from db.blitar.reporting import conditions as only
from db.blitar.reporting.conditions import Span, span_of
from db.tables import ClientRow, FollowUpRow, StaffRow, VisitPartRow, VisitRow, VisitTaskRow
from domain.blitar.goals_and_tasks import MentorTask
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.behind import Behind, Number, Row, Rows
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitPlace, VisitState
from domain.dates import indonesian_date
from domain.roles import Person

PAGE: Final = 50
_STATES: Final = {
    Number.WAITING: VisitState.SENT,
    Number.DRAFTS: VisitState.DRAFT,
    Number.RETURNED: VisitState.RETURNED,
}
_FOLLOW_UPS: Final = {
    Number.AGREED: only.agreed,
    Number.DONE: only.done,
    Number.OVERDUE: only.overdue,
}
_VISITS: Final = frozenset(
    {Number.VISITS, Number.OFFICE_VISITS, Number.FIELD_VISITS, Number.RECOMMENDATIONS, *_STATES}
    | {Number.PART, Number.TASK, Number.MENTOR}
)
_Query = Select[*tuple[Any, ...]]
_mentor = aliased(StaffRow, name="its_mentor")


@dataclass(frozen=True, slots=True)
class _Part:
    most: int
    after: int


def rows_behind(
    session: Session,
    actor: Person,
    month: date,
    what: Behind,
    *,
    day: date | None = None,
    page: int = 1,
) -> Rows:
    """A page of the rows that a number of the month counts, as the store has them now.

    A Pendamping gets only their own visits and binaan, and is told so; then there may be fewer rows than
    the number says. `day` is today while the month goes on.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    return _found(session, person, span_of(month, day), what, _Part(PAGE, PAGE * (page - 1)))


def first_rows(session: Session, person: Person, month: date, what: Behind, *, most: int) -> Rows:
    """The first so many rows behind a number of a month, for verbs that have asked who may."""
    return _found(session, person, span_of(month), what, _Part(most, 0))


def _found(session: Session, person: Person, span: Span, what: Behind, part: _Part) -> Rows:
    own = own_staff(session, person)
    if what.number is Number.STAGE:
        return _in_stage(session, span, what, own, part)
    told: Callable[..., Row]
    if what.number in _VISITS:
        query, told = _visits(span, what, own), _visit_row
    elif what.number in _FOLLOW_UPS:
        query, told = _follow_ups(span, what, own), _follow_up_row
    else:
        query, told = _clients(span, what, own), _client_row
    total = session.scalar(select(func.count()).select_from(query.order_by(None).subquery())) or 0
    rows = session.execute(query.limit(part.most).offset(part.after))
    return Rows(tuple(told(*row) for row in rows), total, own is not None)


def _in_stage(session: Session, span: Span, what: Behind, own: Sequence[int] | None, part: _Part) -> Rows:
    # The stage of an earlier day is worked out here, so only the binaan of this part are named in a query.
    query = _clients(span, what, own)
    every = session.scalars(query.with_only_columns(ClientRow.id)).all()
    stages = stages_until(session, until=span.end)
    found = [number for number in every if stages[number][0] == what.key]
    shown = query.where(ClientRow.id.in_(found[part.after : part.after + part.most]))
    rows = tuple(_client_row(*row) for row in session.execute(shown))
    return Rows(rows, len(found), own is not None)


def _visits(span: Span, what: Behind, own: Sequence[int] | None) -> _Query:
    query = (
        select(VisitRow, ClientRow.number, ClientRow.name, _mentor.name.label("mentor"))
        .join(ClientRow, ClientRow.id == VisitRow.client_id)
        .join(_mentor, _mentor.id == VisitRow.mentor_id)
        .where(_visit_condition(span, what))
        .order_by(VisitRow.on, VisitRow.id)
    )
    return query if own is None else query.where(VisitRow.mentor_id.in_(own))


def _visit_condition(span: Span, what: Behind) -> ColumnElement[bool]:
    if what.number in _STATES:
        return and_(only.in_month(span), VisitRow.state == _STATES[what.number])
    counted = only.counted(span)
    match what.number:
        case Number.OFFICE_VISITS:
            return and_(counted, only.at_place(VisitPlace.OFFICE))
        case Number.FIELD_VISITS:
            return and_(counted, only.at_place(VisitPlace.FIELD))
        case Number.RECOMMENDATIONS:
            return and_(counted, only.recommends())
        case Number.PART:
            parts = select(VisitPartRow.visit_id).where(VisitPartRow.part == what.key)
            return and_(counted, VisitRow.id.in_(parts))
        case Number.TASK:
            tasks = select(VisitTaskRow.visit_id).where(VisitTaskRow.task == what.key)
            return and_(counted, VisitRow.id.in_(tasks))
        case Number.MENTOR:
            return and_(counted, VisitRow.mentor_id == int(what.key))
    return counted


def _follow_ups(span: Span, what: Behind, own: Sequence[int] | None) -> _Query:
    query = (
        select(FollowUpRow, VisitRow.on, ClientRow.number, ClientRow.name, _mentor.name.label("mentor"))
        .join(VisitRow, VisitRow.id == FollowUpRow.visit_id)
        .join(ClientRow, ClientRow.id == FollowUpRow.client_id)
        .join(_mentor, _mentor.id == VisitRow.mentor_id)
        .where(_FOLLOW_UPS[what.number](span))
        .order_by(FollowUpRow.due_on, FollowUpRow.id)
    )
    return query if own is None else query.where(ClientRow.mentor_id.in_(own))


def _clients(span: Span, what: Behind, own: Sequence[int] | None) -> _Query:
    later, mentor = only.mentor_at_end(span)
    query = (
        select(ClientRow, _mentor.name.label("mentor"))
        .outerjoin(later, later.c.client_id == ClientRow.id)
        .outerjoin(_mentor, _mentor.id == mentor)
        .where(_client_condition(span, what, mentor))
        .order_by(ClientRow.search_name, ClientRow.id)
    )
    return query if own is None else query.where(ClientRow.mentor_id.in_(own))


def _client_condition(span: Span, what: Behind, mentor: ColumnElement[int | None]) -> ColumnElement[bool]:
    mentored = only.mentored(span)
    match what.number:
        case Number.COOPERATIVES:
            return and_(mentored, ClientRow.kind == SubjectKind.CLIENT_COOPERATIVE)
        case Number.BUSINESSES:
            return and_(mentored, ClientRow.kind == SubjectKind.CLIENT_MICRO)
        case Number.VISITED_CLIENTS:
            return ClientRow.id.in_(select(VisitRow.client_id).where(only.counted(span)))
        case Number.MENTOR_CLIENTS:
            return and_(mentored, mentor == int(what.key))
        case Number.NO_MENTOR:
            return and_(mentored, mentor.is_(None))
        case Number.GOAL:
            risen = only.risen(span).subquery("risen")
            chosen = select(risen.c.client_id).where(risen.c.goal == what.key)
            return and_(mentored, ClientRow.id.in_(chosen))
    return mentored


def _visit_row(visit: VisitRow, number: str, name: str, mentor: str) -> Row:
    tasks = "; ".join(MentorTask(task).label for task in visit.body["tasks"])
    place = VisitPlace(visit.place).label
    told = " · ".join(filter(None, [place, tasks, _text(visit, "problem"), _text(visit, "recommendation")]))
    return Row(visit.on, visit.client_id, number, name, mentor, told, visit.id)


def _text(visit: VisitRow, field: str) -> str:
    words = {"problem": "masalah", "recommendation": "rekomendasi"}
    told = " ".join(str(visit.body.get(field, "")).split())
    return f"{words[field]}: {told}" if told else ""


def _follow_up_row(agreed: FollowUpRow, on: date, number: str, name: str, mentor: str) -> Row:
    told = f"{agreed.told} · disepakati {indonesian_date(on)}"
    if agreed.closed_on is not None:
        told += f" · ditutup {indonesian_date(agreed.closed_on)}"
    return Row(agreed.due_on, agreed.client_id, number, name, mentor, told, agreed.visit_id)


def _client_row(client: ClientRow, mentor: str | None) -> Row:
    told = SubjectKind(client.kind).label
    if client.ended_on is not None:
        told += f" · pendampingan berakhir {indonesian_date(client.ended_on)}"
    return Row(client.since, client.id, client.number, client.name, mentor or "", told)
