"""A process of its own that closes a month and stops in the middle, waiting to be killed.

Called with the URL of the database, the number of the person, and where to stop.
"""

import sys
from datetime import date

from sqlalchemy import event
from sqlalchemy.orm import Session

from db.engine import Database
from db.sampang.treasury.closing import close_month
from db.tables import AuditRow, ClosedMonthRow
from domain.roles import Person
from tests.db.sampang.killed_child import wait_to_be_killed
from tests.db.sampang.treasury import LATER

JANUARY = date(2026, 1, 1)
STOPS = {
    "before it is written": (ClosedMonthRow, "before_insert"),
    "before its line in the trail": (AuditRow, "before_insert"),
    "before the commit": (Session, "before_commit"),
}


def main(url, person, stop):
    database = Database.at(url)
    event.listen(*STOPS[stop], wait_to_be_killed)
    with database.write() as session:
        close_month(session, Person(int(person), "", frozenset()), JANUARY, nonce="killed", at=LATER)
    print("committed", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
