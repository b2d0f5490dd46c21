"""Fasilitator and Pendamping of the demo: appointed by decree; one Pendamping resigns."""

from collections.abc import Iterator, Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import Final

from db.blitar.staffing.staff import NewStaff, appoint, end_service
from demo.blitar.candidates import DemoCandidate, passed_key
from demo.blitar.days import Days, working_day
from demo.blitar.posts import APPOINTED, LEFT, SOON_OVER, Post
from demo.blitar.store import BlitarOffice
from demo.clock import Act
from domain.blitar.appointment import Appointment
from domain.blitar.ending import Ending
from domain.blitar.goals_and_tasks import EndingGround
from domain.blitar.kinds import SubjectKind, WorkTie

# The two Fasilitator: their personas, full names, and whether they come from a university too (Pasal 5(2)).
_FACILITATORS: Final = (
    ("facilitator", "Sari Kusumawardani", True),
    ("other_facilitator", "Hendra Prakoso", False),
)


class Staffing:
    """Fills the posts of the demo and empties one."""

    def __init__(self, office: BlitarOffice, days: Days, candidates: Sequence[DemoCandidate]) -> None:
        self._office, self._days = office, days
        self._candidates = {each.key: each.candidate for each in candidates}

    def acts(self) -> Iterator[Act]:
        """Give every appointment and the resignation, with its moment."""
        days, at = self._days, self._office.at
        began = working_day(days.announced - timedelta(days=60))
        for place, (key, name, academic) in enumerate(_FACILITATORS):
            yield Act(at(began, place), partial(self._facilitator, key, name, academic))
        for place, post in enumerate(APPOINTED):
            yield Act(at(days.appointed, place), partial(self._mentor, post, place + 1))
        yield Act(at(working_day(days.resigned - timedelta(days=14))), self._resign)

    def _facilitator(self, key: str, name: str, academic: bool, at: datetime) -> None:
        told = Appointment(
            kind=SubjectKind.FACILITATOR,
            name=name,
            civil_servant=False,
            academic=academic,
            professional=True,
            appointed_on=at.date(),
            decree=f"KEP-{len(self._office.staff) + 1:02}/FASILITATOR/CONTOH/{at.year}",
        )
        new = NewStaff(
            appointment=told,
            nik=None,
            home_code=None,
            contract_until=self._days.contract_until,
            person_id=self._office.persona(key).id,
        )
        self._appoint(key, new, at)

    def _mentor(self, post: Post, number: int, at: datetime) -> None:
        key, days = passed_key(post.district_code), self._days
        candidate = self._candidates[key]
        told = Appointment(
            kind=SubjectKind.MENTOR,
            name=candidate.name,
            civil_servant=False,
            other_work_tie=WorkTie.NONE,
            party_tie=False,
            appointed_on=days.appointed,
            decree=f"KEP-{number:02}/PENDAMPING/CONTOH/{days.appointed.year}",
        )
        new = NewStaff(
            appointment=told,
            nik=candidate.nik,
            home_code=post.home_code,
            contract_until=days.soon_over if post.district_code == SOON_OVER else days.contract_until,
            candidate_id=self._office.candidates[key],
            person_id=self._office.persona(post.persona).id if post.persona else None,
        )
        self._appoint(post.district_code, new, at)

    def _appoint(self, key: str, new: NewStaff, at: datetime) -> None:
        office, head = self._office, self._office.persona("agency_head")
        office.staff[key] = appoint(office.session, head, new, nonce=f"demo-appoint-{key}", at=at)

    def _resign(self, at: datetime) -> None:
        ending = Ending(
            ground=EndingGround.RESIGNATION,
            last_day=self._days.resigned,
            note="Surat pengunduran diri diterima (contoh).",
        )
        office, number = self._office, self._office.staff[LEFT]
        end_service(office.session, office.facilitator(), number, ending, expected_version=1, at=at)
