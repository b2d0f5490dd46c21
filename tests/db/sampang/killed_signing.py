"""A process of its own that records a signed paper and stops before the commit, waiting to be killed."""

import sys

from sqlalchemy import event
from sqlalchemy.orm import Session

from db.engine import Database
from db.sampang.origination.signing import sign_prepared
from domain.roles import Person
from tests.db.people import NOW
from tests.db.sampang.killed_child import wait_to_be_killed
from tests.db.sampang.signing import SIGNED


def main(url, person, paper):
    database = Database.at(url)
    event.listen(Session, "before_commit", wait_to_be_killed)
    with database.write() as session:
        sign_prepared(
            session, Person(int(person), "", frozenset()), int(paper), SIGNED, nonce="killed", at=NOW
        )


if __name__ == "__main__":
    main(*sys.argv[1:])
