"""The people who may act, and their roles."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db import audit
from db.access import held_in
from db.engine import require_write
from db.limits import require_text
from db.tables import PersonRoleRow, PersonRow
from db.trail import OfficeAction, OfficeSubject, Subject
from domain.programme import Programme
from domain.programmes import PROGRAMMES
from domain.roles import Held, Person
from domain.typed import PersonName


def personas(session: Session, programmes: Collection[Programme] = PROGRAMMES) -> tuple[Person, ...]:
    """List the active people who hold a role in one of the programmes, as they were added."""
    keys = [programme.key for programme in programmes]
    query = (
        select(PersonRow)
        .where(PersonRow.active, PersonRow.roles.any(PersonRoleRow.programme.in_(keys)))
        .order_by(PersonRow.id)
        .options(selectinload(PersonRow.roles))
    )
    return tuple(
        Person(row.id, row.name, held_in(each for each in row.roles if each.programme in keys))
        for row in session.scalars(query)
    )


def add_person(
    session: Session, name: PersonName, held: Collection[Held], *, at: datetime, email: str | None = None
) -> Person:
    """Add someone who may act. This is for setting a database up: no page may call it."""
    require_write(session)
    require_text(PersonName, name, "name")
    roles = [PersonRoleRow(programme=each.programme, role=each.role) for each in held]
    row = PersonRow(name=name, email=email, active=True, roles=roles)
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
