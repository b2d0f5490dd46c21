"""The list of binaan as a workbook: real dates and numbers, NIK as text, nothing that runs."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from domain.blitar.caseload.overview import ListedClient
from domain.dates import JAKARTA, indonesian_moment
from domain.regions.regions import district

_TITLE: Final = "Daftar binaan pendampingan"
_DEMO: Final = "DATA CONTOH, bukan data sebenarnya"
_DAY: Final = {"num_format": "dd mmm yyyy", "align": "left"}
_BOLD: Final = {"bold": True}
_HEADINGS: Final = (
    ("Nomor", 14), ("Nama", 36), ("Jenis", 20), ("NIK ketua atau pemilik", 22), ("Sektor", 24),
    ("Kecamatan", 18), ("Pendamping", 26), ("Didampingi sejak", 16), ("Kunjungan terakhir", 18),
    ("Tahap", 22), ("Perkembangan", 20),
    ("Tindak lanjut terbuka", 20), ("Lewat batas", 12), ("Diakhiri", 14),
)  # fmt: skip
Cell = str | int | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Who took the list and when, by which filter in words, and whether the NIK are whole."""

    told: str
    at: datetime
    by: str
    whole_numbers: bool = False
    demo: bool = False


def client_workbook(clients: Iterable[ListedClient], taken: Taken) -> bytes:
    """The workbook as XLSX bytes; the same input always gives the same bytes."""
    # Text stays text: nothing that a person typed is ever run as a formula or opened as a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    rows = tuple(clients)
    held = BytesIO()
    with Workbook(held, options) as book:
        created = taken.at.astimezone(JAKARTA).replace(tzinfo=None, microsecond=0)
        book.set_properties({"title": _TITLE, "comments": _DEMO if taken.demo else "", "created": created})
        sheet = book.add_worksheet("Binaan")
        _paper(sheet, taken)
        bold = book.add_format(_BOLD)
        first = _heading(sheet, taken, len(rows), bold)
        _table(sheet, rows, first, bold, book.add_format(_DAY))
    return held.getvalue()


def _paper(sheet: Any, taken: Taken) -> None:
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    # An ampersand begins a code in a footer, so the name of a person goes to the heading alone.
    sheet.set_footer(f"&L{_DEMO if taken.demo else _TITLE}&R&P / &N")


def _heading(sheet: Any, taken: Taken, count: int, bold: Any) -> int:
    whole = "NIK lengkap: jaga kerahasiaannya." if taken.whole_numbers else "NIK disamarkan."
    lines = [
        *([_DEMO] if taken.demo else []),
        f"{count} binaan. Saringan: {taken.told or 'semua yang didampingi'}.",
        f"Diunduh {indonesian_moment(taken.at)} oleh {taken.by}. {whole}",
        "Perkembangan: nilai terbaru dibanding data awal; cara menghitungnya pilihan kantor.",
    ]
    sheet.write_string(0, 0, _TITLE, bold)
    for place, line in enumerate(lines, 1):
        sheet.write_string(place, 0, line)
    return len(lines) + 2


def _table(sheet: Any, rows: tuple[ListedClient, ...], first: int, bold: Any, day: Any) -> None:
    for column, (heading, width) in enumerate(_HEADINGS):
        sheet.set_column(column, column, width)
        sheet.write_string(first, column, heading, bold)
    sheet.freeze_panes(first + 1, 2)
    sheet.repeat_rows(first)
    sheet.autofilter(first, 0, first + len(rows), len(_HEADINGS) - 1)
    for place, row in enumerate(rows, first + 1):
        for column, cell in enumerate(_cells(row)):
            _write(sheet, place, column, cell, day)


def _cells(row: ListedClient) -> tuple[Cell, ...]:
    one = row.overview
    place = district(one.district_code) if one.district_code else None
    return (
        one.number,
        one.name,
        one.kind.label,
        row.nik or "belum dicatat",
        one.sector.label if one.sector else "belum dicatat",
        place.name if place else "belum dicatat",
        one.mentor or "tanpa Pendamping",
        one.since,
        one.last_visit_on or "belum pernah",
        one.stage.label,
        one.movement.label,
        one.open_follow_ups,
        one.overdue_follow_ups,
        one.ended_on,
    )


def _write(sheet: Any, row: int, column: int, cell: Cell, day: Any) -> None:
    match cell:
        case None:
            pass
        case date():
            sheet.write_datetime(row, column, datetime.combine(cell, datetime.min.time()), day)
        case int():
            sheet.write_number(row, column, cell)
        case str():
            sheet.write_string(row, column, cell)
