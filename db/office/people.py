"""The people who may act, and their roles."""

from collections.abc import Collection
from datetime import datetime
from itertools import groupby

from sqlalchemy import and_, bindparam, select
from sqlalchemy.orm import Session

from db import audit, clock
from db.access import held_in, in_force
from db.engine import require_write
from db.limits import require_text
from db.tables import PersonRoleRow, PersonRow, SignInRow
from db.trail import OfficeAction, OfficeSubject, Subject
from domain.programme import Programme
from domain.programmes import PROGRAMMES
from domain.roles import Held, Person
from domain.typed import PersonName

# Every run of every screen asks this, so it is put together once.
_ACTIVE = (
    select(PersonRow.id, PersonRow.name, PersonRoleRow.programme, PersonRoleRow.role)
    .join(PersonRoleRow, and_(PersonRoleRow.person_id == PersonRow.id, in_force()))
    .where(PersonRow.active, PersonRoleRow.programme.in_(bindparam("programmes", expanding=True)))
    .order_by(PersonRow.id, PersonRoleRow.role)
)


def personas(session: Session, programmes: Collection[Programme] = PROGRAMMES) -> tuple[Person, ...]:
    """List the active people who hold a role in one of the programmes, as they were added."""
    keys = [programme.key for programme in programmes]
    rows = session.execute(_ACTIVE, {"programmes": keys, "day": clock.office_day()})
    return tuple(
        Person(number, name, held_in(roles))
        for (number, name), roles in groupby(rows, key=lambda row: (row.id, row.name))
    )


def add_person(
    session: Session, name: PersonName, held: Collection[Held], *, at: datetime, email: str | None = None
) -> Person:
    """Add someone who may act. This is for setting a database up: no page may call it.

    Raises RuntimeError once anybody has signed in: from then on administrators add people.
    """
    from domain.entering.claims import as_compared  # a screen that lists people needs none of it

    require_write(session)
    if session.scalar(select(SignInRow.id).limit(1)) is not None:
        raise RuntimeError("people of a store in real use are added by its administrators")
    require_text(PersonName, name, "name")
    roles = [PersonRoleRow(programme=each.programme, role=each.role, reason="") for each in held]
    row = PersonRow(name=name, email=None if email is None else as_compared(email), active=True, roles=roles)
    session.add(row)
    session.flush()
    audit.record(
        session,
        None,
        None,
        OfficeAction.ADD_PERSON,
        Subject(OfficeSubject.PERSON, row.id),
        at,
        after={"name": name, "roles": sorted(f"{each.programme}: {each.role}" for each in held)},
    )
    return Person(row.id, name, frozenset(held))
