"""A simulated schedule as a workbook: real numbers and dates, for an office that reckons on in Excel."""

from datetime import date, datetime
from io import BytesIO
from typing import Any, Final

from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.sampang.loan_terms import (
    HEADINGS,
    METHOD_NOTE,
    added_grace_in_words,
    method_in_words,
    other_grace_in_words,
    provisions_of,
    rounding_of,
)
from documents.sampang.simulation_summary import (
    NOT_SET,
    collateral_in_words,
    cost_name,
    rate_with_fees_in_words,
)
from domain.regulation.most import LimitFigure
from domain.sampang.quote import Quote

_MONEY: Final = {"num_format": "#,##0"}
_DAY: Final = {"num_format": "dd mmm yyyy", "align": "left"}
_RATE: Final = {"num_format": "0.0%", "align": "left"}
_BOLD: Final = {"bold": True}
_WRAPPED: Final = {"text_wrap": True, "valign": "top", "align": "left"}
_NO_APPROVAL: Final = "Simulasi, bukan persetujuan pinjaman"
_GRACE: Final = "Masa tenggang"
Value = int | float | str | date


def schedule_workbook(quote: Quote, *, made_on: date) -> bytes:
    """The workbook as XLSX bytes; the same input always gives the same bytes.

    Sheet "Jadwal" has the rows and their totals, "Ringkasan" the terms, limits and provisions.
    """
    # Text stays text: nothing that a person typed is ever run as a formula or opened as a link.
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    held = BytesIO()
    with Workbook(held, options) as book:
        book.set_properties(
            {
                "title": "Simulasi angsuran",
                "comments": _NO_APPROVAL,
                "created": datetime.combine(made_on, datetime.min.time()),
            }
        )
        _schedule(book, quote)
        _summary(book, quote, made_on)
    return held.getvalue()


def _schedule(book: Any, quote: Quote) -> None:
    sheet = _sheet(book, "Jadwal", landscape=False)
    rows = quote.schedule.rows
    bold, money, day = (book.add_format(look) for look in (_BOLD, _MONEY, _DAY))
    sheet.set_column(0, 0, 6)
    sheet.set_column(1, 6, 17)
    sheet.write_row(0, 0, [*HEADINGS, _GRACE], bold)
    sheet.freeze_panes(1, 2)
    sheet.repeat_rows(0)
    for place, row in enumerate(rows, 1):
        line = place + 1
        sheet.write_number(place, 0, row.number)
        sheet.write_datetime(place, 1, row.due_on, day)
        sheet.write_number(place, 2, row.principal, money)
        sheet.write_number(place, 3, row.interest, money)
        sheet.write_formula(place, 4, f"=C{line}+D{line}", money, row.total)
        sheet.write_number(place, 5, row.balance, money)
        sheet.write_string(place, 6, "ya" if row.in_grace else "tidak")
    end, strong_money = len(rows) + 1, book.add_format(_BOLD | _MONEY)
    principal, interest = quote.schedule.terms.principal, quote.schedule.total_interest
    sheet.write_string(end, 1, "Jumlah", bold)
    for column, total in zip("CDE", (principal, interest, principal + interest), strict=True):
        sheet.write_formula(f"{column}{end + 1}", f"=SUM({column}2:{column}{end})", strong_money, total)


def _summary(book: Any, quote: Quote, made_on: date) -> None:
    sheet = _sheet(book, "Ringkasan", landscape=True)
    sheet.set_column(0, 0, 34)
    sheet.set_column(1, 1, 24)
    sheet.set_column(2, 2, 78)
    looks = {kind: book.add_format(look) for kind, look in _LOOKS.items()}
    bold, wrapped = book.add_format(_BOLD), book.add_format(_WRAPPED)
    sheet.write_string(0, 0, _NO_APPROVAL, bold)
    lines = [*_terms(quote, made_on), *_costs(quote), *_limits(quote), *_notes(quote)]
    for place, (label, value, note) in enumerate(lines, 2):
        sheet.write_string(place, 0, label)
        sheet.write(place, 1, value, looks[type(value)])
        sheet.write_string(place, 2, note, wrapped)


_LOOKS: Final[dict[type, dict[str, Any]]] = {
    int: _MONEY | {"align": "left"},
    float: _RATE,
    date: _DAY,
    str: _WRAPPED,
}


def _sheet(book: Any, name: str, landscape: bool) -> Any:
    sheet = book.add_worksheet(name)
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    if landscape:
        sheet.set_landscape()
    sheet.set_footer(f"&L{_NO_APPROVAL}&R&P / &N")
    return sheet


def _terms(quote: Quote, made_on: date) -> list[tuple[str, Value, str]]:
    wish, schedule = quote.wish, quote.schedule
    terms = schedule.terms
    return [
        ("Dibuat", made_on, ""),
        ("Jenis peminjam", wish.borrower.label, ""),
        ("Pinjaman", terms.principal, "rupiah"),
        ("Jangka waktu", terms.tenor, "bulan"),
        (_GRACE, terms.grace, "bulan, di dalam jangka waktu"),
        ("Jasa setahun", terms.yearly_percent, "persen"),
        ("Cara hitung jasa", terms.method.label, method_in_words(terms.method)),
        ("Pencairan", terms.disbursed_on, ""),
        ("Agunan tanah", wish.land, "rupiah"),
        ("Agunan kendaraan", wish.vehicles, "rupiah"),
        ("Barang tambahan", wish.goods, "rupiah"),
        ("Angsuran masa tenggang", schedule.instalment_in_grace, "rupiah"),
        ("Angsuran sesudahnya", schedule.first_instalment.total, f"mulai bulan {terms.grace + 1}"),
        ("Jumlah jasa", schedule.total_interest, "rupiah"),
        ("Bunga efektif setahun", quote.rate_without_fees, "dari jasa saja"),
        ("Bunga efektif dengan biaya", quote.effective_rate, rate_with_fees_in_words(quote)),
    ]


def _costs(quote: Quote) -> list[tuple[str, Value, str]]:
    return [
        (f"Biaya: {cost_name(cost)}", NOT_SET if cost.amount is None else cost.amount, "VIII.5.d")
        for cost in quote.upfront
    ]


def _limits(quote: Quote) -> list[tuple[str, Value, str]]:
    most, limit = quote.most, quote.limit
    lacking = collateral_in_words(quote)
    binding = f"{_limit_words(limit)}.{lacking}" if lacking else _limit_words(limit)
    told: list[tuple[str, Value, str]] = [("Paling banyak", limit.least, binding)]
    unsaid = most.binding if quote.awaits_collateral else limit
    others = (figure for figure in most.limits if figure is not limit and figure is not unsaid)
    told += [("Batas lain", figure.least, _limit_words(figure)) for figure in others]
    told += [
        ("Paling banyak bila dibaca lain", amount, f"{entry.id} {letter}: {entry.wording(letter)}")
        for entry, letter, amount in most.elsewhere
    ]
    return told


def _limit_words(figure: LimitFigure) -> str:
    return f"{figure.limit.title} ({figure.limit.citations[0].short})"


def _notes(quote: Quote) -> list[tuple[str, Value, str]]:
    terms = quote.schedule.terms
    told: list[tuple[str, Value, str]] = [
        ("Ketentuan", place, words) for place, words in provisions_of(terms)
    ]
    if other := other_grace_in_words(quote):
        told.append(("Catatan", "S-40", other))
    told.append(("Catatan", "S-41", added_grace_in_words(quote)))
    told.append(("Catatan", "S-42", METHOD_NOTE))
    told.append(("Catatan", "pembulatan", rounding_of(terms.method)))
    return told
