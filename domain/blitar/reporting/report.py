"""The monthly report of the Fasilitator (Pasal 5 ayat (3) huruf i, Pasal 15, Pasal 16)."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Annotated, Final

from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.instruments import at
from domain.blitar.reporting.report_figures import MentorFigures, ReportFigures
from domain.dates import add_months, full_months, indonesian_month, months_up_to
from domain.declared import check_typed
from domain.labelled import Labelled
from domain.money import number
from domain.problems import Problem
from domain.typed import Given, Line, OneOf, Prose

MONTHLY: Final = at("5(3).i", "kepada Kepala Dinas setiap bulan")
THROUGH: Final = at("16(2)", "kepada Kepala Dinas melalui Fasilitator")
WATCHED: Final = at("15(1)")
PERIODIC: Final = at("12.r")
LONGEST_NARRATIVE: Final = 4_000


class GapReason(Labelled):
    """Why a Pendamping has no visit in a month; a month without a reason is never left out."""

    SICK = "sick", "Sakit"
    DISASTER = "disaster", "Bencana"
    HOLIDAY = "holiday", "Libur atau cuti"
    NOT_REPORTED = "not_reported", "Belum dilaporkan"
    UNVERIFIED = "unverified", "Menunggu verifikasi"
    OTHER = "other", "Lain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The reason for a Pendamping's month without a visit (None: not chosen yet), with a note."""

    staff_id: Annotated[int, Given()]
    reason: Annotated[GapReason | None, OneOf("Alasan")] = None
    note: Annotated[str, Line("Keterangan")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """What the Fasilitator writes beside the numbers: one text for each part, and the reasons for gaps."""

    texts: Annotated[Mapping[ReportPart, str], Prose("Uraian", longest=LONGEST_NARRATIVE)] = field(
        default_factory=dict
    )
    closing: Annotated[str, Prose("Penutup laporan", longest=LONGEST_NARRATIVE)] = ""
    gaps: tuple[Gap, ...] = ()

    def gap_of(self, staff_id: int) -> Gap | None:
        """What was told about a Pendamping's month without a visit, if anything was."""
        return next((gap for gap in self.gaps if gap.staff_id == staff_id), None)

    @property
    def unwritten(self) -> tuple[ReportPart, ...]:
        """The parts of Pasal 16(2) for which no text is written yet."""
        return tuple(part for part in ReportPart if not self.texts.get(part, "").strip())


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """Why a report that was sent is corrected."""

    correction: Annotated[str, Prose("Alasan pembetulan")]


class ReportState(Labelled):
    """Where a version of a report stands."""

    DRAFT = "draft", "Disusun"
    SENT = "sent", "Terkirim kepada Kepala Dinas"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportVersion:
    """One version of a month's report as it is kept.

    `saves` counts how often it was saved. `correction` says why it follows a version that was sent.
    Only a sent version has `figures`, with the version of the law and of the program at that moment.
    """

    month: date
    version: int
    saves: int
    state: ReportState
    narrative: Narrative
    correction: str = ""
    changed_by: str = ""
    changed_at: datetime | None = None
    figures: ReportFigures | None = None
    law: str = ""
    program: str = ""
    sent_by: str = ""
    sent_at: datetime | None = None

    @property
    def is_sent(self) -> bool:
        """Whether it went to the Kepala Dinas and no longer changes."""
        return self.state is ReportState.SENT

    @property
    def number(self) -> str:
        """What stands in the place of a number on its paper: "Oktober 2026, versi 1"."""
        return f"{indonesian_month(self.month)}, versi {self.version}"


def month_of(day: date) -> date:
    """The first day of the month of a day."""
    return day.replace(day=1)


def last_day_of(month: date) -> date:
    """The last day of a month."""
    return add_months(month_of(month), 1) - timedelta(days=1)


def months_from(first: date, last: date) -> tuple[date, ...]:
    """Every month from one to another, the oldest first; the last one alone where the first lies after it."""
    return months_up_to(last, full_months(month_of(min(first, last)), month_of(last)) + 1)


def newest_finished(day: date) -> date:
    """The newest month that is over on a day."""
    return add_months(month_of(day), -1)


def unwritten(month: date) -> ReportVersion:
    """The first version of a month for which nothing was saved yet."""
    return ReportVersion(
        month=month_of(month), version=1, saves=0, state=ReportState.DRAFT, narrative=Narrative()
    )


def first_to_open(months: Iterable[date], sent: Collection[date], day: date) -> date:
    """The newest finished month without a sent report, else the newest finished one, else the newest."""
    known = sorted(months, reverse=True)
    finished = [month for month in known if day > last_day_of(month)]
    return next((month for month in finished if month not in sent), (finished or known)[0])


def check_narrative(narrative: Narrative) -> tuple[Problem, ...]:
    """Every problem in a narrative as it is kept for later."""
    return tuple(_mistyped(narrative))


def check_report(narrative: Narrative, figures: ReportFigures, day: date) -> tuple[Problem, ...]:
    """What stands in the way of sending a report on a day."""
    return (*_mistyped(narrative), *_not_ready(narrative, figures, day))


def check_correction(wanted: Correction) -> tuple[Problem, ...]:
    """Every problem in the reason for which a sent report is corrected."""
    if not wanted.correction.strip():
        told = "Alasan pembetulan belum diisi. Tulis apa yang keliru dalam laporan yang sudah terkirim."
        return (Problem("correction", told),)
    return tuple(check_typed(wanted))


def _mistyped(narrative: Narrative) -> Iterator[Problem]:
    """What is too long, with a gap named by its Pendamping instead of its place."""
    for problem in check_typed(narrative):
        part, _, rest = problem.field.partition(".")
        place, _, name = rest.partition(".")
        at = f"gaps.{narrative.gaps[int(place)].staff_id}.{name}" if part == "gaps" else problem.field
        yield Problem(at, problem.sentence)


def _not_ready(narrative: Narrative, figures: ReportFigures, day: date) -> Iterator[Problem]:
    if day <= last_day_of(figures.month):
        yield Problem(
            "month",
            f"Bulan {indonesian_month(figures.month)} belum selesai. Laporan dikirim sesudah bulan berakhir "
            f"({MONTHLY.place}).",
        )
    for one in figures.without_visit:
        gap = narrative.gap_of(one.staff_id)
        if gap is None or gap.reason is None:
            yield Problem(f"gaps.{one.staff_id}", f"{_without(one)} Barisnya tetap ada dalam laporan.")
        elif gap.reason is GapReason.UNVERIFIED and not one.waiting:
            told = "tidak ada kunjungannya yang menunggu verifikasi. Pilih alasan lain."
            yield Problem(f"gaps.{one.staff_id}", f"{one.name}: {told}")
        elif gap.reason is GapReason.OTHER and not gap.note.strip():
            yield Problem(f"gaps.{one.staff_id}", f"{one.name}: alasan lain perlu keterangan.")


def _without(one: MentorFigures) -> str:
    told = f"{one.name} tidak punya kunjungan terverifikasi bulan ini"
    if not one.waiting:
        return f"{told}. Pilih alasannya."
    return (
        f"{told}; {number(one.waiting)} kunjungan menunggu verifikasi. Verifikasi dahulu, atau pilih alasan "
        f"“{GapReason.UNVERIFIED.label}”."
    )
