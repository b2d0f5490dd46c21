"""Trainings of the demo (Pasal 10): the basics for everybody, and an accredited course for some."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from db.blitar.staffing.trainings import record_training
from demo.blitar.days import Days, working_day
from demo.blitar.posts import APPOINTED
from demo.blitar.store import BlitarOffice
from demo.clock import Act
from domain.blitar.training import Trainer, Training

_BASICS_AFTER: Final = 18  # days since the appointment
_COURSE_AFTER: Final = 75
_EVERY_FOURTH: Final = 4
_MIDDAY: Final = 80


class Guidance:
    """Trains the Pendamping."""

    def __init__(self, office: BlitarOffice, days: Days) -> None:
        self._office, self._days = office, days

    def acts(self) -> Iterator[Act]:
        """Give every training with its moment."""
        basics = self._basics()
        for place, post in enumerate(APPOINTED):
            code = post.district_code
            yield Act(self._office.at(basics.on, _MIDDAY + place), partial(self._train, code, basics))
            if place % _EVERY_FOURTH == 0:
                course = self._course(place + 1)
                yield Act(self._office.at(course.on, _MIDDAY + place), partial(self._train, code, course))

    def _basics(self) -> Training:
        return Training(
            on=working_day(self._days.appointed + timedelta(days=_BASICS_AFTER)),
            title="Bimbingan teknis dasar pendampingan",
            trainer=Trainer.FACILITATOR,
            given_by="Sari Kusumawardani dan Hendra Prakoso (contoh)",
            hours=16,
        )

    def _course(self, number: int) -> Training:
        return Training(
            on=working_day(self._days.appointed + timedelta(days=_COURSE_AFTER)),
            title="Pelatihan Pendamping usaha mikro",
            trainer=Trainer.ACCREDITED,
            given_by="Lembaga pelatihan (contoh)",
            hours=40,
            certificate=f"CONTOH-{number:03}",
        )

    def _train(self, code: str, training: Training, at: datetime) -> None:
        office, nonce = self._office, f"demo-training-{code}-{training.on}"
        record_training(
            office.session, office.facilitator(1), office.staff[code], training, nonce=nonce, at=at
        )
