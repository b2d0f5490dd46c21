"""The lines of a pile that come back, with the reason of each, in sheets that are read again."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.sampang.paper_pile.paper_template import write_paper_headings
from documents.sampang.paper_pile.told_papers import NOT_READ
from documents.tabular.written_cells import DAY, HEADING, OPTIONS, WRAPPED, write_cell
from domain.sampang.paper_pile.paper_columns import PILE_SHEETS, PileSheet
from domain.sampang.paper_pile.paper_rows import BadPaperLine

_OTHERS: Final = "Baris lain formulir ini perlu diperbaiki."


def paper_bad_lines(lines: Sequence[BadPaperLine], *, made_on: date) -> bytes:
    """The lines as XLSX bytes; the reason and the line stand first and are not read again."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        made = datetime.combine(made_on, time())
        book.set_properties({"title": "Formulir yang perlu diperbaiki", "created": made})
        for sheet in PileSheet:
            found = [one for one in lines if one.raw.sheet is sheet]
            if found or sheet is PileSheet.FORMS:
                _sheet(book, sheet, found)
    return held.getvalue()


def _sheet(book: Any, of: PileSheet, lines: Sequence[BadPaperLine]) -> None:
    sheet, columns = book.add_worksheet(of.label), list(PILE_SHEETS[of].columns)
    heading, wrapped, day = book.add_format(HEADING), book.add_format(WRAPPED), book.add_format(DAY)
    for place, (told, width) in enumerate(zip(NOT_READ, (60, 10), strict=True)):
        sheet.set_column(place, place, width, wrapped)
        sheet.write_string(0, place, told, heading)
    looks = write_paper_headings(book, sheet, of, first=2)
    sheet.freeze_panes(1, 3)
    for line, one in enumerate(lines, 1):
        reasons = "\n".join(fault.told for fault in one.faults) or _OTHERS
        sheet.write_string(line, 0, reasons, wrapped)
        sheet.write_number(line, 1, one.raw.line, wrapped)
        for place, column in enumerate(columns):
            write_cell(sheet, line, place + 2, one.raw.cells.get(column), looks[place], day)
    sheet.autofilter(0, 0, max(1, len(lines)), len(columns) + 1)
