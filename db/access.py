"""Who is acting, as the store knows them: roles come from the role table, never from the caller.

A role counts on its days alone, and who came in through a sign-in acts only as long as that lasts.
"""

from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, and_, bindparam, exists, or_, select
from sqlalchemy.orm import Session

from db import clock
from db.engine import known_together
from db.refusals import SignInEnded
from db.tables import PersonRoleRow, PersonRow, RoleEndRow, SignInRow
from domain.programme import NotAllowed, Programme, may
from domain.programmes import PROGRAMMES
from domain.roles import Held, Permission, Person

if TYPE_CHECKING:
    from domain.entering.limits import Stay


def in_force() -> ColumnElement[bool]:
    """Whether a role counts on the bound `day`."""
    role: Any = PersonRoleRow
    day: Any = bindparam("day")
    ended = exists().where(RoleEndRow.role_id == role.id, RoleEndRow.last_day < day)
    return and_(
        or_(role.since.is_(None), role.since <= day), or_(role.until.is_(None), role.until >= day), ~ended
    )


def _asking(*more: Any) -> Any:
    return (
        select(PersonRow.name, PersonRoleRow.programme, PersonRoleRow.role, *more)
        .select_from(PersonRow)
        .outerjoin(PersonRoleRow, and_(PersonRoleRow.person_id == PersonRow.id, in_force()))
        .where(PersonRow.id == bindparam("person"), PersonRow.active)
    )


# Every verb asks one of these first, so they are put together once.
_HELD = _asking()
_CAME_IN = _asking(SignInRow.ended_at, SignInRow.idle_ends_at, SignInRow.ends_at, SignInRow.fresh_until).join(
    SignInRow, and_(SignInRow.id == bindparam("entry"), SignInRow.person_id == PersonRow.id)
)


def authorise(
    session: Session, actor: Person, programme: Programme, permission: Permission, *others: Permission
) -> Person:
    """Give the actor as stored, or raise NotAllowed unless a role in the programme carries a permission.

    One of the permissions is enough. An inactive person, or one who is not stored, holds no role. Raises
    SignInEnded for who came in through a sign-in that is over.
    """
    person = stored_person(session, actor.id, actor.entry)
    if person is None or not any(may(person, each, programme) for each in (permission, *others)):
        raise NotAllowed(permission, programme, person)
    return person


def stored_person(session: Session, person_id: int, entry: int | None = None) -> Person | None:
    """Find an active person with the roles that the store knows today; None when there is none."""
    return known_together(session, ("person", person_id, entry), lambda: _stored(session, person_id, entry))


def _stored(session: Session, person_id: int, entry: int | None) -> Person | None:
    told = {"person": person_id, "day": clock.office_day()}
    if entry is None:
        rows = session.execute(_HELD, told).all()
    else:
        rows = session.execute(_CAME_IN, told | {"entry": entry}).all()
        if not rows or rows[0].ended_at is not None or _stay(rows[0]).is_over(clock.moment()):
            raise SignInEnded
    return Person(person_id, rows[0].name, held_in(rows), entry) if rows else None


def is_fresh(session: Session, person: Person) -> bool:
    """Whether who came in through a sign-in showed who they are recently; a demo persona always is."""
    if person.entry is None:
        return True
    row = session.get(SignInRow, person.entry)
    return row is not None and _stay(row).is_fresh(clock.moment())


def _stay(row: Any) -> "Stay":
    from domain.entering.limits import Stay  # the first screen of a demo asks of no sign-in

    return Stay(row.idle_ends_at, row.ends_at, row.fresh_until)


def held_in(rows: Iterable[Any]) -> frozenset[Held]:
    """The roles of rows; what no programme of the product knows counts for nothing."""
    held = (_held(row.programme, row.role) for row in rows if row.programme is not None)
    return frozenset(one for one in held if one is not None)


@cache  # every run of every screen reads everybody's
def _held(key: str, value: str) -> Held | None:
    programme = next((one for one in PROGRAMMES if one.key == key), None)
    role = None if programme is None else programme.role(value)
    return None if role is None else Held(key, role)
