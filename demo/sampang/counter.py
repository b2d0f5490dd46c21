"""What the officer and the team of the demo do with applications that did not leave the counter yet."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy.orm import Session

from db.sampang.applications.applications import file_application, save_draft
from db.sampang.applications.judgements import record_judgement
from db.sampang.origination.screening import withdraw
from demo.chance import office_day
from demo.clock import Act, Clock
from demo.sampang.application_forms import DemoApplication
from demo.sampang.personas import OFFICER
from domain.roles import Person
from domain.sampang.application import Judgement
from domain.sampang.origination.step_notes import Withdrawal

_MINUTES_OPEN: Final = 420
_STRIDE: Final = 37  # minutes between two entries of the demo, so that they spread over the day
_WAITED_FOR: Final = timedelta(days=30)  # what is lacking by then does not follow any more


class Counter:
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
            yield from self._given_up(each, minutes)
            for question, opinion in each.application.judgements.items():
                judge = partial(self._judge, each.key, question, opinion)
                yield Act(self._clock.at(opinion.on, minutes), judge)

    def _enter(self, each: DemoApplication, at: datetime) -> None:
        verb = file_application if each.application.filed_on else save_draft
        form = replace(each.application, judgements={})
        self.ids[each.key] = verb(self._session, self._officer, form, nonce=f"demo-{each.key}", at=at).id

    def _given_up(self, each: DemoApplication, minutes: int) -> Iterator[Act]:
        """Who lacks what does not follow takes the file back."""
        on = office_day(each.entered_on + _WAITED_FOR)
        if each.given_up and each.application.filed_on and on < self._clock.now.date():
            yield Act(self._clock.at(on, minutes), partial(self._withdraw, each.key, on))

    def _withdraw(self, key: str, on: date, at: datetime) -> None:
        taken_back = Withdrawal(
            on=on, reason="Pemohon menarik berkas: syarat yang kurang belum dapat dilengkapi"
        )
        withdraw(self._session, self._officer, self.ids[key], taken_back, nonce=f"demo-{key}-withdraw", at=at)

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
