"""The demo office of Blitar at work: who acts, at which moment, and what the store called each thing."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Final

from sqlalchemy.orm import Session

from demo.blitar.personas import PERSONAS
from demo.clock import Clock
from domain.roles import Person

_NAMES: Final = {persona.key: persona.name for persona in PERSONAS}


@dataclass(frozen=True, slots=True)
class BlitarOffice:
    """One loading of the demo; `candidates`, `staff` and `clients` map a key to its number in the store."""

    session: Session
    people: Mapping[str, Person]
    clock: Clock
    candidates: dict[str, int] = field(default_factory=dict)
    staff: dict[str, int] = field(default_factory=dict)
    clients: dict[str, int] = field(default_factory=dict)

    def persona(self, key: str) -> Person:
        """The person of a persona."""
        return self.people[_NAMES[key]]

    def facilitator(self, turn: int = 0) -> Person:
        """One of the two Fasilitator, who take turns."""
        return self.persona(("facilitator", "other_facilitator")[turn % 2])

    def at(self, day: date, place: int = 0) -> datetime:
        """A moment of a day: the things of one day follow one another every few minutes."""
        return self.clock.at(day, place * 3 % 480)
