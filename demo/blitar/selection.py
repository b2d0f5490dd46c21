"""Last winter's selection, decided with its minutes, and the round that is open."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime
from functools import partial

from db.blitar.selection.candidate_records import record_opinion, record_outcome, record_test
from db.blitar.selection.candidates import save_candidate
from db.blitar.selection.round_results import fix_result
from db.blitar.selection.rounds import save_round
from demo.blitar.candidates import Course, DemoCandidate
from demo.blitar.days import Days
from demo.blitar.outcomes import EXAMINED, INTERVIEWED, outcome_for, test_for
from demo.blitar.posts import POSTS, SERVING
from demo.blitar.store import BlitarOffice
from demo.clock import Act
from domain.blitar.candidate_facts import EDUCATION_EQUAL, UNDERSTANDING
from domain.blitar.judgement import Judgement
from domain.blitar.selecting.deciding import ResultMinutes
from domain.blitar.selecting.papers_asked import PAPERS_ASKED
from domain.blitar.selecting.results import TestKind
from domain.blitar.selecting.rounds import Round

_WINTER, _OPEN = "winter", "open"


class Selection:
    """Runs both rounds of the demo."""

    def __init__(self, office: BlitarOffice, days: Days, candidates: Sequence[DemoCandidate]) -> None:
        self._office, self._days, self._candidates = office, days, candidates
        self._rounds: dict[str, int] = {}

    def acts(self) -> Iterator[Act]:
        """Give everything that the Tim Seleksi does, with its moment."""
        days, at = self._days, self._office.at
        yield Act(at(days.announced), partial(self._announce, _WINTER, self._winter()))
        yield Act(at(days.open_announced), partial(self._announce, _OPEN, self._open()))
        for place, each in enumerate(self._candidates):
            running = each.course is Course.RUNNING
            yield Act(
                at(each.entered_on, place), partial(self._register, _OPEN if running else _WINTER, each)
            )
            if each.key == "open-foreign_degree":
                told = "Ada surat penyetaraan ijazah dari kementerian."
                yield Act(
                    at(days.today, place), partial(self._opine, each, EDUCATION_EQUAL.key, days.today, told)
                )
            if not running:
                yield from self._judged(each, place)
        yield Act(at(days.decided, 150), self._decide)

    def _judged(self, each: DemoCandidate, place: int) -> Iterator[Act]:
        days, at = self._days, self._office.at
        if each.course in EXAMINED:
            yield Act(at(days.tested, place), partial(self._examine, each, TestKind.WRITTEN, days.tested))
        if each.course in INTERVIEWED:
            on = days.interviewed
            yield Act(at(on, place), partial(self._examine, each, TestKind.INTERVIEW, on))
            told = "Menurut ujian tertulis dan wawancara."
            yield Act(at(on, place), partial(self._opine, each, UNDERSTANDING.key, on, told))
        yield Act(at(days.decided, place), partial(self._conclude, each))

    def _announce(self, key: str, wanted: Round, at: datetime) -> None:
        actor = self._office.facilitator()
        self._rounds[key] = save_round(self._office.session, actor, wanted, nonce=f"demo-round-{key}", at=at)

    def _register(self, key: str, each: DemoCandidate, at: datetime) -> None:
        self._office.candidates[each.key] = save_candidate(
            self._office.session,
            self._office.facilitator(1),
            self._rounds[key],
            each.candidate,
            nonce=f"demo-candidate-{each.key}",
            at=at,
        )

    def _opine(self, each: DemoCandidate, question: str, on: date, told: str, at: datetime) -> None:
        judged = Judgement(each.course is not Course.FAILED_INTERVIEW, "", on, told)
        number = self._office.candidates[each.key]
        record_opinion(self._office.session, self._office.facilitator(), number, question, judged, at=at)

    def _examine(self, each: DemoCandidate, kind: TestKind, on: date, at: datetime) -> None:
        number = self._office.candidates[each.key]
        result = test_for(each, kind, on)
        record_test(self._office.session, self._office.facilitator(1), number, result, at=at)

    def _conclude(self, each: DemoCandidate, at: datetime) -> None:
        number = self._office.candidates[each.key]
        outcome = outcome_for(each, self._days.decided)
        record_outcome(self._office.session, self._office.facilitator(), number, outcome, at=at)

    def _decide(self, at: datetime) -> None:
        on = self._days.decided
        fix_result(
            self._office.session,
            self._office.facilitator(),
            self._rounds[_WINTER],
            ResultMinutes(minutes_number=f"BA-01/SELEKSI/CONTOH/{on.year}", on=on),
            at=at,
        )

    def _winter(self) -> Round:
        days, year = self._days, self._days.appointed.year
        return Round(
            title=f"Seleksi Pendamping {year} (contoh)",
            announcement_number=f"PENG-01/CONTOH/{days.announced.year}",
            announced_on=days.announced,
            opens_on=days.opens,
            closes_on=days.closes,
            quota=len(POSTS),
            papers=PAPERS_ASKED,
            terms="Surat sehat paling lama 30 hari saat mendaftar.",
            test_on=days.tested,
            interview_on=days.interviewed,
        )

    def _open(self) -> Round:
        days = self._days
        return Round(
            title=f"Seleksi Pendamping pengisian pos kosong {days.today.year} (contoh)",
            announcement_number=f"PENG-02/CONTOH/{days.open_announced.year}",
            announced_on=days.open_announced,
            opens_on=days.open_from,
            closes_on=days.open_until,
            quota=len(POSTS) - len(SERVING),
            papers=PAPERS_ASKED,
            terms="Surat sehat paling lama 30 hari saat mendaftar.",
        )
