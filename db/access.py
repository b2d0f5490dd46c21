"""Who is acting, as the store knows them: roles come from the role table, never from the caller."""

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.tables import PersonRoleRow, PersonRow
from domain.roles import NotAllowed, Permission, Person, Role, may

# Every verb asks this first, so it is put together once.
_HELD = (
    select(PersonRow.name, PersonRoleRow.role)
    .outerjoin(PersonRoleRow, PersonRoleRow.person_id == PersonRow.id)
    .where(PersonRow.id == bindparam("person"), PersonRow.active)
)


def authorise(session: Session, actor: Person, permission: Permission, *others: Permission) -> Person:
    """Give the actor as stored, or raise NotAllowed unless a role carries one of the permissions.

    An inactive person, or one who is not stored, holds no role.
    """
    person = stored_person(session, actor.id)
    roles = person.roles if person else frozenset()
    if person is None or not any(may(roles, each) for each in (permission, *others)):
        raise NotAllowed(permission, roles)
    return person


def stored_person(session: Session, person_id: int) -> Person | None:
    """Find an active person with the roles that the store knows; None when there is none."""
    found = session.execute(_HELD, {"person": person_id}).all()
    if not found:
        return None
    return Person(person_id, found[0].name, frozenset(Role(row.role) for row in found if row.role))
