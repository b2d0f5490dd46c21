"""What the form of a visit offers: Pendamping, and their binaan, the longest not visited first."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Row, Select, literal, or_, select, union
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.reach import client_row, ever_cared_for_by, own_staff, require_own
from db.blitar.staffing.staff import service_of
from db.tables import ClientRow, StaffRow, VisitRow
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Service
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class ClientChoice:
    """A binaan that may be visited; `in_care` is False once it was handed over to another.

    From then on its Pendamping no longer sees `last_visit_on`.
    """

    id: int
    number: str
    name: str
    kind: SubjectKind
    district_code: str | None
    since: date
    ended_on: date | None
    last_visit_on: date | None
    in_care: bool


def mentors_to_choose(session: Session, actor: Person) -> tuple[Service, ...]:
    """For whom a person may record visits, by name: a Pendamping for themselves, the Fasilitator for all.

    Also those who no longer serve, since the record of a visit may come late.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    own = own_staff(session, person)
    query = select(StaffRow).where(StaffRow.kind == SubjectKind.MENTOR).order_by(StaffRow.name, StaffRow.id)
    if own is not None:
        query = query.where(StaffRow.id.in_(own))
    return tuple(service_of(row) for row in session.scalars(query))


def carer_of(session: Session, actor: Person, client_id: int) -> int | None:
    """Who has a binaan in care now, None for nobody; a Pendamping asks about their own only."""
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    carer_id = client_row(session, client_id).mentor_id
    require_own(session, person, carer_id, BlitarPermission.VERIFY_VISITS)
    return carer_id


def clients_to_visit(
    session: Session, actor: Person, mentor_id: int, *, also: int | None = None
) -> tuple[ClientChoice, ...]:
    """The open binaan of a Pendamping, never visited ones first, then the longest not visited.

    Those handed over since stand at the end, because a visit may be recorded late. `also` is one more
    binaan of the same Pendamping's records, such as that of a draft; for the Fasilitator any binaan.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    require_own(session, person, mentor_id, BlitarPermission.VERIFY_VISITS)
    row = ClientRow
    sees_all = own_staff(session, person) is None
    numbers = union(ever_cared_for_by([mentor_id]), *_more(mentor_id, also, sees_all=sees_all)).subquery()
    in_care = (row.mentor_id == mentor_id).label("in_care")
    query = (
        select(
            row.id, row.number, row.name, row.kind, row.district_code, row.since, row.ended_on,
            row.last_visit_on, in_care,
        )
        .select_from(numbers)
        .join(row, row.id == numbers.c.id)
        .where(or_(row.status == OPEN, row.id == also))
        .order_by(in_care.desc(), row.last_visit_on.asc().nulls_first(), row.since, row.search_name, row.id)
    )  # fmt: skip
    return tuple(_choice(found, sees_all) for found in session.execute(query))


def _more(mentor_id: int, also: int | None, *, sees_all: bool) -> Iterator[Select[int]]:
    if also is None:
        return
    if sees_all:
        yield select(literal(also))
    else:
        yield select(VisitRow.client_id).where(VisitRow.mentor_id == mentor_id, VisitRow.client_id == also)


def _choice(found: Row[*tuple[Any, ...]], sees_all: bool) -> ClientChoice:
    return ClientChoice(
        found.id,
        found.number,
        found.name,
        SubjectKind(found.kind),
        found.district_code,
        found.since,
        found.ended_on,
        found.last_visit_on if sees_all or found.in_care else None,
        bool(found.in_care),
    )
