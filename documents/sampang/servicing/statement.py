"""The statement of a loan: what came in by the days on which it counts, and where the loan stands."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from fpdf.enums import Align

from documents.sampang.letters.paper import Face, OfficialPaper
from documents.sampang.letters.wording import or_dots
from documents.sampang.loan_terms import short_date
from documents.sheet import WIDTH
from documents.tables import Column, Strong, plain_columns, table
from domain.dates import indonesian_date
from domain.money import number as figure
from domain.money import rupiah
from domain.sampang.fund.loan_course import Course
from domain.sampang.instruments import at
from domain.sampang.origination.letterhead import Letterhead
from domain.sampang.servicing.account import Account
from domain.sampang.servicing.quality import Quality

TITLE: Final = "Rekening pinjaman"
_PLACES: Final = (at("VIII.5.a"), at("VIII.4"), at("IX.1"))
_LABEL: Final = 42.0
_COLUMNS: Final = (
    Column("Tanggal", 22),
    Column("Keterangan", WIDTH - 22 - 4 * 26),
    Column("Jasa", 26, Align.R),
    Column("Pokok", 26, Align.R),
    Column("Jumlah", 26, Align.R),
    Column("Sisa pokok", 26, Align.R),
)


@dataclass(frozen=True, slots=True)
class StatementLine:
    """One line: the day, what it was, signed rupiah of interest and principal, and what was left then."""

    on: date
    told: str
    interest: int
    principal: int
    owed: int


def loan_statement(
    account: Account,
    lines: Sequence[StatementLine],
    quality: Quality,
    *,
    number: str,
    borrower: str,
    head: Letterhead,
    demo: bool,
) -> bytes:
    """The statement as PDF bytes, of the account's day."""
    face = Face(head=head, title=TITLE, number=number, on=account.day, places=_PLACES, demo=demo)
    sheet = OfficialPaper(face)
    sheet.title_block(f"per {indonesian_date(account.day)}")
    rows = [(label, Strong(value)) for label, value in _standing(account, quality, borrower)]
    plain_columns(sheet, (Column("", _LABEL), Column("", WIDTH - _LABEL)), rows)
    sheet.ln(3)
    course = account.course
    began = "Pencairan" if course.taken_over_on is None else "Saldo yang diambil alih"
    paid_out = (short_date(course.begins_on), began, "", "", "", figure(course.principal))
    told = [paid_out, *(_row(line) for line in lines)]
    table(sheet, _COLUMNS, told)
    sheet.ln(2)
    sheet.prose(
        "Uang mengisi angsuran yang paling lama dahulu, jasa sebelum pokok; yang masuk sebelum jatuh tempo "
        "mengisi angsuran berikut. Angsuran menunggak sejak hari sesudah jatuh temponya (IX.1)."
    )
    if account.course.written_off:
        sheet.prose(
            "Dihapusbukukan menurut keputusan kabupaten; tagihannya tetap ada (VIII.5.i). Uang yang masuk "
            "sesudahnya mengurangi pokok tagihan dahulu dan menambah modal dana."
        )
    return sheet.finished()


def _standing(account: Account, quality: Quality, borrower: str) -> tuple[tuple[str, str], ...]:
    arrears, course = account.arrears, account.course
    behind = "tidak ada"
    if arrears.since:
        behind = (
            f"{rupiah(arrears.amount)} sejak {indonesian_date(arrears.since)}, {arrears.months} bulan "
            f"({figure(arrears.days)} hari)"
        )
    return (
        ("Peminjam", or_dots(borrower)),
        ("Pinjaman", _lent(course)),
        ("Sudah dibayar" if course.taken_over_on is None else "Dibayar sejak itu", rupiah(account.paid)),
        ("Sisa pokok", rupiah(account.owed)),
        ("Menunggak", behind),
        ("Keadaan", f"{account.standing.told}, {quality.label} (kelas menurut ketetapan kantor)"),
    )


def _lent(course: Course) -> str:
    paid_out = f"cair {indonesian_date(course.disbursed_on)}"
    if course.taken_over_on is None:
        return f"{rupiah(course.principal)}, {paid_out}"
    on = indonesian_date(course.taken_over_on)
    return f"{paid_out}; diambil alih per {on} dengan sisa pokok {rupiah(course.principal)}"


def _row(line: StatementLine) -> tuple[str, ...]:
    amounts = (line.interest, line.principal, line.interest + line.principal, line.owed)
    return (short_date(line.on), line.told, *map(figure, amounts))
