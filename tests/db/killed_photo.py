"""A process of its own that hangs a photo on a survey, and stops between file and commit to be killed."""

import sys
import time
from pathlib import Path

from sqlalchemy import event
from sqlalchemy.orm import Session

from db.engine import Database
from db.sampang.file_evidence import Beside, add_file_evidence
from db.sampang.trail import SampangSubject
from domain.roles import Person
from tests.db.people import NOW
from tests.db.sampang.evidence_verbs import a_scan


def wait_to_be_killed(*_):
    print("stopped", flush=True)
    time.sleep(60)


def main(url, person, file, folder):
    database = Database.at(url, evidence_folder=Path(folder))
    event.listen(Session, "before_commit", wait_to_be_killed)
    who, beside = Person(int(person), "", frozenset()), Beside(SampangSubject.SURVEY, int(file))
    with database.write() as session:
        add_file_evidence(session, who, beside, a_scan(), nonce="killed", at=NOW)


if __name__ == "__main__":
    main(*sys.argv[1:])
