"""Whose binaan a person may see and change: a Pendamping their own, the others all."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.refusals import NotFound
from db.tables import ClientRow, StaffRow
from domain.roles import NotAllowed, Permission, Person, may


def own_staff(session: Session, person: Person) -> tuple[int, ...] | None:
    """The numbers of a Pendamping in the register of staff; None for who sees everybody's binaan."""
    if may(person.roles, Permission.VERIFY_VISITS) or may(person.roles, Permission.DECIDE_UPGRADES):
        return None
    return tuple(session.scalars(select(StaffRow.id).where(StaffRow.person_id == person.id)))


def require_own(session: Session, person: Person, mentor_id: int | None, permission: Permission) -> None:
    """Raise NotAllowed when a Pendamping reaches for another's binaan or visit."""
    own = own_staff(session, person)
    if own is not None and mentor_id not in own:
        raise NotAllowed(permission, person.roles)


def client_row(session: Session, client_id: int, *, hold: bool = False) -> ClientRow:
    """A binaan, held against other writers on wish; or raise NotFound."""
    query = select(ClientRow).where(ClientRow.id == client_id)
    if hold:
        query = query.with_for_update(of=ClientRow).execution_options(populate_existing=True)
    row = session.scalars(query).one_or_none()
    if row is None:
        raise NotFound("Binaan ini")
    return row
