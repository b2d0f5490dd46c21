"""The first administrator, made by a command on the server: who can run it could change the store anyway."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from db import audit
from db.engine import require_write
from db.limits import require_whole
from db.office.people_access import free_address
from db.office.people_refusals import AdministratorThere
from db.office.role_terms import hold_everybody, terms_of
from db.tables import PersonRoleRow, PersonRow
from db.trail import OfficeAction, OfficeSubject, Subject
from domain.dates import JAKARTA
from domain.entering.claims import as_compared
from domain.entering.role_terms import NewPerson
from domain.programme import Programme
from domain.roles import OfficeRole


def make_administrator(
    session: Session, told: NewPerson, programme: Programme, *, again_because: str = "", at: datetime
) -> int:
    """Make somebody administrator of a programme; gives the person's number.

    Raises AdministratorThere while the programme has an active one, unless a reason is given, and Wrong for
    an address that is none. Somebody who is known by the address becomes active again.
    """
    require_write(session)
    require_whole(told)
    hold_everybody(session)
    day = at.astimezone(JAKARTA).date()
    row = session.scalars(select(PersonRow).where(PersonRow.email == as_compared(told.email))).one_or_none()
    others = _administrators(session, programme, at)
    if others and not again_because.strip():
        raise AdministratorThere(others[0])
    if row is None:
        row = PersonRow(name=told.name.strip(), email=free_address(session, told.email), active=True)
        session.add(row)
    row.active = True
    session.flush()
    role = OfficeRole.ADMINISTRATOR
    reason = again_because.strip() or "administrator pertama"
    terms = terms_of(session, [row.id]).get(row.id, [])
    if not any(_is_kept(one, programme, day) for one in terms):
        given: dict[str, Any] = {"since": day, "reason": reason, "at": at}
        session.add(PersonRoleRow(person_id=row.id, programme=programme.key, role=role.value, **given))
    subject = Subject(OfficeSubject.PERSON, row.id)
    after = {"name": row.name, "email": row.email, "role": role.value, "reason": reason}
    audit.record(session, None, programme, OfficeAction.FIRST_ADMINISTRATOR, subject, at, after=after)
    return row.id


def _is_kept(term: Any, programme: Programme, day: Any) -> bool:
    is_role = term.programme == programme.key and term.role is OfficeRole.ADMINISTRATOR
    return bool(is_role and term.until is None and term.counts_on(day))


def _administrators(session: Session, programme: Programme, at: datetime) -> list[str]:
    day, terms = at.astimezone(JAKARTA).date(), terms_of(session)
    rows = session.scalars(select(PersonRow).where(PersonRow.active).order_by(PersonRow.id))
    return [
        row.name
        for row in rows
        for one in terms.get(row.id, [])
        if one.programme == programme.key and one.role is OfficeRole.ADMINISTRATOR and one.counts_on(day)
    ]
