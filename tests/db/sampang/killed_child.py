"""A process of its own that disburses a file and stops in the middle, waiting to be killed.

Called with the URL of the database, the numbers of the person and the file, and where to stop.
"""

import sys
import time

from sqlalchemy import event
from sqlalchemy.orm import Session

from db.engine import Database
from db.sampang.loans.disbursing import disburse
from db.tables import PostingRow
from domain.roles import Person
from tests.db.people import NOW
from tests.db.sampang.lending import DAY


def wait_to_be_killed(*_):
    print("stopped", flush=True)
    time.sleep(60)


STOPS = {
    "in the middle": (PostingRow, "before_insert"),
    "before the commit": (Session, "before_commit"),
}


def main(url, person, file, stop):
    database = Database.at(url)
    event.listen(*STOPS[stop], wait_to_be_killed)
    who = Person(int(person), "", frozenset())
    with database.write() as session:
        disburse(session, who, int(file), on=DAY, nonce="killed", at=NOW)
    print("committed", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
