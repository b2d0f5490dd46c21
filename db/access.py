"""Who is acting, as the store knows them: roles come from the role table, never from the caller."""

from collections.abc import Iterable
from functools import cache
from typing import Any

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from db.engine import known_together
from db.tables import PersonRoleRow, PersonRow
from domain.programme import NotAllowed, Programme, may
from domain.programmes import PROGRAMMES
from domain.roles import Held, Permission, Person

# Every verb asks this first, so it is put together once.
_HELD = (
    select(PersonRow.name, PersonRoleRow.programme, PersonRoleRow.role)
    .outerjoin(PersonRoleRow, PersonRoleRow.person_id == PersonRow.id)
    .where(PersonRow.id == bindparam("person"), PersonRow.active)
)


def authorise(
    session: Session, actor: Person, programme: Programme, permission: Permission, *others: Permission
) -> Person:
    """Give the actor as stored, or raise NotAllowed unless a role in the programme carries a permission.

    One of the permissions is enough. An inactive person, or one who is not stored, holds no role.
    """
    person = stored_person(session, actor.id)
    if person is None or not any(may(person, each, programme) for each in (permission, *others)):
        raise NotAllowed(permission, programme, person)
    return person


def stored_person(session: Session, person_id: int) -> Person | None:
    """Find an active person with the roles that the store knows; None when there is none."""
    return known_together(session, ("person", person_id), lambda: _stored(session, person_id))


def _stored(session: Session, person_id: int) -> Person | None:
    rows = session.execute(_HELD, {"person": person_id}).all()
    return Person(person_id, rows[0].name, held_in(rows)) if rows else None


def held_in(rows: Iterable[Any]) -> frozenset[Held]:
    """The roles of rows; what no programme of the product knows counts for nothing."""
    held = (_held(row.programme, row.role) for row in rows if row.programme is not None)
    return frozenset(one for one in held if one is not None)


@cache  # every run of every screen reads everybody's
def _held(key: str, value: str) -> Held | None:
    programme = next((one for one in PROGRAMMES if one.key == key), None)
    role = None if programme is None else programme.role(value)
    return None if role is None else Held(key, role)
