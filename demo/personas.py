"""The people whom a visitor of the demo can act as; none of them exists."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from sqlalchemy.orm import Session

from db.office.people import add_person
from domain.roles import Person, Role


@dataclass(frozen=True, slots=True)
class Persona:
    """A made-up person with one role; the name says that it is an example."""

    key: str
    given_name: str
    role: Role

    @property
    def name(self) -> str:
        """The name on screens, with the role and the word "contoh"."""
        return f"{self.given_name} ({self.role.label}, contoh)"


OFFICER: Final = Persona("officer", "Rina", Role.OFFICER)
TEAM_MEMBER: Final = Persona("team_member", "Zainal", Role.TEAM_MEMBER)
OTHER_TEAM_MEMBER: Final = Persona("other_team_member", "Fitri", Role.TEAM_MEMBER)
TEAM_LEAD: Final = Persona("team_lead", "Halim", Role.TEAM_LEAD)
BANK: Final = Persona("bank", "Dewi", Role.BANK)
ADMINISTRATOR: Final = Persona("administrator", "Wati", Role.ADMINISTRATOR)

PERSONAS: Final = (
    OFFICER,
    TEAM_MEMBER,
    OTHER_TEAM_MEMBER,
    TEAM_LEAD,
    BANK,
    Persona("facilitator", "Sari", Role.FACILITATOR),
    Persona("other_facilitator", "Hendra", Role.FACILITATOR),
    Persona("mentor", "Bagus", Role.MENTOR),
    Persona("other_mentor", "Lilis", Role.MENTOR),
    Persona("agency_head", "Yuni", Role.AGENCY_HEAD),
    Persona("leadership", "Arif", Role.LEADERSHIP),
    ADMINISTRATOR,
    Persona("other_administrator", "Joko", Role.ADMINISTRATOR),
)


def add_personas(session: Session, *, at: datetime) -> Mapping[str, Person]:
    """Add every persona; gives the people by name, which is what a judgement is signed with."""
    people = [add_person(session, persona.name, [persona.role], at=at) for persona in PERSONAS]
    return {person.name: person for person in people}
