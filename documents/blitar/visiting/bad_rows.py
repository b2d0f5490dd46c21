"""The rows that could not be taken in, with the reason of each, to be mended and taken in again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from math import isfinite
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.blitar.visiting.columns import DAY, format_of
from documents.blitar.visiting.filled_template import SHEET
from documents.blitar.visiting.template import OPTIONS, write_headings
from domain.blitar.visiting.pile_cells import Cell, as_text
from domain.blitar.visiting.pile_columns import TEMPLATE, Column
from domain.blitar.visiting.pile_rows import RawRow

# The reason stands first, where nobody has to look for it.
COLUMNS: Final = (Column.REASON, Column.LINE, *TEMPLATE)


@dataclass(frozen=True, slots=True)
class BadRow:
    """A row as it was written, and why it was not taken in."""

    raw: RawRow
    reason: str


def bad_rows_workbook(rows: Sequence[BadRow], *, made_on: date) -> bytes:
    """The rows as XLSX bytes, in the columns of the template; every cell as it was, days and numbers too."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        book.set_properties(
            {"title": "Baris yang perlu diperbaiki", "created": datetime.combine(made_on, time())}
        )
        sheet = book.add_worksheet(SHEET)
        write_headings(book, sheet, COLUMNS)
        looks = {column: book.add_format(format_of(column)) for column in COLUMNS}
        days = book.add_format(DAY)
        for line, row in enumerate(rows, 1):
            sheet.write_string(line, 0, row.reason, looks[Column.REASON])
            sheet.write_number(line, 1, row.raw.line, looks[Column.LINE])
            for place, column in enumerate(TEMPLATE, 2):
                _write(sheet, line, place, row.raw.cells.get(column), looks[column], days)
        sheet.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)
    return held.getvalue()


def _write(sheet: Any, line: int, place: int, cell: Cell, look: Any, day: Any) -> None:
    if cell is None:
        return
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        sheet.write_datetime(line, place, datetime.combine(cell, time()), day)
    elif isinstance(cell, int | float) and not isinstance(cell, bool) and isfinite(cell):
        sheet.write_number(line, place, cell, look)
    else:
        sheet.write_string(line, place, as_text(cell), look)
