"""What needs somebody's attention: six kinds, each counted and listed in SQL."""

from collections.abc import Callable, Collection, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, Final

from sqlalchemy import ColumnElement, Select, and_, exists, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.agreed import is_to_do
from db.blitar.caseload.duties import duties_open, duty_rows, phone_told
from db.blitar.caseload.kinds_of_attention import (
    ClientToVisit,
    ContractToRenew,
    DutyToMeet,
    FollowUpToClose,
    IdleMentor,
    VisitToSend,
    Waiting,
)
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.load import last_day_of_service, serves_on
from db.blitar.caseload.reach import own_staff
from db.blitar.caseload.waiting_counts import counted_before, visit_states
from db.tables import ClientRow, FollowUpRow, StaffRow, VisitRow
from domain.blitar.caseload.attention import (
    AttentionKind,
    days_before_contract_end,
    month_begins,
    overdue_before,
)
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import COUNTED, OPEN_TO_CHANGE, Doer, VisitState
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person

LARGEST_PAGE: Final = 200
_Query = Select[*tuple[Any, ...]]
_Own = Collection[int] | None


def attention_counts(session: Session, actor: Person, law: LawInForce) -> Mapping[AttentionKind, int]:
    """How many of each kind wait on the day of the law; a Pendamping asks about their own work."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    own = own_staff(session, person)
    states = visit_states(session, own)
    return {
        AttentionKind.NO_VISIT: _unvisited(session, law, own),
        AttentionKind.FOLLOW_UPS: _late(session, law, own),
        AttentionKind.IDLE_MENTORS: _counted(session, _is_idle(law, own)),
        AttentionKind.NOT_SENT: sum(states[state] for state in OPEN_TO_CHANGE),
        AttentionKind.CONTRACTS: _counted(session, _ends_soon(law, own)),
        AttentionKind.DUTIES: duties_open(session, law, own),
    }


def _unvisited(session: Session, law: LawInForce, own: _Own) -> int:
    row, before = ClientRow, overdue_before(law)
    if own is None:
        return counted_before(session, "waits", before, OPEN)
    query = select(func.count()).where(row.mentor_id.in_(own), row.status == OPEN, row.waits_since < before)
    return session.scalar(query) or 0


def _late(session: Session, law: LawInForce, own: _Own) -> int:
    row, agreed = ClientRow, FollowUpRow
    if own is None:
        return counted_before(session, "to do", law.day)
    late = select(row.id).where(row.mentor_id.in_(own), row.status == OPEN, row.agreed_due < law.day)
    query = select(func.count()).select_from(agreed).join(VisitRow, VisitRow.id == agreed.visit_id)
    query = query.where(agreed.client_id.in_(late), is_to_do(), agreed.due_on < law.day)
    return session.scalar(query) or 0


def _counted(session: Session, which: Sequence[ColumnElement[bool]]) -> int:
    return session.scalar(select(func.count()).select_from(StaffRow).where(*which)) or 0


def attention_rows(
    session: Session,
    actor: Person,
    kind: AttentionKind,
    law: LawInForce,
    *,
    page: int = 1,
    page_size: int = 10,
) -> tuple[Waiting, ...]:
    """One page of what waits of a kind, what waits longest first."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    if page < 1 or not 1 <= page_size <= LARGEST_PAGE:
        raise ValueError(f"pages start at 1 and hold 1 to {LARGEST_PAGE} rows")
    query, read = _KINDS[kind]
    found = query(law, own_staff(session, person)).limit(page_size).offset((page - 1) * page_size)
    return tuple(read(*row) for row in session.execute(found))


def _to_visit(law: LawInForce, own: _Own) -> _Query:
    row = ClientRow
    return (
        select(
            row.id, row.name, row.district_code, _name_of_mentor(), row.since, row.last_visit_on, phone_told()
        )
        .outerjoin(StaffRow, StaffRow.id == row.mentor_id)
        .where(row.status == OPEN, row.waits_since < overdue_before(law), *_of(row.mentor_id, own))
        .order_by(row.waits_since, row.search_name, row.id)
    )


