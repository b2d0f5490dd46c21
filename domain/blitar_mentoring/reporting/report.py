"""The monthly report of the Fasilitator (Pasal 5 ayat (3) huruf i, Pasal 15, Pasal 16)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import Final

from domain.blitar_mentoring.caseload.stage import Stage
from domain.blitar_mentoring.field_checks import text_problems
from domain.blitar_mentoring.instruments import at
from domain.blitar_mentoring.tasks import Goal, MentorTask, ReportPart
from domain.dates import add_months, indonesian_month
from domain.labelled import Labelled
from domain.problems import Problem

MONTHLY: Final = at("5(3).i", "kepada Kepala Dinas setiap bulan")
THROUGH: Final = at("16(2)", "kepada Kepala Dinas melalui Fasilitator")
WATCHED: Final = at("15(1)")
LONGEST_NARRATIVE: Final = 4_000


class GapReason(Labelled):
    """Why a Pendamping has no visit in a month; a month without a reason is never left out."""

    SICK = "sick", "Sakit"
    DISASTER = "disaster", "Bencana"
    HOLIDAY = "holiday", "Libur atau cuti"
    NOT_REPORTED = "not_reported", "Belum dilaporkan"
    OTHER = "other", "Lain"


@dataclass(frozen=True, slots=True, kw_only=True)
class Gap:
    """The reason for a Pendamping's month without a visit, with a note."""

    staff_id: int
    reason: GapReason
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class MentorFigures:
    """What one Pendamping did in a month; `waiting` are visits sent but not verified, not counted else."""

    staff_id: int
    name: str
    clients: int
    visits: int
    office_visits: int
    field_visits: int
    visited_clients: int
    waiting: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportFigures:
    """Every number of a month's report, from verified visits alone.

    `waiting`, `drafts` and `returned` tell what is not counted yet. `by_goal` counts binaan whose latest
    value of the goal lies above its baseline up to the month's end.
    """

    month: date
    clients: int
    cooperatives: int
    businesses: int
    visits: int
    visited_clients: int
    waiting: int
    drafts: int
    returned: int
    follow_ups_agreed: int
    follow_ups_done: int
    follow_ups_overdue: int
    recommendations: int
    by_part: Mapping[ReportPart, int]
    by_task: Mapping[MentorTask, int]
    by_goal: Mapping[Goal, int]
    by_stage: Mapping[Stage, int]
    mentors: tuple[MentorFigures, ...]

    @property
    def without_visit(self) -> tuple[MentorFigures, ...]:
        """The Pendamping without a verified visit in the month."""
        return tuple(one for one in self.mentors if not one.visits)


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """What the Fasilitator writes beside the numbers: one text for each part, and the reasons for gaps."""

    texts: Mapping[ReportPart, str] = field(default_factory=dict)
    closing: str = ""
    gaps: tuple[Gap, ...] = ()

    def gap_of(self, staff_id: int) -> Gap | None:
        """The reason told for a Pendamping, if one was."""
        return next((gap for gap in self.gaps if gap.staff_id == staff_id), None)


class ReportState(Labelled):
    """Where a version of a report stands."""

    DRAFT = "draft", "Disusun"
    SENT = "sent", "Terkirim kepada Kepala Dinas"


def month_of(day: date) -> date:
    """The first day of the month of a day."""
    return day.replace(day=1)


def last_day_of(month: date) -> date:
    """The last day of a month."""
    return add_months(month_of(month), 1) - timedelta(days=1)


def check_narrative(narrative: Narrative) -> tuple[Problem, ...]:
    """Every problem in a narrative as it is kept for later."""
    return tuple(_too_long(narrative))


def check_report(narrative: Narrative, figures: ReportFigures, day: date) -> tuple[Problem, ...]:
    """What stands in the way of sending a report on a day."""
    return (*_too_long(narrative), *_not_ready(narrative, figures, day))


def _too_long(narrative: Narrative) -> Iterator[Problem]:
    yield from text_problems(*((part, text, LONGEST_NARRATIVE) for part, text in narrative.texts.items()))
    yield from text_problems(("closing", narrative.closing, LONGEST_NARRATIVE))
    yield from text_problems(*((f"gaps.{gap.staff_id}", gap.note, 300) for gap in narrative.gaps))


def _not_ready(narrative: Narrative, figures: ReportFigures, day: date) -> Iterator[Problem]:
    if day <= last_day_of(figures.month):
        yield Problem(
            "month",
            f"Bulan {indonesian_month(figures.month)} belum selesai. Laporan dikirim sesudah bulan berakhir "
            f"({MONTHLY.place}).",
        )
    for one in figures.without_visit:
        gap = narrative.gap_of(one.staff_id)
        if gap is None:
            yield Problem(
                f"gaps.{one.staff_id}",
                f"{one.name} tidak punya kunjungan terverifikasi bulan ini. Pilih alasannya; barisnya tetap "
                "ada dalam laporan.",
            )
        elif gap.reason is GapReason.OTHER and not gap.note.strip():
            yield Problem(f"gaps.{one.staff_id}", f"{one.name}: alasan lain perlu keterangan.")
