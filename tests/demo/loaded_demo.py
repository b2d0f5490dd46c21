"""Blitar's part of the demo in a database, loaded once for all tests that only read."""

from datetime import datetime, timedelta
from functools import cache

from db.opening import open_demo
from demo.blitar.blitar_year import blitar_acts
from demo.clock import Clock
from demo.loading import load_demo
from demo.personas import add_personas
from domain.dates import JAKARTA
from domain.programmes import PROGRAMMES
from tests.made_once import made_once


@cache
def demo_on(today):
    """A database with only Blitar's part of the demo in it, as of the afternoon of a day."""

    def fill(file):
        now = datetime.combine(today, datetime.min.time(), JAKARTA) + timedelta(hours=15)
        database = open_demo(f"sqlite:///{file}")
        with database.write() as session:
            people = add_personas(session, PROGRAMMES, at=now - timedelta(days=900))
            for act in blitar_acts(session, people, Clock(now), today):
                act.done()
        database.close()

    file = made_once(f"blitar-{today}.sqlite3", fill)
    return open_demo(f"sqlite:///{file}")


def whole_demo_on(today, now):
    """A database with the whole demo in it as of a moment, for tests that only read."""

    def fill(file):
        database = open_demo(f"sqlite:///{file}")
        load_demo(database, today=today, now=now)
        database.close()

    file = made_once(f"demo-{now:%Y-%m-%d-%H.%M}.sqlite3", fill)
    return open_demo(f"sqlite:///{file}")
