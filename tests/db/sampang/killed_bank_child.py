"""A process of its own that books a bank's file and stops in the middle, waiting to be killed.

Called with the URL of the database, the numbers of the person and the file, and where to stop.
"""

import sys
import time

from sqlalchemy import event
from sqlalchemy.orm import Session

from db.engine import Database
from db.sampang.bank_files.accepting import accept_bank_rows
from domain.roles import Person
from tests.db.sampang.bank_files import LATER


def _wait_to_be_killed():
    print("stopped", flush=True)
    time.sleep(60)


def _at_statement(engine, words):
    def stop(_connection, _cursor, statement, *_):
        if words in statement:
            _wait_to_be_killed()

    event.listen(engine, "after_cursor_execute", stop)


STOPS = {
    "bookings without their parts": "INSERT INTO journal_entry",
    "parts without the months": "INSERT INTO posting",
    "booked but not told in the file": "INSERT INTO loan_progress",
    "before the commit": "",
}


def main(url, person, file, stop):
    database = Database.at(url)
    if STOPS[stop]:
        _at_statement(database.engine, STOPS[stop])
    else:
        event.listen(Session, "before_commit", lambda _: _wait_to_be_killed())
    who = Person(int(person), "", frozenset())
    with database.write() as session:
        accept_bank_rows(session, who, int(file), nonce="killed", at=LATER)
    print("committed", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
