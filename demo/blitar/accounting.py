"""Monthly reports of the demo, and what the Kepala Dinas found of the work of the two Fasilitator."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from functools import partial
from typing import Final

from db.blitar.reporting.reports import save_narrative, send_report, start_correction
from db.blitar.reporting.reviews import record_review
from demo.blitar.days import Days, next_working_day
from demo.blitar.meetings import empty_months
from demo.blitar.posts import APPOINTED, LEFT, UDANAWU, WATES
from demo.blitar.store import BlitarOffice
from demo.blitar.year_of_visits import Year
from demo.clock import Act
from domain.blitar.goals_and_tasks import FacilitatorTask, ReportPart
from domain.blitar.reporting.facilitator_review import FacilitatorReview, TaskResult, TaskReview
from domain.blitar.reporting.report import Correction, Gap, GapReason, Narrative, last_day_of, month_of
from domain.dates import add_months, indonesian_month

_PLACE: Final = 150  # of a day
_REVIEWED_AFTER: Final = 3  # days since the report came
_CORRECTED_AFTER: Final = 6
_P = ReportPart
_TEXTS: Final = {
    _P.IDENTIFICATION: "Identifikasi binaan baru dilakukan saat kunjungan pertama, bersama data awal.",
    _P.GUIDANCE: "Pembinaan dipusatkan pada pembukuan sederhana dan perhitungan harga pokok.",
    _P.COACHING: "Bimbingan terbanyak tentang legalitas usaha dan kemasan.",
    _P.CONSULTATION: "Konsultasi di sekretariat berjalan dua hari seminggu.",
    _P.EVALUATION: "Evaluasi dilakukan pada binaan yang sudah didampingi beberapa bulan.",
    _P.ADVOCACY: "Advokasi diberikan kepada binaan yang memerlukan layanan Perangkat Daerah lain.",
    _P.RECOMMENDATION: "Rekomendasi dikumpulkan per Perangkat Daerah untuk ditetapkan Kepala Dinas.",
}
_CLOSING: Final = "Demikian laporan {} disampaikan. Data contoh."
_WHY: Final = {
    WATES: (GapReason.DISASTER, "Jalan desa tertutup longsor; kunjungan dilanjutkan bulan berikutnya."),
    UDANAWU: (GapReason.SICK, "Rawat inap, surat dokter diterima."),
}
_NOT_TOLD: Final = (GapReason.NOT_REPORTED, "")
_NO_CLIENTS_YET: Final = (GapReason.OTHER, "Binaan di wilayah ini masih didata.")
_CORRECTION: Final = "Alasan bulan kosong Pendamping Kecamatan Udanawu keliru; surat dokter baru diterima."
_NOTES: Final = {
    FacilitatorTask.OUTSIDE_COORDINATION: "Rapat dengan mitra baru terlaksana satu kali.",
    FacilitatorTask.TRAINING: "Bimbingan lanjutan belum menjangkau semua Pendamping.",
    FacilitatorTask.MONITORING: "Kunjungan dari formulir kertas terlambat diverifikasi.",
}
_NOT_DUE: Final = (FacilitatorTask.SELECTION, FacilitatorTask.PLANNING)


class Accounting:
    """Sends the reports of the months that are over, the last one still being written, and reviews them."""

    def __init__(self, office: BlitarOffice, days: Days, year: Year) -> None:
        self._office, self._days, self._year = office, days, year
        self._last = add_months(month_of(days.today), -1)

    def acts(self) -> Iterator[Act]:
        """Give every report, correction and review with its moment."""
        at, today = self._office.at, self._days.today
        for turn, month in enumerate(self._months()):
            sent = self._ready_on(month)
            if month == self._last or sent is None:
                started = min(next_working_day(last_day_of(month) + timedelta(days=2)), today)
                yield Act(at(started, _PLACE), partial(self._draft, month, turn))
                continue
            yield Act(at(sent, _PLACE), partial(self._send, month, turn))
            corrected = next_working_day(sent + timedelta(days=_CORRECTED_AFTER))
            if month == empty_months(self._days)[UDANAWU] and corrected <= today:
                yield Act(at(corrected, _PLACE), partial(self._correct, month, turn))
            reviewed = next_working_day(sent + timedelta(days=_REVIEWED_AFTER))
            if reviewed <= today and turn % 2 == 0:
                for place, key in enumerate(("facilitator", "other_facilitator")):
                    yield Act(at(reviewed, place), partial(self._review, key, month, turn + place))

    def _months(self) -> list[date]:
        """The months that are over and had a visit."""
        visited = {month_of(one.meeting.on) for one in self._year.visits}
        return sorted(month for month in visited if month <= self._last)

    def _ready_on(self, month: date) -> date | None:
        """The day after the last visit of a month was verified; None while one still waits."""
        last = last_day_of(month)
        verified = [pile.verified_on for pile in self._year.piles if month <= pile.last <= last]
        if len(verified) < 2 or None in verified:
            return None
        ready = next_working_day(max(day for day in verified if day) + timedelta(days=1))
        return ready if ready <= self._days.today else None

    def _narrative(self, month: date) -> Narrative:
        closing = _CLOSING.format(indonesian_month(month))
        return Narrative(texts=_TEXTS, closing=closing, gaps=tuple(self._gaps(month)))

    def _gaps(self, month: date) -> Iterator[Gap]:
        visited = {one.meeting.post for one in self._year.visits if month_of(one.meeting.on) == month}
        empty = empty_months(self._days)
        for post in APPOINTED:
            code = post.district_code
            is_gone = code == LEFT and month > month_of(self._days.resigned)
            if code not in visited and not is_gone:
                reason, note = _WHY[code] if empty.get(code) == month else _NO_CLIENTS_YET
                yield Gap(staff_id=self._office.staff[code], reason=reason, note=note)

    def _draft(self, month: date, turn: int, at: datetime) -> None:
        begun = (_P.IDENTIFICATION, _P.COACHING)
        narrative = Narrative(texts={part: _TEXTS[part] for part in begun})
        office, nonce = self._office, f"demo-report-{month}"
        save_narrative(office.session, office.facilitator(turn), month, narrative, nonce=nonce, at=at)

    def _send(self, month: date, turn: int, at: datetime) -> None:
        office, narrative = self._office, self._narrative(month)
        if month == empty_months(self._days)[UDANAWU]:
            first = [self._not_told(gap) for gap in narrative.gaps]
            narrative = replace(narrative, gaps=tuple(first))
        nonce = f"demo-report-{month}"
        send_report(office.session, office.facilitator(turn), month, narrative, nonce=nonce, at=at)

    def _not_told(self, gap: Gap) -> Gap:
        reason, note = _NOT_TOLD
        return replace(gap, reason=reason, note=note) if gap.staff_id == self._office.staff[UDANAWU] else gap

    def _correct(self, month: date, turn: int, at: datetime) -> None:
        office, person = self._office, self._office.facilitator(turn)
        start_correction(
            office.session,
            person,
            month,
            Correction(correction=_CORRECTION),
            version=1,
            nonce=f"demo-correct-{month}",
            at=at,
        )
        send_report(
            office.session,
            person,
            month,
            self._narrative(month),
            version=2,
            expected_saves=0,
            nonce=f"demo-corrected-{month}",
            at=at,
        )

    def _review(self, key: str, month: date, turn: int, at: datetime) -> None:
        """Nothing was due of two tasks; one task was done in part, another one each time."""
        partly = list(_NOTES)[turn % len(_NOTES)]
        tasks = {task: TaskReview(result=TaskResult.DONE) for task in FacilitatorTask}
        tasks |= {task: TaskReview(result=TaskResult.NOT_DUE) for task in _NOT_DUE}
        tasks[partly] = TaskReview(result=TaskResult.PARTLY, note=_NOTES[partly])
        office = self._office
        review = FacilitatorReview(
            staff_id=office.staff[key], month=month, tasks=tasks, conclusion="Pertahankan ketepatan laporan."
        )
        head, nonce = office.persona("agency_head"), f"demo-review-{key}-{month}"
        record_review(office.session, head, review, expected_versions=0, nonce=nonce, at=at)
