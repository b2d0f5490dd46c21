"""The past of the demo, done through the same verbs that the pages use, as the personas themselves."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy.orm import Session

from demo.clock import Clock
from demo.personas import add_personas
from demo.wings import wing_of
from domain.programme import Programme
from domain.programmes import PROGRAMMES


def load_through_verbs(
    session: Session, *, today: date, now: datetime, programmes: Sequence[Programme] = PROGRAMMES
) -> None:
    """Let the personas do everything themselves, one thing after the other; takes half a minute."""
    clock = Clock(now)
    wings = [wing_of(programme) for programme in programmes]
    first = min(wing.begins_on(today) for wing in wings)
    people = add_personas(session, programmes, at=clock.at(first, 0))
    pasts = [wing.past(session, people, clock, today) for wing in wings]
    for act in sorted((act for past in pasts for act in past.acts), key=lambda act: act.at):
        act.done()
    for past in pasts:
        past.finish()
