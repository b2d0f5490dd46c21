"""The books of the fund as a workbook for the auditor: trial balance, journal, and shares of the interest.

Amounts are numbers and sums are formulas over them, so that Excel reckons everything again by itself.
"""

from dataclasses import dataclass
from datetime import datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.sampang.fund_sheets import write_journal, write_shares, write_trial_balance
from documents.tabular.written_cells import DAY, HEADING, OPTIONS, WRAPPED
from domain.dates import JAKARTA, indonesian_date, indonesian_moment
from domain.sampang.fund.journal_lines import BooksOfSpan

_TITLE: Final = "Buku dana bergulir Kabupaten Sampang"
_DEMO: Final = "DATA CONTOH, bukan data sebenarnya"
_MONEY: Final = {"num_format": "#,##0;-#,##0;0", "valign": "top"}
_BOLD: Final = {"bold": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """Who made the workbook and when, and with which version of the application."""

    by: str
    at: datetime
    version: str
    demo: bool


@dataclass(frozen=True, slots=True)
class Looks:
    """How cells look in all the sheets."""

    heading: Any
    text: Any
    day: Any
    money: Any
    bold: Any
    bold_money: Any


def fund_workbook(books: BooksOfSpan, printed: Printed) -> bytes:
    """The workbook as XLSX bytes; the same input always gives the same bytes."""
    held = BytesIO()
    with Workbook(held, OPTIONS) as book:
        created = printed.at.astimezone(JAKARTA).replace(tzinfo=None, microsecond=0)
        # Which program made it is kept in the file, not told to its readers.
        notes = ". ".join(filter(None, (_DEMO if printed.demo else "", f"versi program {printed.version}")))
        book.set_properties({"title": _TITLE, "comments": notes, "created": created})
        looks = Looks(
            *(book.add_format(look) for look in (HEADING, WRAPPED, DAY, _MONEY, _BOLD, _BOLD | _MONEY))
        )
        balance, journal, shares = (
            _sheet(book, name, printed) for name in ("Neraca saldo", "Jurnal", "Jasa")
        )
        first = _told(balance, books, printed, looks)
        write_trial_balance(balance, books, looks, first)
        write_journal(journal, books, looks)
        write_shares(shares, books, looks)
    return held.getvalue()


def _sheet(book: Any, name: str, printed: Printed) -> Any:
    sheet = book.add_worksheet(name)
    sheet.set_paper(9)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    # An ampersand begins a code in a footer, so the name of a person goes to the heading alone.
    sheet.set_footer(f"&L{_DEMO if printed.demo else _TITLE}&R&P / &N")
    return sheet


def _told(sheet: Any, books: BooksOfSpan, printed: Printed, looks: Looks) -> int:
    """What the books are of and whose print this is; gives the line after it."""
    span, closed = books.span, books.closed_until
    lines = [
        *([_DEMO] if printed.demo else []),
        f"Pembukuan {indonesian_date(span.first)} sampai {indonesian_date(span.last)}, menurut tanggal buku.",
        f"Buku ditutup sampai {indonesian_date(closed)}." if closed else "Belum ada bulan yang ditutup.",
        f"Dicetak {indonesian_moment(printed.at)} oleh {printed.by}.",
        "Debit dan kredit tiap akun dijumlahkan dari lembar Jurnal; selisihnya harus nol.",
    ]
    sheet.write_string(0, 0, _TITLE, looks.bold)
    for place, line in enumerate(lines, 1):
        sheet.write_string(place, 0, line)
    return len(lines) + 2
