"""What every paper about a schedule says in words: its terms, method, provisions and rounding."""

from datetime import date
from typing import Final

from babel.dates import format_date

from domain.dates import months_in_words
from domain.money import number, rupiah
from domain.regulation.parameter import Parameter
from domain.sampang import parameters as law
from domain.sampang.instruments import at
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import LoanTerms, Row
from domain.sampang.quote import Quote

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
    grace = f"{terms.grace} bulan" if terms.grace else "tidak ada"
    reading = " (tafsir S-40)" if terms.tenor == law.MIDDLE_TERM.on(terms.disbursed_on) else ""
    told = (
        ("III.6", f"Jangka waktu {tenor_in_words(terms)}; jasa tetap dibayar tiap bulan (tafsir S-41)."),
        ("VIII.4", f"Jasa (bunga) {terms.yearly_percent} % setahun."),
        ("VIII.5.c", f"Masa tenggang angsuran pokok: {grace}, terhitung sejak pencairan{reading}."),
        (
            "VIII.5.d",
            "Asuransi, notaris dan pengecekan BPN ditanggung peminjam; tanpa biaya administrasi bank.",
        ),
        ("VIII.5.e", f"{_early_settlement(terms.disbursed_on)} (tafsir S-43)."),
    )
    return tuple((at(place).short, words) for place, words in told)


def _early_settlement(day: date) -> str:
    def months(parameter: Parameter) -> int:
        value = parameter.on(day)
        return value if isinstance(value, int) else 0

    first, second = (
        months_in_words(months(age)) for age in (law.SURCHARGE_FIRST_AGE, law.SURCHARGE_SECOND_AGE)
    )
    return (
        f"Lunas awal: sisa pokok, ditambah jasa {months(law.SURCHARGE_BEFORE)} bulan sebelum {first}, "
        f"{months(law.SURCHARGE_BETWEEN)} bulan sampai {second}, "
        f"{months(law.SURCHARGE_AFTER)} bulan sesudahnya"
    )


def other_grace_in_words(quote: Quote) -> str:
    """The grace and its cost under the other reading of S-40; empty where nothing hangs on it."""
    other = quote.other_grace
    if other is None:
        return ""
    return (
        f"Menurut tafsir S-40 bacaan B: masa tenggang {other.terms.grace} bulan, angsuran sesudahnya "
        f"{rupiah(other.first_instalment.total)}, jumlah jasa {rupiah(other.total_interest)}."
    )


def added_grace_in_words(quote: Quote) -> str:
    """The tenor and its cost where the grace is added to it (S-41 B)."""
    other = quote.added_grace
    return (
        f"Menurut tafsir S-41 bacaan B: masa tenggang menambah jangka waktu menjadi "
        f"{other.terms.tenor} bulan, angsuran sesudahnya {rupiah(other.first_instalment.total)}, "
        f"jumlah jasa {rupiah(other.total_interest)}."
    )


def rounding_of(method: InterestMethod) -> str:
    """How amounts become whole rupiah, and where the rest goes."""
    rounded = "Jasa dan angsuran tetap" if method is InterestMethod.ANNUITY else "Jasa tiap bulan"
    return f"{rounded} dibulatkan ke rupiah terdekat; sisa pembagian pokok masuk ke angsuran terakhir."


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
