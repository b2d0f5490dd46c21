"""What every paper about a schedule says in words: its terms, method, provisions and rounding."""

from datetime import date
from decimal import Decimal
from typing import Final

from babel.dates import format_date
from babel.numbers import format_decimal

from domain.money import number
from domain.sampang_loans.instruments import at
from domain.sampang_loans.kinds import InterestMethod
from domain.sampang_loans.loan import LoanTerms, Row
from domain.sampang_loans.parameters import MIDDLE_TERM
from domain.sampang_loans.settlement import SURCHARGE_MONTHS

METHOD_NOTE: Final = (
    "Perbup tidak mengatur cara menghitung jasa; cara itu pilihan kantor sendiri (tafsir S-42)."
)
_HOW: Final = {
    InterestMethod.FLAT: "jasa dihitung dari pinjaman semula, sama tiap bulan",
    InterestMethod.DECLINING: "jasa dihitung dari sisa pokok; angsuran pokok sama, jumlahnya menurun",
    InterestMethod.ANNUITY: "jasa dihitung dari sisa pokok; angsuran sesudah masa tenggang sama tiap bulan",
}
HEADINGS: Final = ("No.", "Jatuh tempo", "Pokok", "Jasa", "Jumlah", "Sisa pokok")
IN_GRACE: Final = "tenggang"


def short_date(day: date) -> str:
    """Print a day for a table: "28 Feb 2026"."""
    return format_date(day, "d MMM y", locale="id")


def percent(fraction: float) -> str:
    """Print a yearly rate with one decimal: 0.1054 -> "10,5 %"; beyond all sense only that it is."""
    if fraction >= 1:
        return "di atas 100 %"
    return f"{format_decimal(Decimal(repr(fraction)) * 100, '0.0', locale='id')} %"


def method_in_words(method: InterestMethod) -> str:
    """The method's name and what it means for the borrower."""
    return f"{method.label}: {_HOW[method]}"


def tenor_in_words(terms: LoanTerms) -> str:
    """The tenor and the grace that lies inside it."""
    if not terms.grace:
        return f"{terms.tenor} bulan, tanpa masa tenggang"
    return f"{terms.tenor} bulan, termasuk masa tenggang {terms.grace} bulan"


def provisions_of(terms: LoanTerms) -> tuple[tuple[str, str], ...]:
    """The places that a schedule rests on, each with what it means for this loan."""
    before, between, after = SURCHARGE_MONTHS
    grace = f"{terms.grace} bulan" if terms.grace else "tidak ada"
    reading = " (tafsir S-40)" if terms.tenor == MIDDLE_TERM.on(terms.disbursed_on) else ""
    told = (
        ("III.6", f"Jangka waktu {tenor_in_words(terms)}; jasa tetap dibayar tiap bulan (tafsir S-41)."),
        ("VIII.4", f"Jasa (bunga) {terms.yearly_percent} % setahun."),
        ("VIII.5.c", f"Masa tenggang angsuran pokok: {grace}, terhitung sejak pencairan{reading}."),
        (
            "VIII.5.d",
            "Asuransi, notaris dan pengecekan BPN ditanggung peminjam; tanpa biaya administrasi bank.",
        ),
        (
            "VIII.5.e",
            f"Lunas awal: sisa pokok, ditambah jasa {before} bulan sebelum 1 tahun, {between} bulan "
            f"sampai 2 tahun, {after} bulan sesudahnya (tafsir S-43).",
        ),
    )
    return tuple((at(place).short, words) for place, words in told)


def rounding_of(method: InterestMethod) -> str:
    """How amounts become whole rupiah, and where the rest goes."""
    rounded = "Jasa dan angsuran tetap" if method is InterestMethod.ANNUITY else "Jasa tiap bulan"
    return f"{rounded} dibulatkan ke rupiah terdekat; selisihnya masuk ke angsuran terakhir."


def row_in_words(row: Row) -> tuple[str, ...]:
    """One instalment as a line under `HEADINGS`."""
    return (
        str(row.number),
        short_date(row.due_on),
        IN_GRACE if row.in_grace else number(row.principal),
        number(row.interest),
        number(row.total),
        number(row.balance),
    )
