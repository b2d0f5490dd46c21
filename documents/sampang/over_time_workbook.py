"""The free balance of the fund over the coming months as a workbook; its sums are formulas over its cells."""

from datetime import datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.tabular.written_cells import HEADING, OPTIONS
from domain.dates import indonesian_date, indonesian_month
from domain.sampang.fund.over_time import ForecastMonth, FundOverTime
from domain.sampang.fund.over_time_words import ASSUMED, PLACES, rate_told

_TITLE: Final = "Dana bergulir dari waktu ke waktu"
_DEMO: Final = "DATA CONTOH, bukan data sebenarnya"
_MONEY: Final = {"num_format": "#,##0;-#,##0;0"}
_HEADINGS: Final = (
    ("Bulan", 18), ("Jatuh tempo menurut rencana", 20), ("Bebas menurut rencana", 20),
    ("Perkiraan masuk", 20), ("Bebas menurut perkiraan", 20),
)  # fmt: skip


def over_time_workbook(found: FundOverTime, *, demo: bool) -> bytes:
    """The workbook as XLSX bytes; the same input always gives the same bytes."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        created = datetime.combine(found.day, datetime.min.time())
        book.set_properties({"title": _TITLE, "comments": _DEMO if demo else "", "created": created})
        sheet = book.add_worksheet("Dana bergulir")
        sheet.set_paper(9)
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
        money, bold, heading = (book.add_format(look) for look in (_MONEY, {"bold": True}, HEADING))
        first = _stand(sheet, found, money, bold, demo=demo)
        for place, (name, width) in enumerate(_HEADINGS):
            sheet.write_string(first, place, name, heading)
            sheet.set_column(place, place, width)
        for line, one in enumerate(found.months(), first + 1):
            _month(sheet, line, one, money, is_first=line == first + 1)
        _assumed(sheet, first + found.known_months + 2, bold)
    return held.getvalue()


def _stand(sheet: Any, found: FundOverTime, money: Any, bold: Any, *, demo: bool) -> int:
    """Where the fund stands and by which rate it goes on; gives the line of the table's headings."""
    sheet.write_string(0, 0, f"{_TITLE}, {indonesian_date(found.day)}", bold)
    sheet.write_string(1, 0, _DEMO if demo else "")
    amounts = (("Kas", found.cash), ("Terikat, belum cair", found.committed))
    for line, (name, amount) in enumerate(amounts, 2):
        sheet.write_string(line, 0, name)
        sheet.write_number(line, 1, amount, money)
    sheet.write_string(4, 0, "Bebas")
    sheet.write_formula(4, 1, "=B3-B4", money, found.free)
    sheet.write_string(5, 0, "Pokok lewat tempo")
    sheet.write_number(5, 1, found.overdue, money)
    sheet.write_string(6, 0, rate_told(found))
    return 8


def _month(sheet: Any, line: int, one: ForecastMonth, money: Any, *, is_first: bool) -> None:
    row, free, free_expected = line + 1, "B5" if is_first else f"C{line}", "B5" if is_first else f"E{line}"
    sheet.write_string(line, 0, indonesian_month(one.month))
    sheet.write_number(line, 1, one.due, money)
    sheet.write_formula(line, 2, f"={free}+B{row}", money, one.free)
    if one.expected is not None:
        sheet.write_number(line, 3, one.expected, money)
        sheet.write_formula(line, 4, f"={free_expected}+D{row}", money, one.free_expected)


def _assumed(sheet: Any, line: int, bold: Any) -> None:
    sheet.write_string(line, 0, "Anggapan", bold)
    sources = f"Dasar: {', '.join(place.short for place in PLACES)}."
    for place, told in enumerate((*ASSUMED, sources), line + 1):
        sheet.write_string(place, 0, told)
