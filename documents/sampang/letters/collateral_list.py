"""The list of what a borrower pledges, attached to the agreement (III.10)."""

from collections.abc import Sequence
from typing import Final

from fpdf.enums import Align

from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.letters.wording import NOT_TOLD, one_line_or, rupiah_or, typed
from documents.sheet import WIDTH
from documents.tables import Column, Strong, headed_table
from domain.money import letter_rupiah, rupiah
from domain.sampang.application import Collateral
from domain.sampang.origination.loan_file import LoanFile

TITLE: Final = "Lampiran 1. Daftar agunan (III.10, VII.9)"
_COLUMNS: Final = (
    Column("No.", 9, Align.R),
    Column("Jenis dan uraian", WIDTH - 123),
    Column("Pemilik", 44),
    Column("Nilai", 34, Align.R),
    Column("Penilai", 36),
)


def collateral_list(sheet: OfficialPaper, file: LoanFile) -> None:
    """Everything that is pledged now, with owner, value and who valued it."""
    things = [one.thing for one in file.custody if not one.is_gone] or list(file.application.collateral)
    things_table(sheet, TITLE, things)


def things_table(sheet: OfficialPaper, title: str, things: Sequence[Collateral]) -> None:
    """Pledged things with owner, value and who valued them, and the sum, under a heading."""
    if not things:
        sheet.heading(title)
        sheet.prose("Belum ada agunan yang dicatat.")
        return
    rows = [_row(place, thing) for place, thing in enumerate(things, 1)]
    total = sum(thing.value or 0 for thing in things)
    rows.append(tuple(map(Strong, ("", "Jumlah", "", rupiah(total), ""))))
    headed_table(sheet, title, _COLUMNS, rows)
    sheet.ln(1.5)
    sheet.paragraph(f"Jumlah nilai: {letter_rupiah(total)}.")


def _row(place: int, thing: Collateral) -> tuple[str, ...]:
    what = "\n".join(filter(None, (thing.kind.label, typed(thing.named))))
    return (f"{place}", what, _owner(thing), rupiah_or(thing.value), one_line_or(thing.assessed_by))


def _owner(thing: Collateral) -> str:
    if thing.owned_by_applicant:
        return "PEMINJAM"
    owner = one_line_or(thing.owner_name)
    if thing.owned_by_applicant is None:
        return owner
    return f"{owner}, {'dengan surat kuasa' if thing.power_of_attorney else f'surat kuasa {NOT_TOLD}'}"
