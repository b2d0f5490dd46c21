"""Binaan and Pendamping that rows of paper forms may mean, looked up by what the rows name them by."""

from collections.abc import Iterable, Sequence
from typing import Any, Final

from sqlalchemy import ColumnElement, select, true
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.care_histories import care_histories
from db.blitar.caseload.lines import OPEN, TAKEN_BACK
from db.blitar.caseload.reach import may_be_visited_by, own_staff, require_own
from db.blitar.staffing.staff import service_of
from db.bulk import pieces
from db.search_words import search_form
from db.tables import ClientRow, StaffRow
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Service
from domain.blitar.visiting.pile_register import Keys, KnownClient, Register
from domain.roles import Person

MOST_LISTED: Final = 5_000


def look_up(session: Session, actor: Person, keys: Keys, *, mentor_id: int | None = None) -> Register:
    """Everything that rows with these keys are held against; a NIK comes back only where it was asked for.

    A Pendamping finds their own binaan, also those that they handed over; `mentor_id` is who visited
    where a row does not say.
    """
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    own = own_staff(session, person)
    if mentor_id is not None:
        require_own(session, person, mentor_id, BlitarPermission.VERIFY_VISITS)
    found = _found(session, keys, true() if own is None else may_be_visited_by(own))
    care = care_histories(session, [row.id for row in found])
    clients = (
        KnownClient(id_, number, name, code, carer, nik if nik in keys.niks else None, care[id_])
        for id_, number, name, code, carer, nik in found
    )
    return Register(tuple(clients), _mentors(session, own), mentor_id, is_own=own is not None)


def pile_clients(session: Session, actor: Person, *, mentor_id: int | None = None) -> tuple[KnownClient, ...]:
    """The open binaan to look up on the template, by name; a Pendamping only their own. No NIK."""
    person = authorise(session, actor, BLITAR, BlitarPermission.RECORD_VISITS)
    own = own_staff(session, person)
    row = ClientRow
    query = (
        select(row.id, row.number, row.name, row.district_code, row.mentor_id)
        .where(row.status == OPEN)
        .order_by(row.search_name, row.id)
    )
    if own is not None:
        query = query.where(row.mentor_id.in_(own))
    if mentor_id is not None:
        query = query.where(row.mentor_id == mentor_id)
    return tuple(
        KnownClient(id_, number, name, code, carer)
        for id_, number, name, code, carer in session.execute(query.limit(MOST_LISTED))
    )


def _mentors(session: Session, own: Sequence[int] | None) -> tuple[Service, ...]:
    query = select(StaffRow).where(StaffRow.kind == SubjectKind.MENTOR)
    if own is not None:
        query = query.where(StaffRow.id.in_(own))
    return tuple(map(service_of, session.scalars(query.order_by(StaffRow.appointed_on, StaffRow.id))))


def _found(session: Session, keys: Keys, within: ColumnElement[bool]) -> Sequence[Any]:
    """The binaan that are named by number, NIK or name, in the order of their numbers."""
    row = ClientRow
    query = select(row.id, row.number, row.name, row.district_code, row.mentor_id, row.nik)
    query = query.where(within, row.status != TAKEN_BACK)
    asked = (
        (row.number, keys.numbers), (row.nik, keys.niks), (row.search_name, _search_forms(keys.names)),
    )  # fmt: skip
    found = {
        one.id: one
        for column, wanted in asked
        for some in pieces(sorted(wanted))
        for one in session.execute(query.where(column.in_(some)))
    }
    return sorted(found.values(), key=lambda one: one.number)


def _search_forms(names: Iterable[str]) -> set[str]:
    return {search_form(name) for name in names}
