"""What Sampang adds to the demo: its people, their files from the counter to the money, and the receipts."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from db.office.practice import law_of
from db.sampang.applications.assessments import record_receipt
from demo.clock import Clock
from demo.sampang.application_forms import demo_register
from demo.sampang.bank_reports import BankReports
from demo.sampang.counter import Counter
from demo.sampang.courses import fund_opened_on
from demo.sampang.fund_office import DemoOffice
from demo.sampang.handling import Handling
from demo.sampang.keeping_books import BookKeeping
from demo.sampang.older.old_office import OldOffice
from demo.sampang.personas import OFFICER, PERSONAS
from demo.wings import Past, Wing
from domain.roles import Person
from domain.sampang.eligibility import examine
from domain.sampang.programme import SAMPANG
from domain.version import VERSION


def _past(session: Session, people: Mapping[str, Person], clock: Clock, today: date) -> Past:
    register = demo_register(today)
    office, counter = DemoOffice(session, people, clock), Counter(session, people, clock)
    handling = Handling(session, people, clock, office.meetings)
    acts = [*office.acts(today), *counter.acts(register.applications)]
    for place, file in enumerate(register.files, 1):
        acts += handling.acts(file, place, today)
    older = OldOffice(session, people, clock, today)
    handling.slips.extend(older.slips)
    acts += older.acts()
    acts += BankReports(session, people, clock, handling.slips).acts(today)
    acts += BookKeeping(session, people, clock).acts(today)

    def assess_the_rest() -> None:
        unread = {counter.ids[each.key]: each.application for each in register.applications}
        unread |= {
            handling.ids[file.key]: file.application for file in register.files if not file.is_surveyed
        }
        law = law_of(session, SAMPANG, today)
        for application_id, application in unread.items():
            receipt = examine(application, law).receipt(VERSION)
            record_receipt(session, people[OFFICER.name], application_id, receipt, clock.now)

    return Past(tuple(acts), assess_the_rest)


WING: Final = Wing(PERSONAS, fund_opened_on, _past)
