"""Blitar's part of the demo in a database, loaded once for all tests of a worker that only read."""

import tempfile
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path

from db.opening import open_database
from demo.blitar.blitar_year import blitar_acts
from demo.clock import Clock
from demo.personas import add_personas
from domain.dates import JAKARTA
from domain.programmes import PROGRAMMES

_FOLDER = tempfile.TemporaryDirectory(prefix="demo", ignore_cleanup_errors=True)


@cache
def demo_on(today):
    """A database with only Blitar's part of the demo in it, as of the afternoon of a day."""
    now = datetime.combine(today, datetime.min.time(), JAKARTA) + timedelta(hours=15)
    database = open_database(f"sqlite:///{Path(_FOLDER.name) / f'{today}.sqlite3'}", sign_in_configured=False)
    with database.write() as session:
        people = add_personas(session, PROGRAMMES, at=now - timedelta(days=900))
        for act in blitar_acts(session, people, Clock(now), today):
            act.done()
    return database
