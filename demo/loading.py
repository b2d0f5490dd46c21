"""Fills a demo database through the same verbs that the pages use, as the personas themselves."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from functools import partial
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.engine import Database
from db.office.practice import practice
from db.opening import is_demo
from db.sampang.applications.applications import file_application, save_draft
from db.sampang.applications.assessments import record_receipt
from db.sampang.applications.judgements import record_judgement
from db.tables import PersonRow
from demo.blitar.blitar_year import blitar_acts
from demo.clock import Act, Clock
from demo.personas import OFFICER, add_personas
from demo.sampang.application_forms import DemoApplication, Register, demo_register
from demo.sampang.courses import fund_opened_on
from demo.sampang.fund_office import DemoOffice
from demo.sampang.handling import Handling
from domain.roles import Person
from domain.sampang.application import Judgement
from domain.sampang.eligibility import examine
from domain.sampang.law import law_on
from domain.version import VERSION

_MINUTES_OPEN: Final = 420
_STRIDE: Final = 37  # minutes between two entries of the demo, so that they spread over the day


def load_demo(database: Database, *, today: date, now: datetime) -> bool:
    """Add the personas and the demo register, all at once; tell whether there was anything to do.

    Does nothing when the database holds people already. Raises RuntimeError for a database that is
    not marked as demo.
    """
    if not is_demo(database):
        raise RuntimeError("demo data goes only into a database that is marked as demo")
    with database.write() as session:
        if _has_people(session, on_server=not database.is_sqlite):
            return False
        register, clock = demo_register(today), Clock(now)
        people = add_personas(session, at=clock.at(fund_opened_on(today), 0))
        _load(session, people, clock, register, today)
    return True


def _load(
    session: Session, people: Mapping[str, Person], clock: Clock, register: Register, today: date
) -> None:
    office, counter = DemoOffice(session, people, clock), _Counter(session, people, clock)
    handling = Handling(session, people, clock, office.meetings)
    acts = [*office.acts(today), *counter.acts(register.applications)]
    for place, file in enumerate(register.files, 1):
        acts += handling.acts(file, place, today)
    acts += blitar_acts(session, people, clock, today)
    for act in sorted(acts, key=lambda act: act.at):
        act.done()
    unread = {counter.ids[each.key]: each.application for each in register.applications}
    unread |= {handling.ids[file.key]: file.application for file in register.files if not file.is_surveyed}
    law = law_on(today, practice(session))
    for application_id, application in unread.items():
        receipt = examine(application, law).receipt(VERSION)
        record_receipt(session, people[OFFICER.name], application_id, receipt, clock.now)


def _has_people(session: Session, *, on_server: bool) -> bool:
    if on_server:
        # A second process waits here until the first is done; on SQLite it waited already.
        session.execute(text("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE"))
    return session.scalar(select(PersonRow.id).limit(1)) is not None


class _Counter:
    """Does what the personas have done with the applications that did not leave the counter yet."""

    def __init__(self, session: Session, people: Mapping[str, Person], clock: Clock) -> None:
        self._session, self._people, self._clock = session, people, clock
        self._officer = people[OFFICER.name]
        self.ids: dict[str, int] = {}

    def acts(self, applications: tuple[DemoApplication, ...]) -> Iterator[Act]:
        """Give every entry and every opinion with its moment."""
        for place, each in enumerate(applications):
            minutes = place * _STRIDE % _MINUTES_OPEN
            yield Act(self._clock.at(each.entered_on, minutes), partial(self._enter, each))
            for question, opinion in each.application.judgements.items():
                judge = partial(self._judge, each.key, question, opinion)
                yield Act(self._clock.at(opinion.on, minutes), judge)

    def _enter(self, each: DemoApplication, at: datetime) -> None:
        verb = file_application if each.application.filed_on else save_draft
        form = replace(each.application, judgements={})
        self.ids[each.key] = verb(self._session, self._officer, form, nonce=f"demo-{each.key}", at=at).id

    def _judge(self, key: str, question: str, opinion: Judgement, at: datetime) -> None:
        record_judgement(
            self._session,
            self._people[opinion.by],
            self.ids[key],
            question,
            answer=opinion.answer,
            on=opinion.on,
            reason=opinion.reason,
            nonce=f"demo-{key}-{question}",
            at=at,
        )