def _to_close(law: LawInForce, own: _Own) -> _Query:
    row = FollowUpRow
    return (
        select(
            row.visit_id,
            row.client_id,
            ClientRow.name,
            row.told,
            row.due_on,
            row.doer,
            _name_of_mentor(),
            phone_told(),
        )
        .join(VisitRow, VisitRow.id == row.visit_id)
        .join(ClientRow, ClientRow.id == row.client_id)
        .outerjoin(StaffRow, StaffRow.id == ClientRow.mentor_id)
        .where(is_to_do(), row.due_on < law.day)
        .where(ClientRow.status == OPEN, *_of(ClientRow.mentor_id, own))
        .order_by(row.due_on, row.id)
    )


def _idle(law: LawInForce, own: _Own) -> _Query:
    visit = VisitRow
    last_on = select(visit.on).where(_counted_until(law)).order_by(visit.on.desc()).limit(1)
    last_on = last_on.correlate(StaffRow)
    return (
        select(StaffRow.id, StaffRow.name, _clients(), last_on.scalar_subquery().label("last_on"))
        .where(*_is_idle(law, own))
        .order_by(_clients().desc(), StaffRow.name, StaffRow.id)
    )


def _is_idle(law: LawInForce, own: _Own) -> list[ColumnElement[bool]]:
    seen = exists().where(_counted_until(law), VisitRow.on >= month_begins(law)).correlate(StaffRow)
    # Who was appointed within the month has not had the month to visit in.
    had_the_month = and_(StaffRow.appointed_on < month_begins(law), serves_on(law.day))
    return [StaffRow.kind == SubjectKind.MENTOR, had_the_month, *_of(StaffRow.id, own), ~seen]


def _counted_until(law: LawInForce) -> ColumnElement[bool]:
    visit = VisitRow
    return and_(visit.mentor_id == StaffRow.id, visit.state.in_(COUNTED), visit.on <= law.day)


def _to_send(law: LawInForce, own: _Own) -> _Query:
    row = VisitRow
    return (
        select(row.id, ClientRow.name, row.on, row.state, StaffRow.name.label("mentor"))
        .join(ClientRow, ClientRow.id == row.client_id)
        .join(StaffRow, StaffRow.id == row.mentor_id)
        .where(row.state.in_(OPEN_TO_CHANGE), *_of(row.mentor_id, own))
        .order_by(row.on, row.id)
    )


def _to_renew(law: LawInForce, own: _Own) -> _Query:
    last_day = last_day_of_service()
    return (
        select(StaffRow.id, StaffRow.name, StaffRow.kind, last_day.label("last_day"), _clients())
        .where(*_ends_soon(law, own))
        .order_by(last_day, StaffRow.name, StaffRow.id)
    )


def _ends_soon(law: LawInForce, own: _Own) -> list[ColumnElement[bool]]:
    until = law.day + timedelta(days=days_before_contract_end(law))
    return [last_day_of_service().between(law.day, until), *_of(StaffRow.id, own)]


def _clients() -> ColumnElement[int]:
    held = select(func.count()).where(ClientRow.mentor_id == StaffRow.id, ClientRow.status == OPEN)
    return held.correlate(StaffRow).scalar_subquery().label("clients")


def _name_of_mentor() -> ColumnElement[str]:
    return func.coalesce(StaffRow.name, "").label("mentor")


def _of(column: Any, own: _Own) -> list[ColumnElement[bool]]:
    return [] if own is None else [column.in_(own)]


def _follow_up(
    visit_id: int, client_id: int, name: str, told: str, due_on: date, doer: str, mentor: str, phone: str
) -> FollowUpToClose:
    return FollowUpToClose(visit_id, client_id, name, told, due_on, Doer(doer), mentor, phone)


def _visit(visit_id: int, name: str, on: date, state: str, mentor: str) -> VisitToSend:
    return VisitToSend(visit_id, name, on, VisitState(state), mentor)


def _contract(mentor_id: int, mentor: str, kind: str, last_day: date, clients: int) -> ContractToRenew:
    return ContractToRenew(mentor_id, mentor, SubjectKind(kind), last_day, clients)


_KINDS: Final[Mapping[AttentionKind, tuple[Callable[[LawInForce, _Own], _Query], Callable[..., Waiting]]]] = {
    AttentionKind.NO_VISIT: (_to_visit, ClientToVisit),
    AttentionKind.FOLLOW_UPS: (_to_close, _follow_up),
    AttentionKind.IDLE_MENTORS: (_idle, IdleMentor),
    AttentionKind.NOT_SENT: (_to_send, _visit),
    AttentionKind.CONTRACTS: (_to_renew, _contract),
    AttentionKind.DUTIES: (duty_rows, DutyToMeet),
}
