"""The ageing of arrears on paper and as a workbook: by age, by class with its provision, and loan by loan."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from io import BytesIO
from typing import Final

from fpdf.enums import Align
from xlsxwriter import Workbook  # type: ignore[import-untyped]

from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.signatures import blocks, lead
from documents.sampang.loan_terms import short_date
from documents.sheet import WIDTH
from documents.tables import Column, Strong, table
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.servicing.ageing import Ageing
from domain.sampang.servicing.ageing_words import (
    AgeingLine,
    at_risk_in_words,
    lines_by_age,
    lines_by_class,
)

TITLE: Final = "Umur tunggakan"
_PLACES: Final = (at("IX.1"), at("VIII.5.a"))
_BY_AGE: Final = (
    Column("Menunggak", WIDTH - 80), Column("Pinjaman", 30, Align.R), Column("Sisa pokok", 50, Align.R)
)  # fmt: skip
_BY_CLASS: Final = (
    Column("Kelas", WIDTH - 4 * 34),
    Column("Pinjaman", 34, Align.R),
    Column("Sisa pokok", 34, Align.R),
    Column("Penyisihan", 34, Align.R),
    Column("Bersih", 34, Align.R),
)
_LOANS: Final = ("Nomor", "Peminjam", "Kecamatan", "Cair", "Menunggak sejak", "Bulan", "Kelas", "Sisa pokok")


@dataclass(frozen=True, slots=True)
class LateLoan:
    """One loan that is behind: whose, where, since when, how long, its class, and the principal left."""

    number: str
    borrower: str
    district: str
    disbursed_on: date
    since: date
    months: int
    quality: str
    owed: int


def ageing_report(found: Ageing, *, on: date, number: str, head: Letterhead, demo: bool) -> bytes:
    """The report as PDF bytes, of a day; without names. A blank number leaves a draft."""
    sheet = OfficialPaper(Face(head=head, title=TITLE, number=number, on=on, places=_PLACES, demo=demo))
    sheet.title_block(f"Pinjaman dana bergulir per {indonesian_date(on)}")
    sheet.prose(at_risk_in_words(found))
    rows = [(one.told, str(one.sum.loans), rupiah(one.sum.owed)) for one in lines_by_age(found)]
    table(sheet, _BY_AGE, _totalled(rows))
    sheet.ln(4)
    told = [
        (one.told, str(one.sum.loans), rupiah(one.sum.owed), one.provision, one.net)
        for one in lines_by_class(found)
    ]
    table(sheet, _BY_CLASS, _totalled(told))
    sheet.ln(2)
    sheet.prose(
        "Bulan tunggakan dihitung dari angsuran tertua yang belum lunas, sejak hari sesudah jatuh temponya "
        "(tafsir O-02). Batas kelas dan persen penyisihan adalah ketetapan kantor; penyisihan dihitung atas "
        "sisa pokok tiap pinjaman (tafsir O-19), dan yang belum ditetapkan bukan nol."
    )
    blocks(sheet, (lead(head, f"Sampang, {indonesian_date(on)}"),), columns=2)
    return sheet.finished()


def ageing_workbook(found: Ageing, late: Sequence[LateLoan], *, on: date) -> bytes:
    """The same with the loans one by one as XLSX bytes: real numbers and dates; typed text stays text."""
    options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    held = BytesIO()
    with Workbook(held, options) as book:
        made = datetime.combine(on, datetime.min.time())
        book.set_properties({"title": f"{TITLE} {short_date(on)}", "created": made})
        bold = book.add_format({"bold": True})
        money = book.add_format({"num_format": "#,##0"})
        day = book.add_format({"num_format": "dd mmm yyyy", "align": "left"})
        for name, heading, lines in (
            ("Umur", "Menunggak", lines_by_age(found)),
            ("Kelas", "Kelas", lines_by_class(found)),
        ):
            sheet = book.add_worksheet(name)
            sheet.set_column(0, 0, 34)
            sheet.set_column(1, 4, 18)
            sheet.write_row(0, 0, [heading, "Pinjaman", "Sisa pokok", "Penyisihan", "Bersih"], bold)
            for place, one in enumerate(lines, 1):
                sheet.write_row(place, 0, _cells(one), money)
        sheet = book.add_worksheet("Pinjaman menunggak")
        sheet.set_column(0, 7, 18)
        sheet.freeze_panes(1, 2)
        sheet.write_row(0, 0, _LOANS, bold)
        for place, loan in enumerate(late, 1):
            sheet.write_row(place, 0, (loan.number, loan.borrower, loan.district))
            sheet.write_datetime(place, 3, datetime.combine(loan.disbursed_on, datetime.min.time()), day)
            sheet.write_datetime(place, 4, datetime.combine(loan.since, datetime.min.time()), day)
            sheet.write_row(place, 5, (loan.months, loan.quality))
            sheet.write_number(place, 7, loan.owed, money)
    return held.getvalue()


def _totalled(rows: Sequence[tuple[str, ...]]) -> list[tuple[str, ...]]:
    *parts, total = rows
    return [*parts, tuple(Strong(cell) for cell in total)]


def _cells(one: AgeingLine) -> tuple[str | int, ...]:
    provision, net = one.sum.provision, one.sum.net
    return (
        one.told,
        one.sum.loans,
        one.sum.owed,
        one.provision if provision is None else provision,
        one.net if net is None else net,
    )
