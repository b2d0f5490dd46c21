"""Fills a demo database: with what was prepared for this week, or by doing everything through the verbs."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.all_rows import put_all_rows
from db.chain.kept_rows import KEPT
from db.chain.linking import bind_present
from db.engine import Database
from db.opening import is_demo, note_demo_until
from db.statistics import count_if_grown
from db.tables import InstallationRow, PersonRow
from demo.prepared.grid import day_for
from demo.prepared.made_of import fingerprint
from demo.prepared.prepared_days import PreparedDays
from demo.through_verbs import load_through_verbs
from domain.programme import Programme
from domain.programmes import PROGRAMMES


def load_demo(
    database: Database, *, today: date, now: datetime, programmes: Sequence[Programme] = PROGRAMMES
) -> bool:
    """Add the personas and the past of the programmes, all at once; tell whether there was anything to do.

    What was prepared as of a day of this week takes a moment; without it everything is done anew through
    the verbs. Does nothing when the database holds people already. Raises RuntimeError for a database
    that is not marked as demo.
    """
    if not is_demo(database):
        raise RuntimeError("demo data goes only into a database that is marked as demo")
    with database.write() as session:
        if _has_people(session, on_server=not database.is_sqlite):
            return False
        fill_demo(session, today=today, now=now, programmes=programmes)
    return True


def fill_demo(session: Session, *, today: date, now: datetime, programmes: Sequence[Programme]) -> None:
    """Put the people and their past into the empty tables of a demo, within one transaction."""
    day = _put_prepared(session, now, programmes)
    if day is None:
        load_through_verbs(session, today=today, now=now, programmes=programmes)
    note_demo_until(session, day or today)
    count_if_grown(session.connection())


def _put_prepared(session: Session, now: datetime, programmes: Sequence[Programme]) -> date | None:
    """Put what was prepared into the store; gives the day as of which it was, None when nothing fits."""
    prepared = PreparedDays()
    day = day_for(now, prepared.days)
    are_all = [one.key for one in programmes] == [one.key for one in PROGRAMMES]
    if day is None or not are_all or prepared.made_of != fingerprint():
        return None
    put_all_rows(session.connection(), prepared.rows_of(day))
    bind_present(session, [name for name in KEPT if name != InstallationRow.__tablename__])
    return day


def _has_people(session: Session, *, on_server: bool) -> bool:
    if on_server:
        # A second process waits here until the first is done; on SQLite it waited already.
        session.execute(text("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE"))
    return session.scalar(select(PersonRow.id).limit(1)) is not None
