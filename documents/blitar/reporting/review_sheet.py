"""The review of a Fasilitator's month on paper: nine tasks, what is known, what was found (Pasal 15(2))."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Final

from documents.blitar.letter import Printing, facts, letter
from documents.blitar.reporting.letter_parts import ROOM_TO_SIGN, sign_on_the_right
from documents.printable import one_line
from documents.sheet import WIDTH
from documents.tables import Column, room_for, table
from domain.blitar.goals_and_tasks import FacilitatorTask
from domain.blitar.instruments import at
from domain.blitar.reporting.facilitator_deeds import Deeds
from domain.blitar.reporting.facilitator_review import NO_SCALE, REVIEWED, FacilitatorReview
from domain.dates import indonesian_moment, indonesian_month

TITLE: Final = "Pemantauan dan evaluasi kinerja Fasilitator"
_TASKS: Final = (
    Column("Huruf", 11),
    Column(f"Tugas ({at('5(3)').place})", 36),
    Column("Yang tercatat dalam program", 74),
    Column("Hasil", 22),
    Column("Catatan", WIDTH - 143),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReviewPaper:
    """A review to print: of whom, what is known of the month, and which version by whom and when.

    Without `by` nobody has recorded it, and the paper is a draft.
    """

    name: str
    review: FacilitatorReview
    deeds: Deeds
    decree: str = ""
    by: str = ""
    at: datetime | None = None
    version: int = 0


def review_sheet(told: ReviewPaper, printing: Printing) -> bytes:
    """The review as PDF bytes; the same input always gives the same bytes."""
    month = indonesian_month(told.review.month)
    sheet = letter(
        TITLE,
        month,
        printing,
        note="Hanya untuk Kepala Dinas dan Fasilitator yang dinilai",
        draft="" if told.by else f"belum dinilai Kepala Dinas ({REVIEWED.place}).",
    )
    sheet.title_line(TITLE)
    recorded = "belum ada"
    if told.at is not None:
        recorded = f"versi {told.version}, {one_line(told.by, 80)}, {indonesian_moment(told.at)}"
    decree = [("Keputusan", one_line(told.decree, 120))] if told.decree.strip() else []
    named = [("Fasilitator", one_line(told.name, 120)), *decree]
    facts(sheet, [*named, ("Bulan", month), ("Penilaian", recorded)])
    sheet.paragraph(f"Oleh Kepala Dinas ({REVIEWED.place}). {NO_SCALE}")
    sheet.ln(2)
    rows = [_cells(told, task) for task in FacilitatorTask]
    if sheet.will_page_break(room_for(sheet, _TASKS, rows)):
        sheet.add_page()
    table(sheet, _TASKS, rows)
    sheet.heading("Kesimpulan", ROOM_TO_SIGN - 12)
    concluded = " ".join(told.review.conclusion.split()) or "Belum ditulis."
    sign_on_the_right(sheet, f"Kepala {printing.head.agency},", told.by, closing=concluded)
    return bytes(sheet.output())


def _cells(told: ReviewPaper, task: FacilitatorTask) -> Sequence[str]:
    found = told.review.of(task)
    known = "; ".join(line.rstrip(".") for line in told.deeds.told(task))
    return (task.letter, task.label, known, found.told, found.note.strip() or "–")
