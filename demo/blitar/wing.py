"""What Blitar adds to the demo."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from demo.blitar.blitar_year import blitar_acts
from demo.blitar.days import days_of
from demo.blitar.personas import PERSONAS
from demo.clock import Clock
from demo.wings import Past, Wing
from domain.roles import Person


def _begins_on(today: date) -> date:
    return days_of(today).announced


def _past(session: Session, people: Mapping[str, Person], clock: Clock, today: date) -> Past:
    return Past(blitar_acts(session, people, clock, today))


WING: Final = Wing(PERSONAS, _begins_on, _past)
