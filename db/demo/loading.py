"""Fills a demo database through the same verbs that the pages use, as the personas themselves."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Final

from sqlalchemy import select, text
from sqlalchemy.orm import Session

from db.applications import file_application, save_draft
from db.assessments import record_receipt
from db.demo.applications import DemoApplication, demo_applications
from db.demo.blitar.loading import blitar_acts
from db.demo.clock import Clock
from db.demo.personas import OFFICER, add_personas
from db.engine import Database
from db.judgements import record_judgement
from db.opening import is_demo
from db.tables import PersonRow
from domain.dates import JAKARTA, add_months
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.sampang_loans.application import Judgement
from domain.sampang_loans.eligibility import examine
from domain.sampang_loans.programme import SAMPANG_LOANS
from domain.version import VERSION

_OPENS: Final = time(8, tzinfo=JAKARTA)
_MINUTES_OPEN: Final = 420
_STRIDE: Final = 37  # minutes between two entries of the demo, so that they spread over the day
_Step = tuple[datetime, Callable[[], None]]


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
        applications = demo_applications(today)
        people = add_personas(session, at=_moment(add_months(today, -27), 0, now))
        loading = _Loading(session, people, now)
        blitar = ((act.at, act.done) for act in blitar_acts(session, people, Clock(now), today))
        for _, step in sorted([*loading.steps(applications), *blitar], key=lambda step: step[0]):
            step()
        loading.assess(applications, LawInForce(SAMPANG_LOANS, today))
    return True


def _has_people(session: Session, *, on_server: bool) -> bool:
    if on_server:
        # A second process waits here until the first is done; on SQLite it waited already.
        session.execute(text("LOCK TABLE person IN SHARE ROW EXCLUSIVE MODE"))
    return session.scalar(select(PersonRow.id).limit(1)) is not None


class _Loading:
    """Does what the personas have done so far, one step after the other."""

    def __init__(self, session: Session, people: Mapping[str, Person], now: datetime) -> None:
        self._session = session
        self._people = people
        self._officer = people[OFFICER.name]
        self._now = now
        self._ids: dict[str, int] = {}

    def steps(self, applications: tuple[DemoApplication, ...]) -> Iterator[_Step]:
        """Give every entry and every opinion with its moment."""
        for place, each in enumerate(applications):
            entered_at = _moment(each.entered_on, place, self._now)
            yield entered_at, self._entry(each, entered_at)
            for question, opinion in each.application.judgements.items():
                at = _moment(opinion.on, place, self._now)
                yield at, self._opinion(each.key, question, opinion, at)

    def assess(self, applications: tuple[DemoApplication, ...], law: LawInForce) -> None:
        """Keep a receipt of each application, drafts too."""
        for each in applications:
            receipt = examine(each.application, law).receipt(VERSION)
            record_receipt(self._session, self._officer, self._ids[each.key], receipt, self._now)

    def _entry(self, each: DemoApplication, at: datetime) -> Callable[[], None]:
        verb = file_application if each.application.filed_on else save_draft
        form = replace(each.application, judgements={})

        def enter() -> None:
            saved = verb(self._session, self._officer, form, nonce=f"demo-{each.key}", at=at)
            self._ids[each.key] = saved.id

        return enter

    def _opinion(self, key: str, question: str, opinion: Judgement, at: datetime) -> Callable[[], None]:
        def judge() -> None:
            record_judgement(
                self._session,
                self._people[opinion.by],
                self._ids[key],
                question,
                answer=opinion.answer,
                on=opinion.on,
                reason=opinion.reason,
                nonce=f"demo-{key}-{question}",
                at=at,
            )

        return judge


def _moment(day: date, place: int, now: datetime) -> datetime:
    """Give a moment of the working day, never after now."""
    minutes = place * _STRIDE % _MINUTES_OPEN
    return min(now, datetime.combine(day, _OPENS) + timedelta(minutes=minutes))
