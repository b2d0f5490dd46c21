"""The provisional schedule of an agreement: what would fall due if the money went out on a given day."""

from typing import Final

from documents.grid import grid_for
from documents.sampang.letters.paper import OfficialPaper
from documents.sampang.loan_terms import HEADINGS, row_in_words
from documents.sheet import MARGIN, WIDTH
from domain.dates import indonesian_date
from domain.money import letter_rupiah
from domain.money import number as figure
from domain.sampang.loan import Schedule

_ROW: Final = 5.2
_AROUND: Final = 45.0


def provisional_schedule(sheet: OfficialPaper, schedule: Schedule) -> None:
    """The rows on one page, marked provisional, with their totals."""
    if sheet.will_page_break(_AROUND + _ROW * len(schedule.rows)):
        sheet.add_page()
    day = indonesian_date(schedule.terms.disbursed_on)
    sheet.heading("Lampiran 2. Jadwal angsuran sementara (III.6, VIII.4, VIII.5.c)")
    sheet.prose(f"Sementara: dihitung bila dicairkan pada {day}.")
    rows = [row_in_words(row) for row in schedule.rows]
    principal, interest = schedule.terms.principal, schedule.total_interest
    total = ("", "Jumlah", figure(principal), figure(interest), figure(principal + interest), "")
    grid = grid_for(sheet, MARGIN, WIDTH, HEADINGS, [*rows, total], _ROW)
    grid.heading(sheet)
    for place, row in enumerate(rows, 1):
        # The sum takes the last instalment along.
        if sheet.will_page_break(_ROW * (2 if place == len(rows) else 1)):
            sheet.add_page()
            grid.heading(sheet)
        grid.row(sheet, row)
    grid.total(sheet, total)
    sheet.ln(2)
    sheet.prose(f"Jumlah jasa {letter_rupiah(interest)}.")
