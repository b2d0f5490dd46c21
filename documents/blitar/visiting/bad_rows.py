"""The rows that could not be taken in, with the reason of each, to be mended and taken in again."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.blitar.visiting.columns import format_of
from documents.blitar.visiting.filled_template import SHEET
from documents.blitar.visiting.template import write_headings
from documents.tabular.written_cells import DAY, OPTIONS, write_cell
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
                write_cell(sheet, line, place, row.raw.cells.get(column), looks[column], days)
        sheet.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)
    return held.getvalue()
