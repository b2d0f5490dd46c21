"""A report of the fund as a workbook: real numbers and days, typed text as text, one sheet for each table."""

from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.tabular.written_cells import DAY, HEADING, OPTIONS, WRAPPED, write_cell
from domain.dates import JAKARTA, indonesian_date, indonesian_moment, indonesian_month
from domain.sampang.reports.report_shape import NOT_KNOWN, CellKind, Report, ReportTable, bank_data_told

_DEMO: Final = "DATA CONTOH, bukan data sebenarnya"
_MONEY: Final = {"num_format": "#,##0;-#,##0;0", "valign": "top"}
_BOLD: Final = {"bold": True}
_WIDTHS: Final = {CellKind.WORDS: 28, CellKind.COUNT: 12, CellKind.RUPIAH: 18, CellKind.DAY: 13}
_LONGEST_NAME: Final = 31


@dataclass(frozen=True, slots=True, kw_only=True)
class Printing:
    """Who made the workbook, when, and with which version of the application."""

    by: str
    at: datetime
    version: str
    demo: bool


@dataclass(frozen=True, slots=True)
class _Looks:
    heading: Any
    text: Any
    day: Any
    money: Any
    bold: Any
    bold_money: Any


def report_workbook(told: Report, printing: Printing) -> bytes:
    """The report as XLSX bytes; the same input always gives the same bytes."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        made = printing.at.astimezone(JAKARTA).replace(tzinfo=None, microsecond=0)
        # Which program made it is kept in the file, not told to its readers.
        notes = ". ".join(filter(None, (_DEMO if printing.demo else "", f"versi program {printing.version}")))
        book.set_properties({"title": told.title, "comments": notes, "created": made})
        looks = _Looks(
            *(book.add_format(look) for look in (HEADING, WRAPPED, DAY, _MONEY, _BOLD, _BOLD | _MONEY))
        )
        _front(book.add_worksheet("Ringkasan"), told, printing, looks)
        for one in told.tables:
            _table(book.add_worksheet(_named(one.title)), one, looks)
    return held.getvalue()


def _front(sheet: Any, told: Report, printing: Printing, looks: _Looks) -> None:
    sheet.set_column(0, 0, 38)
    sheet.set_column(1, 1, 46)
    sheet.set_column(2, 2, 16)
    lines = [
        *([_DEMO] if printing.demo else []),
        f"{indonesian_month(told.month)}, per {indonesian_date(told.day)}.",
        bank_data_told(told.known_until),
        f"Dicetak {indonesian_moment(printing.at)} oleh {printing.by}.",
    ]
    sheet.write_string(0, 0, told.title, looks.bold)
    for place, line in enumerate(lines, 1):
        sheet.write_string(place, 0, line)
    top = len(lines) + 2
    for column, heading in enumerate(("Angka", "Isi", "Dasar")):
        sheet.write_string(top, column, heading, looks.heading)
    for place, one in enumerate(told.figures, top + 1):
        for column, text in enumerate((one.label, one.told, one.place.short)):
            sheet.write_string(place, column, text, looks.text)
    for place, note in enumerate(told.notes, top + len(told.figures) + 2):
        sheet.merge_range(place, 0, place, 2, "", looks.text)
        sheet.write_string(place, 0, note, looks.text)
        sheet.set_row(place, 15 * (1 + len(note) // 95))


def _table(sheet: Any, told: ReportTable, looks: _Looks) -> None:
    for place, one in enumerate(told.columns):
        sheet.set_column(place, place, _WIDTHS[one.kind])
        sheet.write_string(0, place, one.heading, looks.heading)
    sheet.freeze_panes(1, 1)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if told.rows:
        sheet.autofilter(0, 0, len(told.rows), len(told.columns) - 1)
    for line, row in enumerate(told.rows, 1):
        for place, cell in enumerate(row):
            _write(sheet, line, place, cell, looks)
    if told.total is not None:
        _total(sheet, told, looks)


def _write(sheet: Any, line: int, place: int, cell: str | int | date | None, looks: _Looks) -> None:
    look = looks.money if isinstance(cell, int) else looks.text
    write_cell(sheet, line, place, NOT_KNOWN if cell is None else cell, look, looks.day)


def _total(sheet: Any, told: ReportTable, looks: _Looks) -> None:
    """The sums as formulas over the rows, so that Excel reckons them again."""
    last = len(told.rows) + 1
    for place, cell in enumerate(told.total or ()):
        if isinstance(cell, int):
            letter = chr(ord("A") + place)
            wanted = f"=SUM({letter}2:{letter}{last})"
            sheet.write_formula(last, place, wanted, looks.bold_money, cell)
        elif isinstance(cell, str):
            sheet.write_string(last, place, cell, looks.bold)


def _named(title: str) -> str:
    """The name of a sheet: what stands before a bracket, in the letters and length that Excel takes."""
    plain = "".join(letter for letter in title.split("(")[0] if letter not in "[]:*?/\\").strip()
    return plain if len(plain) <= _LONGEST_NAME else plain[: _LONGEST_NAME + 1].rpartition(" ")[0]
