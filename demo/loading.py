"""Fills a demo database through the same verbs that the pages use, as the personas themselves."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.engine import Database
from db.opening import is_demo
from db.tables import PersonRow
from demo.clock import Clock
from demo.personas import add_personas
from demo.wings import wing_of
from domain.programme import Programme
from domain.programmes import PROGRAMMES


def load_demo(
    database: Database, *, today: date, now: datetime, programmes: Sequence[Programme] = PROGRAMMES
) -> bool:
    """Add the personas and the past of the programmes, all at once; tell whether there was anything to do.

    Does nothing when the database holds people already. Raises RuntimeError for a database that is
    not marked as demo.
    """
    if not is_demo(database):
        raise RuntimeError("demo data goes only into a database that is marked as demo")
    with database.write() as session:
        if _has_people(session, on_server=not database.is_sqlite):
            return False
        _load(session, Clock(now), today, programmes)
    return True


def _load(session: Session, clock: Clock, today: date, programmes: Sequence[Programme]) -> None:
    wings = [wing_of(programme) for programme in programmes]
    first = min(wing.begins_on(today) for wing in wings)
    people = add_personas(session, programmes, at=clock.at(first, 0))
    pasts = [wing.past(session, people, clock, today) for wing in wings]
    for act in sorted((act for past in pasts for act in past.acts), key=lambda act: act.at):
        act.done()
    for past in pasts:
        past.finish()


def _has_people(session: Session, *, on_server: bool) -> bool:
    if on_server:
        # A second process waits here until the first is done; on SQLite it waited already.
        session.execute(text("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE"))
    return session.scalar(select(PersonRow.id).limit(1)) is not None
