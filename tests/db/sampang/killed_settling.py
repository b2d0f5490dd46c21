"""A process of its own that settles a loan and stops in the middle, waiting to be killed.

Called with the URL of the database, the numbers of the person and the quote, and where to stop.
"""

import sys

from sqlalchemy import event

from db.engine import Database
from db.sampang.loans.settlements import settle_loan
from domain.roles import Person
from domain.sampang.servicing.settling import SettlementReceived
from tests.db.sampang.killed_child import STOPS, wait_to_be_killed
from tests.db.sampang.settling import LATER, TAKEN_ON, TOTAL


def main(url, person, quote, stop):
    database = Database.at(url)
    event.listen(*STOPS[stop], wait_to_be_killed)
    received = SettlementReceived(amount=TOTAL, on=TAKEN_ON, reference="STS K")
    with database.write() as session:
        settle_loan(
            session, Person(int(person), "", frozenset()), int(quote), received, nonce="killed", at=LATER
        )
    print("committed", flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
