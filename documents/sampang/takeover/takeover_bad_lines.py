"""The lines of older loans that come back, with the reason of each, in sheets that are read again."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.sampang.takeover.takeover_template import look_of, write_headings
from documents.sampang.takeover.told_workbook import NOT_READ
from documents.tabular.written_cells import DAY, HEADING, OPTIONS, WRAPPED, write_cell
from domain.sampang.takeover.workbook_columns import SHEETS, Part
from domain.sampang.takeover.workbook_loans import BadLine

_OTHERS: Final = "Baris lain pinjaman ini perlu diperbaiki."


def takeover_bad_lines(lines: Sequence[BadLine], *, made_on: date) -> bytes:
    """The lines as XLSX bytes; the reason and the line stand first and are not read again."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        made = datetime.combine(made_on, time())
        book.set_properties({"title": "Baris pengambilalihan yang perlu diperbaiki", "created": made})
        for part in Part:
            found = [one for one in lines if one.raw.part is part]
            if found or part is Part.LOANS:
                _sheet(book, part, found)
    return held.getvalue()


def _sheet(book: Any, part: Part, lines: Sequence[BadLine]) -> None:
    sheet, columns = book.add_worksheet(part.label), list(SHEETS[part].columns)
    heading, wrapped, day = book.add_format(HEADING), book.add_format(WRAPPED), book.add_format(DAY)
    for place, (told, width) in enumerate(zip(NOT_READ, (60, 10), strict=True)):
        sheet.set_column(place, place, width, wrapped)
        sheet.write_string(0, place, told, heading)
    write_headings(book, sheet, part, columns, first=2)
    sheet.freeze_panes(1, 3)
    looks = [book.add_format(look_of(column)) for column in columns]
    for line, one in enumerate(lines, 1):
        reasons = "\n".join(fault.told for fault in one.faults) or _OTHERS
        sheet.write_string(line, 0, reasons, wrapped)
        sheet.write_number(line, 1, one.raw.line, wrapped)
        for place, column in enumerate(columns):
            write_cell(sheet, line, place + 2, one.raw.cells.get(column), looks[place], day)
    sheet.autofilter(0, 0, max(1, len(lines)), len(columns) + 1)
