"""A process of its own that takes older loans over and stops in the middle, waiting to be killed.

Called with the URL of the database, the numbers of the person and the proposal, and where to stop.
"""

import sys

from sqlalchemy import event
from sqlalchemy.orm import Session

from db.engine import Database
from db.sampang.takeover.approving import approve_takeover
from db.tables import AuditRow, LoanRow
from domain.roles import Person
from tests.db.sampang.killed_child import wait_to_be_killed
from tests.db.sampang.taking_over import LATER

STOPS = {
    "files without loans": (LoanRow, "before_insert"),
    "booked without its lines in the trail": (AuditRow, "before_insert"),
    "before the commit": (Session, "before_commit"),
}


def main(url, person, proposal, stop):
    database = Database.at(url)
    event.listen(*STOPS[stop], wait_to_be_killed)
    with database.write() as session:
        approve_takeover(session, Person(int(person), "", frozenset()), int(proposal), at=LATER)
    print("committed", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
