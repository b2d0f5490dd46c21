"""Simulasi kebijakan on one page: each draft, the table, what was assumed, and that it decides nothing."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from documents.office.one_page import Printing
from documents.printable import one_line
from documents.sheet import WIDTH, PageFrame, Sheet
from documents.tables import Column, table
from domain.dates import indonesian_date

_LABEL: Final = 46.0
_PLACE: Final = 20.0
_CHANGES: Final = (
    Column("Rancangan", 46),
    Column("Tempat", 20),
    Column("Yang diubah", WIDTH - 130),
    Column("Kini", 30),
    Column("Menjadi", 34),
)
_SMALL: Final = 7.5
_LONGEST: Final = 34


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPaper:
    """What the page tells: programme, law and day, the changes of each draft, the table, and its assumptions.

    `changes` has a row of draft, place, what, before and after for each change; `rows` a label, its place and
    a value under each law of `laws`; `blamed` a line for each draft on the provisions behind its changes.
    """

    programme: str
    in_force: str
    day: date
    subjects: str
    laws: tuple[str, ...]
    changes: tuple[tuple[str, str, str, str, str], ...]
    rows: tuple[tuple[str, ...], ...]
    blamed: tuple[str, ...]
    notes: tuple[str, ...]


def policy_page(paper: PolicyPaper, printing: Printing) -> bytes:
    """The page as PDF bytes, without any name."""
    frame = PageFrame(
        office=paper.programme,
        title="Simulasi kebijakan",
        number=indonesian_date(printing.on),
        foot=(
            "SIMULASI, BUKAN KEPUTUSAN",
            f"dicetak {indonesian_date(printing.on)} oleh {one_line(printing.by, 60)}",
        ),
        printed_on=printing.on,
        demo=printing.demo,
        made_with=f"versi program {one_line(printing.application_version, 30)}",
    )
    sheet = Sheet(frame)
    sheet.title_line(f"{paper.programme}: simulasi kebijakan {indonesian_date(printing.on)}")
    with sheet.box():
        sheet.paragraph("SIMULASI, BUKAN KEPUTUSAN: tidak ada yang berlaku karena kertas ini.", bold=True)
        sheet.paragraph(
            f"{paper.subjects}, dinilai menurut {paper.in_force} dan menurut tiap rancangan, seolah berlaku "
            f"pada {indonesian_date(paper.day)}."
        )
    sheet.ln(2)
    table(sheet, _CHANGES, paper.changes)
    sheet.ln(3)
    table(sheet, _columns(paper.laws), paper.rows)
    sheet.ln(2)
    if paper.blamed:
        sheet.paragraph("Ketentuan di balik perubahan", bold=True)
        for line in paper.blamed:
            sheet.paragraph(line, size=_SMALL)
    for note in paper.notes:
        sheet.paragraph(note, size=_SMALL)
    return bytes(sheet.output())


def _columns(laws: Sequence[str]) -> list[Column]:
    each = (WIDTH - _LABEL - _PLACE) / len(laws)
    names = [Column(shortened(name), each) for name in laws]
    return [Column("Yang dihitung", _LABEL), Column("Dasar", _PLACE), *names]


def shortened(name: str) -> str:
    """A draft's name for a narrow column."""
    return name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
