"""Letters of recommendation of the demo to other Perangkat Daerah (Pasal 13), one in each state at least."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from sqlalchemy import select

from db.blitar.reporting.letters import answer_bundle, send_bundle, set_bundle
from db.blitar.reporting.recommendations import bundle
from db.tables import RecommendationItemRow, VisitRow
from demo.blitar.days import Days, working_day
from demo.blitar.store import BlitarOffice
from demo.clock import Act
from documents.blitar.letter import Printing
from documents.blitar.reporting.recommendation_letter import recommendation_letter
from domain.blitar.reporting.recommendations import AGENCIES, Answer, BundlePrepared, LetterNumber
from domain.blitar.visiting.visit import VisitState
from domain.version import VERSION

_HEALTH, _LICENCES, _INDUSTRY, _TOURISM, *_, _INFORMATICS, _PROCUREMENT = AGENCIES
_MOST_LINES: Final = 12
_PLACE: Final = 130  # of a day
_ANSWER: Final = "Dijadwalkan layanan bersama di kantor kecamatan; daftar peserta diminta sepekan sebelumnya."


@dataclass(frozen=True, slots=True)
class _Way:
    """A letter and on which days, counted back from today, it was prepared, set, sent and answered."""

    agency: str
    made: int
    later: tuple[int, ...] = field(default=())


_WAYS: Final = (
    _Way(_LICENCES, 92, (86, 84, 61)),
    _Way(_INDUSTRY, 70, (65, 63, 38)),
    _Way(_INFORMATICS, 34, (29, 27)),
    _Way(_TOURISM, 27, (22, 21)),
    _Way(_HEALTH, 14, (9,)),
    _Way(_LICENCES, 6, ()),
    _Way(_PROCUREMENT, 4, ()),
)


class Referring:
    """Prepares the letters as a Fasilitator and sets them as the Kepala Dinas."""

    def __init__(self, office: BlitarOffice, days: Days) -> None:
        self._office, self._days = office, days
        self._made: dict[int, int] = {}

    def acts(self) -> Iterator[Act]:
        """Give every step of every letter with its moment."""
        for number, way in enumerate(_WAYS):
            steps = (partial(self._prepare, number, way), *self._later(number))
            for ago, step in zip((way.made, *way.later), steps, strict=False):
                yield Act(self._office.at(self._day(ago), _PLACE + number), step)

    def _later(self, number: int) -> Iterator[partial[None]]:
        for step in (self._set, self._send, self._answer):
            yield partial(step, number)

    def _day(self, ago: int) -> date:
        return working_day(self._days.today - timedelta(days=ago))

    def _prepare(self, number: int, way: _Way, at: datetime) -> None:
        row, office = VisitRow, self._office
        in_a_letter = select(RecommendationItemRow.visit_id)
        query = (
            select(row.id, row.body)
            .where(row.state == VisitState.VERIFIED, row.agency == way.agency, row.id.not_in(in_a_letter))
            .order_by(row.on, row.id)
            .limit(_MOST_LINES)
        )
        told = {visit_id: body["recommendation"] for visit_id, body in office.session.execute(query)}
        if told:
            nonce = f"demo-letter-{number}"
            self._made[number] = bundle(
                office.session,
                office.facilitator(number),
                BundlePrepared(agency=way.agency, told=told),
                nonce=nonce,
                at=at,
            )

    def _set(self, number: int, at: datetime) -> None:
        if bundle_id := self._made.get(number):
            letter = LetterNumber(number=f"500.3/{number + 1:02}/CONTOH/{at.year}", on=at.date())
            head = self._office.persona("agency_head")
            printing = Printing(on=at.date(), by=head.name, application_version=VERSION, demo=True)
            printed = partial(recommendation_letter, printing=printing, kept=True)
            session = self._office.session
            set_bundle(session, head, bundle_id, letter, expected_version=1, at=at, printed=printed)

    def _send(self, number: int, at: datetime) -> None:
        if bundle_id := self._made.get(number):
            person = self._office.facilitator(number)
            send_bundle(self._office.session, person, bundle_id, on=at.date(), expected_version=2, at=at)

    def _answer(self, number: int, at: datetime) -> None:
        if bundle_id := self._made.get(number):
            session, person = self._office.session, self._office.facilitator(number)
            answered = Answer(answer=_ANSWER, on=at.date())
            answer_bundle(session, person, bundle_id, answered, expected_version=3, at=at)
