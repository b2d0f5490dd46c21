"""What a study found, row by row, as CSV or as a workbook: the number of each row and no name."""

import csv
from collections.abc import Sequence
from io import BytesIO, StringIO
from typing import Final

Rows = Sequence[Sequence[str | int | None]]
# A spreadsheet takes a text that begins so for a formula.
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


def as_csv(headings: Sequence[str], rows: Rows) -> bytes:
    """The rows as separated values that Excel opens with a double click."""
    out = StringIO()
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerows([[_harmless(cell) for cell in row] for row in (headings, *rows)])
    return out.getvalue().encode("utf-8-sig")


def as_workbook(headings: Sequence[str], rows: Rows) -> bytes:
    """The rows as a workbook; texts are texts, also those that look like a formula."""
    from xlsxwriter import Workbook  # type: ignore[import-untyped]

    out = BytesIO()
    with Workbook(out, {"constant_memory": True, "in_memory": True}) as book:
        sheet = book.add_worksheet("Hasil")
        sheet.freeze_panes(1, 1)
        for place, heading in enumerate(headings):
            sheet.write_string(0, place, heading, book.add_format({"bold": True}))
        for line, row in enumerate(rows, 1):
            for place, cell in enumerate(row):
                if isinstance(cell, int):
                    sheet.write_number(line, place, cell)
                elif cell:
                    sheet.write_string(line, place, cell)
    return out.getvalue()


def _harmless(cell: str | int | None) -> str | int:
    if cell is None:
        return ""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_FORMULA) else cell
