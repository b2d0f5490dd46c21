"""The rows of a bank's file that were not booked, with the reason of each, for the bank to mend."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.tabular.written_cells import (
    DAY,
    HEADING,
    OPTIONAL_HEADING,
    OPTIONS,
    TEXT,
    WRAPPED,
    write_cell,
)
from domain.sampang.bank_file.bank_columns import READ, BankColumn
from domain.tabular.sheet_cells import Cell

SHEET: Final = "Angsuran"
# The reason stands first, where nobody has to look for it; both columns are not read again.
COLUMNS: Final = (BankColumn.REASON, BankColumn.LINE, *READ)
_WIDTHS: Final = {BankColumn.REASON: 48, BankColumn.LINE: 8, BankColumn.NAME: 28, BankColumn.NOTE: 28}
_AMOUNTS: Final = (BankColumn.AMOUNT, BankColumn.PRINCIPAL, BankColumn.INTEREST)


@dataclass(frozen=True, slots=True)
class BankBadRow:
    """A row as it was written, its line, and why it was not booked."""

    line: int
    reason: str
    cells: Mapping[BankColumn, Cell]


def bank_bad_rows(rows: Sequence[BankBadRow], *, made_on: date) -> bytes:
    """The rows as XLSX bytes, in columns that are read again once they are mended."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        made = datetime.combine(made_on, time())
        book.set_properties({"title": "Baris berkas bank yang dikembalikan", "created": made})
        sheet = book.add_worksheet(SHEET)
        looks = {column: book.add_format(_look(column)) for column in COLUMNS}
        days = book.add_format(DAY)
        for place, column in enumerate(COLUMNS):
            heading = HEADING if column in (BankColumn.REASON, BankColumn.LOAN) else OPTIONAL_HEADING
            sheet.set_column(place, place, _WIDTHS.get(column, 18), looks[column])
            sheet.write_string(0, place, column.header, book.add_format(heading))
        sheet.freeze_panes(1, 2)
        for line, row in enumerate(rows, 1):
            sheet.write_string(line, 0, row.reason, looks[BankColumn.REASON])
            sheet.write_number(line, 1, row.line, looks[BankColumn.LINE])
            for place, column in enumerate(READ, 2):
                write_cell(sheet, line, place, row.cells.get(column), looks[column], days)
        sheet.autofilter(0, 0, max(1, len(rows)), len(COLUMNS) - 1)
    return held.getvalue()


def _look(column: BankColumn) -> dict[str, Any]:
    if column is BankColumn.REASON:
        return WRAPPED
    if column in _AMOUNTS:
        return {"num_format": "#,##0", "valign": "top"}
    return {"valign": "top"} if column is BankColumn.LINE else TEXT
