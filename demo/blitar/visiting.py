"""The year of visits put into the store: baselines, piles of forms, own records, verifying, closing."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from hashlib import sha256
from typing import Final

from sqlalchemy import select

from db.blitar.caseload.baselines import record_baseline
from db.blitar.caseload.clients import end_client
from db.blitar.caseload.follow_ups import close_follow_up
from db.blitar.visiting.imports import import_visits
from db.blitar.visiting.second_eye import flags_of
from db.blitar.visiting.verifying import return_visit, verify_visits
from db.blitar.visiting.visit_evidence import add_visit_evidence
from db.blitar.visiting.visits import SavedVisit, save_visit
from db.tables import ClientRow, FollowUpRow, VisitRow
from demo.blitar.caring import endings
from demo.blitar.days import Days, working_day
from demo.blitar.entering import Pile
from demo.blitar.measuring import Course
from demo.blitar.posts import ON_PAPER, POSTS
from demo.blitar.store import BlitarOffice
from demo.blitar.visits import Closing, DemoVisit
from demo.blitar.year_of_visits import Way, Year
from demo.clock import Act
from demo.drawn_photo import drawn_photo
from domain.blitar.caseload.client_leaving import Leaving
from domain.blitar.visiting.visit import DayPart, FollowUpClosed, IndicatorChange, Visit, VisitState
from domain.evidence.brought import EvidenceTold
from domain.evidence.photographs import prepared
from domain.problems import Problem
from domain.roles import Person

_PERSONA: Final = {post.district_code: post.persona for post in POSTS if post.persona}
_MIDDAY, _AFTERNOON, _EVENING = 70, 110, 140  # places in a day
_RETURNED: Final = "Foto kunjungan belum dilampirkan dan permasalahannya belum jelas. Lengkapi dulu."
_RETURNED_TOO: Final = "Tanggal pada formulir berbeda dengan jadwal kerja. Cocokkan dengan buku Pendamping."
_CORRECTED: Final = "Foto kunjungan menyusul, sudah dilengkapi."
_Key = tuple[int, int, date, DayPart]


class Visiting:
    """Puts the visits into the store in the order in which the office would."""

    def __init__(self, office: BlitarOffice, days: Days, year: Year) -> None:
        self._office, self._days, self._year = office, days, year
        self._open: dict[int, tuple[str, Closing]] = {}
        self._saved: dict[DemoVisit, SavedVisit] = {}

    def acts(self) -> Iterator[Act]:
        """Give everything that is done, each with its moment."""
        at, year = self._office.at, self._year
        for place, each in enumerate(year.clients):
            if year.courses[each.key].first:
                yield Act(at(each.since, place), partial(self._start, year.courses[each.key]))
        for key, leaving in endings(self._days, year.clients).items():
            yield Act(at(leaving.on, _EVENING), partial(self._end, key, leaving))
        for one in year.visits:
            yield from self._own(one)
        rounds = {working_day(self._days.today)}
        for pile in year.piles:
            rounds.add(pile.entered_on)
            yield Act(at(pile.entered_on, _AFTERNOON + pile.is_paper), partial(self._enter, pile))
            if pile.verified_on:
                yield Act(at(pile.verified_on, _MIDDAY + pile.is_paper), partial(self._verify, pile))
        for turn, day in enumerate(sorted(rounds)):
            yield Act(at(day, _EVENING), partial(self._close, day, turn))

    def _start(self, course: Course, at: datetime) -> None:
        key, office = course.client.key, self._office
        values = [IndicatorChange(indicator=one, value=value) for one, value in course.first.items()]
        on, nonce = course.client.since, f"demo-baseline-{key}"
        record_baseline(
            office.session, office.facilitator(at.day), office.clients[key], values, on=on, nonce=nonce, at=at
        )

    def _end(self, key: str, leaving: Leaving, at: datetime) -> None:
        office = self._office
        end_client(
            office.session, office.facilitator(), office.clients[key], leaving, expected_version=1, at=at
        )

    def _own(self, one: DemoVisit) -> Iterator[Act]:
        """What a Pendamping with an account records, and what comes back."""
        on, at, way = one.meeting.on, self._office.at, self._year.ways[one.meeting]
        if way in (Way.IN_A_PILE, Way.RETURNED_FROM_A_PILE):
            return
        yield Act(at(on, _AFTERNOON), partial(self._record, one, way is not Way.OWN_DRAFT))
        if way in (Way.OWN_RETURNED, Way.OWN_CORRECTED):
            yield Act(at(on + timedelta(days=1), _AFTERNOON), partial(self._give_back, one))
        if way is Way.OWN_CORRECTED:
            yield Act(at(on + timedelta(days=2), _AFTERNOON), partial(self._correct, one))

    def _record(self, one: DemoVisit, send: bool, at: datetime) -> None:
        actor, nonce = self._who(one), f"demo-visit-{one.meeting.client}-{one.meeting.on}"
        visit = self._visit(one)
        self._saved[one] = save_visit(self._office.session, actor, visit, send=send, nonce=nonce, at=at)

    def _give_back(self, one: DemoVisit, at: datetime) -> None:
        saved, office = self._saved[one], self._office
        return_visit(
            office.session, office.facilitator(), saved.id, version=saved.version, note=_RETURNED, at=at
        )

    def _correct(self, one: DemoVisit, at: datetime) -> None:
        saved, who = self._saved[one], self._who(one)
        save_visit(
            self._office.session,
            who,
            replace(self._visit(one), note=_CORRECTED, shown_by="Foto kunjungan"),
            send=True,
            visit_id=saved.id,
            expected_version=saved.version + 1,
            nonce=f"demo-correction-{one.meeting.client}-{one.meeting.on}",
            at=at,
        )
        self._photograph(one, saved.id, who, at)

    def _photograph(self, one: DemoVisit, number: int, who: Person, at: datetime) -> None:
        session, client = self._office.session, one.meeting.client
        name = session.get_one(ClientRow, self._office.clients[client]).name
        ready = prepared(drawn_photo(name), tells_place=False)
        if isinstance(ready, Problem):
            raise ValueError(ready.sentence)
        brought = [(ready, EvidenceTold(caption="Papan nama usaha (gambar contoh)"))]
        nonce = f"demo-photo-{client}-{one.meeting.on}"
        add_visit_evidence(session, who, number, brought, nonce=nonce, at=at)

    def _enter(self, pile: Pile, at: datetime) -> None:
        visits = [(one, self._visit(one)) for one in self._year.in_pile(pile)]
        told = {self._key(visit): one for one, visit in visits}
        if not told:
            return
        office, session = self._office, self._office.session
        name = pile.name
        import_visits(
            session,
            office.facilitator(pile.turn),
            [visit for _, visit in visits],
            name=name,
            sha256=sha256(name.encode()).hexdigest(),
            nonce=f"demo-pile-{pile.is_paper}-{pile.last}",
            at=at,
        )
        query = select(
            FollowUpRow.id, VisitRow.mentor_id, VisitRow.client_id, VisitRow.on, VisitRow.day_part
        ).join(VisitRow, VisitRow.id == FollowUpRow.visit_id)
        query = query.where(VisitRow.on.between(pile.first, pile.last))
        for number, mentor, client, on, part in session.execute(query):
            one = told.get((mentor, client, on, DayPart(part)))
            if one and one.closing and self._year.ways[one.meeting] is Way.IN_A_PILE:
                self._open[number] = one.meeting.post, one.closing

    def _verify(self, pile: Pile, at: datetime) -> None:
        office, row = self._office, VisitRow
        on_paper = row.mentor_id.in_([office.staff[code] for code in ON_PAPER])
        query = select(row.id, row.version, row.mentor_id, row.client_id, row.on, row.day_part).where(
            row.state == VisitState.SENT,
            row.on.between(pile.first, pile.last),
            on_paper if pile.is_paper else ~on_paper,
        )
        sent = {
            (mentor, client, on, DayPart(part)): (number, version)
            for number, version, mentor, client, on, part in office.session.execute(query)
        }
        # Who typed a pile in never verifies it: the other Fasilitator does.
        person = office.facilitator(pile.turn + 1)
        for one in self._year.in_pile(pile):
            if self._year.ways[one.meeting] is Way.RETURNED_FROM_A_PILE:
                number, version = sent.pop(self._key(self._visit(one)))
                return_visit(office.session, person, number, version=version, note=_RETURNED_TOO, at=at)
        for together in self._looked_at(sent.values()):
            nonce = f"demo-verified-{together[0][0]}"
            verify_visits(office.session, person, together, nonce=nonce, at=at)

    def _looked_at(self, sent: Iterable[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
        """The visits as they are verified: those that should be looked at one by one, the rest together."""
        versions = dict(sent)
        rows = self._office.session.scalars(select(VisitRow).where(VisitRow.id.in_(versions))).all()
        flags = flags_of(self._office.session, rows)
        calm = [(number, version) for number, version in versions.items() if not flags[number]]
        if calm:
            yield calm
        yield from ([(number, version)] for number, version in versions.items() if flags[number])

    def _close(self, day: date, turn: int, at: datetime) -> None:
        due = [number for number, (_, closing) in self._open.items() if closing.on <= day]
        office = self._office
        for number in due:
            code, closing = self._open.pop(number)
            actor = office.persona(_PERSONA[code]) if code in _PERSONA else office.facilitator(turn)
            closed = FollowUpClosed(state=closing.state, on=closing.on, note=closing.note)
            close_follow_up(office.session, actor, number, closed, at=at)

    def _who(self, one: DemoVisit) -> Person:
        return self._office.persona(_PERSONA[one.meeting.post])

    def _visit(self, one: DemoVisit) -> Visit:
        office, met = self._office, one.meeting
        return replace(one.told, mentor_id=office.staff[met.post], client_id=office.clients[met.client])

    @staticmethod
    def _key(visit: Visit) -> _Key:
        return visit.mentor_id, visit.client_id, visit.on, visit.day_part
