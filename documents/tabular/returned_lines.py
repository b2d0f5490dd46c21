"""The lines that come back, with the reason of each, in sheets that are read again."""

from collections.abc import Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.tabular.workbook_form import NOT_READ, WorkbookForm
from documents.tabular.workbook_template import write_headings
from documents.tabular.written_cells import DAY, HEADING, OPTIONS, WRAPPED, write_cell
from domain.labelled import Labelled
from domain.tabular.workbook import BadLine


def returned_lines(form: WorkbookForm, lines: Sequence[BadLine], *, made_on: date) -> bytes:
    """The lines as XLSX bytes; the reason and the line stand first and are not read again."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        book.set_properties({"title": form.returned, "created": datetime.combine(made_on, time())})
        for sheet in form.sheets:
            found = [one for one in lines if one.raw.sheet is sheet]
            if found or sheet is form.first:
                _sheet(book, form, sheet, found)
    return held.getvalue()


def _sheet(book: Any, form: WorkbookForm, of: Labelled, lines: Sequence[BadLine]) -> None:
    sheet, columns = book.add_worksheet(of.label), list(form.sheets[of].columns)
    heading, wrapped, day = book.add_format(HEADING), book.add_format(WRAPPED), book.add_format(DAY)
    for place, (told, width) in enumerate(zip(NOT_READ, (60, 10), strict=True)):
        sheet.set_column(place, place, width, wrapped)
        sheet.write_string(0, place, told, heading)
    looks = write_headings(book, sheet, form.sheets[of], first=2)
    sheet.freeze_panes(1, 3)
    for line, one in enumerate(lines, 1):
        reasons = "\n".join(fault.told for fault in one.faults) or form.beside
        sheet.write_string(line, 0, reasons, wrapped)
        sheet.write_number(line, 1, one.raw.line, wrapped)
        for place, column in enumerate(columns):
            write_cell(sheet, line, place + 2, one.raw.cells.get(column), looks[place], day)
    sheet.autofilter(0, 0, max(1, len(lines)), len(columns) + 1)
