"""The people who may act, and their roles."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from db import audit
from db.audit import Action, Subject, SubjectKind
from db.engine import require_write
from db.limits import require_text
from db.tables import PersonRoleRow, PersonRow
from domain.roles import Person, Role
from domain.typed import PersonName


def personas(session: Session) -> tuple[Person, ...]:
    """List the active people who hold a role, in the order in which they were added."""
    query = (
        select(PersonRow)
        .where(PersonRow.active, PersonRow.roles.any())
        .order_by(PersonRow.id)
        .options(selectinload(PersonRow.roles))
    )
    return tuple(
        Person(row.id, row.name, frozenset(Role(held.role) for held in row.roles))
        for row in session.scalars(query)
    )


def add_person(
    session: Session, name: PersonName, roles: Iterable[Role], *, at: datetime, email: str | None = None
) -> Person:
    """Add someone who may act. This is for setting a database up: no page may call it."""
    require_write(session)
    require_text(PersonName, name, "name")
    held = frozenset(roles)
    row = PersonRow(name=name, email=email, active=True, roles=[PersonRoleRow(role=role) for role in held])
    session.add(row)
    session.flush()
    audit.record(
        session,
        None,
        Action.ADD_PERSON,
        Subject(SubjectKind.PERSON, row.id),
        at,
        after={"name": name, "roles": sorted(held)},
    )
    return Person(row.id, name, held)
