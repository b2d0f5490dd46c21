"""What Malang adds to the demo: one officer, who has given three stalls away."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from db.malang.stalls import give_stall
from demo.clock import Act, Clock
from demo.persona import Persona
from demo.wings import Past, Wing
from domain.malang.roles import MalangRole
from domain.roles import Person

OFFICER: Final = Persona("market_officer", "Tono", MalangRole.MARKET_OFFICER)


def _past(session: Session, people: Mapping[str, Person], clock: Clock, today: date) -> Past:
    officer = people[OFFICER.name]

    def give(number: int) -> Act:
        moment = clock.at(today, number)
        return Act(moment, lambda at: give_stall(session, officer, number, at=at))

    return Past(tuple(map(give, (1, 2, 3))))


WING: Final = Wing((OFFICER,), lambda today: today, _past)
