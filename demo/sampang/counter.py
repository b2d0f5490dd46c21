"""What the officer and the team of the demo do with applications that did not leave the counter yet."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Final

from sqlalchemy.orm import Session

from db.sampang.applications.applications import file_application, save_draft
from db.sampang.applications.judgements import record_judgement
from demo.clock import Act, Clock
from demo.sampang.application_forms import DemoApplication
from demo.sampang.personas import OFFICER
from domain.roles import Person
from domain.sampang.application import Judgement

_MINUTES_OPEN: Final = 420
_STRIDE: Final = 37  # minutes between two entries of the demo, so that they spread over the day


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
