"""The people whom a visitor of the demo can act as; none of them exists."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from itertools import chain
from typing import Final

from sqlalchemy.orm import Session

from db.office.people import add_person
from demo.persona import Persona
from demo.wings import wing_of
from domain.programme import Programme
from domain.roles import Held, OfficeRole, Person

ADMINISTRATOR: Final = Persona("administrator", "Wati", OfficeRole.ADMINISTRATOR)
# In every programme that the installation serves.
OFFICE_PERSONAS: Final = (
    Persona("leadership", "Arif", OfficeRole.LEADERSHIP),
    ADMINISTRATOR,
    Persona("other_administrator", "Joko", OfficeRole.ADMINISTRATOR),
)


def personas_of(programmes: Sequence[Programme]) -> tuple[Persona, ...]:
    """Everybody of the programmes, and last those of the office."""
    own = chain.from_iterable(wing_of(programme).personas for programme in programmes)
    return (*own, *OFFICE_PERSONAS)


def add_personas(session: Session, programmes: Sequence[Programme], *, at: datetime) -> Mapping[str, Person]:
    """Add every persona; gives the people by name, which is what a judgement is signed with."""
    people = [
        add_person(session, persona.name, _held(persona, programmes), at=at)
        for persona in personas_of(programmes)
    ]
    return {person.name: person for person in people}


def _held(persona: Persona, programmes: Sequence[Programme]) -> list[Held]:
    return [Held(one.key, persona.role) for one in programmes if persona.role in one.roles]
