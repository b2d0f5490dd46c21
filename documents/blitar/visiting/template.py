"""The template for many visits: a sheet to fill in, how to do it, and the binaan to look up."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]
from xlsxwriter.utility import xl_range_abs  # type: ignore[import-untyped]

from documents.blitar.visiting.columns import (
    BOLD,
    DAYS,
    LISTS,
    MANY,
    format_of,
    heading_of,
    width_of,
)
from documents.blitar.visiting.filled_template import OTHER_SHEETS, SHEET
from documents.tabular.written_cells import OPTIONS, TEXT, WRAPPED
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import OFFICE_OWN, Indicator
from domain.blitar.visiting.pile_columns import REQUIRED, TEMPLATE, Column
from domain.blitar.visiting.pile_rows import EXAMPLE_MARK, EXAMPLE_NUMBER, MOST_ROWS
from domain.dates import indonesian_date
from domain.money import number

_LISTS_SHEET: Final = "Daftar"


@dataclass(frozen=True, slots=True)
class ListedClient:
    """One binaan on the sheet to look up; no identity number."""

    number: str
    name: str
    district: str
    mentor: str


def visit_template(clients: Sequence[ListedClient], *, mentor: str = "", made_on: date) -> bytes:
    """The template as XLSX bytes, for one Pendamping or for all; the same input gives the same bytes."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        book.set_properties(
            {"title": "Templat kunjungan", "created": datetime.combine(made_on, datetime.min.time())}
        )
        _visits(book, mentor, made_on)
        _guide(book, made_on)
        _clients(book, clients)
        _lists(book)
    return held.getvalue()


def write_headings(book: Any, sheet: Any, columns: Sequence[Column]) -> None:
    """Write the headings of visits, with a format for the cells below each."""
    for place, column in enumerate(columns):
        sheet.set_column(place, place, width_of(column), book.add_format(format_of(column)))
        sheet.write_string(0, place, column.header, book.add_format(heading_of(column)))
    sheet.set_row(0, 32)
    sheet.freeze_panes(1, 2)


def _visits(book: Any, mentor: str, made_on: date) -> None:
    sheet = book.add_worksheet(SHEET)
    sheet.set_paper(9)
    sheet.set_landscape()
    write_headings(book, sheet, TEMPLATE)
    example = _example(mentor, made_on)
    grey = {"italic": True, "font_color": "#5A6672"}
    for place, column in enumerate(TEMPLATE):
        told, look = example.get(column, ""), book.add_format(format_of(column) | grey)
        if isinstance(told, date):
            sheet.write_datetime(1, place, datetime.combine(told, datetime.min.time()), look)
        else:
            sheet.write_string(1, place, told, look)
        _offer(sheet, place, column)


def _offer(sheet: Any, place: int, column: Column) -> None:
    rule: dict[str, Any] = {"input_title": column.header[:32], "input_message": column.hint[:255]}
    if column in LISTS:
        at = list(LISTS).index(column)
        cells = xl_range_abs(0, at, len(LISTS[column]) - 1, at)
        rule |= {"validate": "list", "source": f"={_LISTS_SHEET}!{cells}", "show_error": column not in MANY}
        rule |= {"error_title": "Tidak ada dalam daftar", "error_message": "Pilih salah satu dari daftar."}
    elif column in DAYS:
        earliest = date(2000, 1, 1)
        rule |= {"validate": "date", "criteria": ">=", "value": earliest, "error_type": "warning"}
        rule |= {"error_title": "Periksa tanggal", "error_message": "Tulis hari/bulan/tahun: 02/03/2026."}
    else:
        rule |= {"validate": "any"}
    sheet.data_validation(1, place, MOST_ROWS, place, rule)


def _example(mentor: str, made_on: date) -> dict[Column, str | date]:
    return {
        Column.ORDER: EXAMPLE_MARK,
        Column.CLIENT_NUMBER: EXAMPLE_NUMBER,
        Column.CLIENT_NAME: "Baris contoh, tidak ikut dibaca",
        Column.MENTOR: mentor,
        Column.DAY: made_on,
        Column.PLACE: "Lapangan",
        Column.DAY_PART: "Pagi",
        Column.TASKS: "b, c, i",
        Column.PARTS: "Konsultasi, Rekomendasi",
        Column.PROBLEM: "Belum punya NIB",
        Column.RECOMMENDATION: "Daftar lewat OSS",
        Column.FOLLOW_UP: "Menyiapkan KTP dan foto tempat usaha",
        Column.DUE: made_on + timedelta(days=14),
        Column.DOER: "Binaan",
        Column.FORM: "FK-001",
    }


def _guide(book: Any, made_on: date) -> None:
    sheet = book.add_worksheet(OTHER_SHEETS[0])
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    bold, wrapped = book.add_format(BOLD), book.add_format(WRAPPED)
    sheet.set_column(0, 0, 26)
    sheet.set_column(1, 1, 90)
    line = 0
    for title, lines in _guide_parts(made_on):
        sheet.write_string(line, 0, title, bold)
        for place, (name, told) in enumerate(lines, line + 1):
            sheet.write_string(place, 0, name, wrapped)
            sheet.write_string(place, 1, told, wrapped)
        line += len(lines) + 2


def _guide_parts(made_on: date) -> list[tuple[str, list[tuple[str, str]]]]:
    steps = [
        ("1", "Satu baris untuk satu formulir kertas. Urutan kolom bebas, tetapi judulnya jangan diubah."),
        ("2", "Sebut binaan dengan nomornya (lembar “Binaan”), atau NIK, atau nama dan kecamatannya."),
        ("3", "Kosongkan yang tidak ada di formulir. Baris contoh boleh dibiarkan atau dihapus."),
        ("4", f"Simpan sebagai .xlsx, paling banyak {number(MOST_ROWS)} baris, lalu unggah."),
        ("Dibuat", indonesian_date(made_on)),
    ]
    columns = [
        (column.header, column.hint + (" Wajib diisi." if column in REQUIRED else "")) for column in TEMPLATE
    ]
    tasks = [(task.letter, f"{task.label} ({task.citation.short})") for task in MentorTask]
    parts = [(part.label, part.citation.short) for part in ReportPart]
    measured = [
        (one.label, f"{one.shape.label}; untuk {one.goal.label} ({one.goal.citation.short})")
        for one in Indicator
    ]
    return [
        ("Cara mengisi", steps),
        ("Kolom", columns),
        ("Tugas", tasks),
        ("Komponen", parts),
        ("Indikator", [("", OFFICE_OWN), *measured]),
    ]


def _clients(book: Any, clients: Sequence[ListedClient]) -> None:
    sheet = book.add_worksheet(OTHER_SHEETS[1])
    text = book.add_format(TEXT)
    titles = (Column.CLIENT_NUMBER, Column.CLIENT_NAME, Column.CLIENT_DISTRICT, Column.MENTOR)
    for place, column in enumerate(titles):
        sheet.set_column(place, place, width_of(column), text)
        sheet.write_string(0, place, column.header, book.add_format(heading_of(column)))
    for line, one in enumerate(clients, 1):
        for place, told in enumerate((one.number, one.name, one.district, one.mentor)):
            sheet.write_string(line, place, told, text)
    sheet.freeze_panes(1, 1)
    if clients:
        sheet.autofilter(0, 0, len(clients), len(titles) - 1)


def _lists(book: Any) -> None:
    sheet = book.add_worksheet(_LISTS_SHEET)
    for place, told in enumerate(LISTS.values()):
        for line, one in enumerate(told):
            sheet.write_string(line, place, one)
    sheet.hide()
