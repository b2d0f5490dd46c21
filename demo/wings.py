"""What each programme adds to the demo, found by its key: its people, and what they have done so far."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib import import_module

from sqlalchemy.orm import Session

from demo.clock import Act, Clock
from demo.persona import Persona
from domain.programme import Programme
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class Past:
    """Everything that is done in a programme up to a day, and what is left once all of it is done."""

    acts: tuple[Act, ...]
    finish: Callable[[], None] = lambda: None


@dataclass(frozen=True, slots=True)
class Wing:
    """One programme's part of the demo: its people, since when there is anything, and what they do."""

    personas: tuple[Persona, ...]
    begins_on: Callable[[date], date]
    past: Callable[[Session, Mapping[str, Person], Clock, date], Past]


def wing_of(programme: Programme) -> Wing:
    """The part of the demo that stands in the programme's folder."""
    wing: Wing = import_module(f"demo.{programme.key}.wing").WING
    return wing
