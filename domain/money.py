"""Whole rupiah: how they are printed, spelled out and read from what a person types."""

import operator
import re
from fractions import Fraction
from functools import lru_cache
from typing import Final

from babel.numbers import format_currency, format_decimal

from domain.problems import Problem

# One trillion rupiah: far above either programme's fund, and small enough that a sum over
# millions of rows of it still fits a 64-bit whole number (9 x 10**18).
MAX_RUPIAH: Final = 10**12

_MILLION: Final = 10**6
_UNITS: Final = {
    "ribu": 10**3,
    "rb": 10**3,
    "juta": 10**6,
    "jt": 10**6,
    "miliar": 10**9,
    "milyar": 10**9,
}
_LONGEST_TEXT: Final = 40

_AMOUNT = re.compile(r"(?:rp\.?)?\s*(?P<digits>[0-9][0-9.,\-\u2013\u2014]*)\s*(?P<unit>[a-z]*)\.?")
# An Indonesian amount may end in decimals or in ",-".
_PLAIN = re.compile(
    r"(?P<whole>[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)"
    r"(?:,(?P<cents>[0-9]{1,2})|[.,][-\u2013\u2014])?"
)
_ENGLISH = re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_WITH_UNIT = re.compile(r"[0-9]+(?:[.,][0-9]+)?|[1-9][0-9]{0,2}(?:\.[0-9]{3})+,[0-9]+")
# "1.500 juta" is 1.500 million to one reader and one and a half million to another.
_TWO_READINGS = re.compile(r"[1-9][0-9]{0,2}[.,][0-9]{3}")

_EXAMPLE: Final = "misalnya 4.500.000 atau 4,5 juta"
_UNREADABLE: Final = (
    "Jumlah ini tidak terbaca: isinya harus satu angka, dengan satuan ribu, juta atau miliar bila "
    f"perlu. Periksa apakah ada huruf atau spasi yang terselip, lalu tulis {_EXAMPLE}."
)


def number(n: int) -> str:
    """Print a whole number with Indonesian thousands dots: 12500 -> "12.500"."""
    return _grouped(operator.index(n))


def rupiah(amount: int) -> str:
    """Print whole rupiah without decimals: "Rp12.500.000"; a float is a TypeError."""
    return _in_rupiah(operator.index(amount))


# A table asks for some hundred amounts at each click, most of them again.
@lru_cache(maxsize=10_000)
def _grouped(n: int) -> str:
    return format_decimal(n, locale="id")


@lru_cache(maxsize=10_000)
def _in_rupiah(amount: int) -> str:
    return format_currency(amount, "IDR", format="¤#,##0", locale="id", currency_digits=False)


def short_rupiah(amount: int) -> str:
    """Print an amount where there is little room, to one decimal, half up: 412300000 -> "Rp412,3 juta"."""
    amount = operator.index(amount)
    for size, word in ((10**9, "miliar"), (_MILLION, "juta")):
        if abs(amount) >= size:
            whole, tenth = divmod((10 * abs(amount) + size // 2) // size, 10)
            told = f"{number(whole)},{tenth}" if tenth else number(whole)
            return f"{'-' if amount < 0 else ''}Rp{told} {word}"
    return rupiah(amount)


def rupiah_in_words(amount: int) -> str:
    """Spell an amount out: 12500000 -> "dua belas juta lima ratus ribu rupiah"."""
    amount = operator.index(amount)
    sign = "minus " if amount < 0 else ""
    return f"{sign}{_words(abs(amount))} rupiah"


def letter_rupiah(amount: int) -> str:
    """Print an amount as letters do, in figures with ",00" and in words between brackets."""
    return f"{rupiah(amount)},00 ({rupiah_in_words(amount)})"


def parse_rupiah(text: str, field: str = "", minimum: int = 0) -> int | Problem | None:
    """Read an amount of rupiah that a person typed.

    Gives whole rupiah, None for a blank, or a Problem for the form. Exact: no float anywhere.
    A bare "M" (million or miliar?), "1.500 juta" (1,5 or 1.500 million?) and English grouping
    are refused rather than guessed, since a wrong guess is wrong by a factor of a thousand.
    """
    typed = text.strip().lower()
    if not typed:
        return None
    if sentence := _refusal(typed):
        return Problem(field, sentence)
    match = _AMOUNT.fullmatch(typed)
    if match is None:
        return Problem(field, _UNREADABLE)
    digits, unit = match["digits"], match["unit"]
    amount = _amount_with_unit(digits, unit) if unit else _plain_amount(digits)
    sentence = amount if isinstance(amount, str) else _out_of_range(amount, minimum)
    if sentence:
        return Problem(field, sentence)
    return int(amount)


def _words(amount: int) -> str:
    from num2words import num2words  # sixty files, for letters only

    # num2words says "satu juta satu ribu"; Indonesian says "satu juta seribu". Below a million
    # it is right, so the part below a million is spelled on its own.
    millions, rest = divmod(amount, _MILLION)
    if not millions:
        return str(num2words(rest, lang="id"))
    words = str(num2words(millions * _MILLION, lang="id"))
    return f"{words} {num2words(rest, lang='id')}" if rest else words


def _refusal(typed: str) -> str:
    """Say why a text cannot be an amount at all, or give an empty sentence."""
    after_rp = re.sub(r"^rp\.?\s*", "", typed)
    if after_rp[:1] in ("-", "\u2212", "\u2013"):
        return "Jumlah tidak boleh negatif. Tulis angkanya tanpa tanda minus."
    if re.search(r"[=+*/^()@]", typed):
        return (
            "Rumus tidak dihitung di sini, supaya angka yang disimpan persis seperti yang "
            f"diketik. Tulis hasilnya, {_EXAMPLE}."
        )
    if len(typed) > _LONGEST_TEXT:
        return f"Teks ini terlalu panjang untuk sebuah jumlah uang. Tulis angkanya saja, {_EXAMPLE}."
    return ""


def _plain_amount(digits: str) -> Fraction | str:
    """Read digits without a unit; a string is the sentence of the problem."""
    if match := _PLAIN.fullmatch(digits):
        if int(match["cents"] or 0):
            return (
                "Jumlah harus rupiah utuh, tanpa pecahan di belakang koma. Bulatkan dahulu, "
                "atau tambahkan satuannya, misalnya 4,5 juta."
            )
        return Fraction(match["whole"].replace(".", ""))
    if _ENGLISH.fullmatch(digits):
        return "Pemisah ribuan adalah titik, bukan koma; koma hanya untuk pecahan. Tulis misalnya 4.500.000."
    return (
        "Letak titik atau komanya tidak sesuai: titik memisahkan tiap tiga angka dari belakang. "
        f"Periksa kembali, lalu tulis {_EXAMPLE}."
    )


def _amount_with_unit(digits: str, unit: str) -> Fraction | str:
    """Read digits followed by "juta" and the like; a string is the sentence of the problem."""
    if unit == "m":
        return "Huruf M dapat berarti juta atau miliar. Tulis satuannya: juta atau miliar."
    if unit not in _UNITS:
        return _UNREADABLE
    if _TWO_READINGS.fullmatch(digits):
        return (
            "Tiga angka di belakang titik atau koma bersama satuan dapat dibaca dengan dua cara "
            "(1.500 juta atau 1,5 juta). Tulis angkanya lengkap, misalnya 1.500.000."
        )
    if not _WITH_UNIT.fullmatch(digits):
        return (
            "Letak titik atau komanya tidak sesuai untuk angka yang memakai satuan. Tulis misalnya 4,5 juta."
        )
    grouped = digits.count(".") > 1 or ("." in digits and "," in digits)
    decimal = (digits.replace(".", "") if grouped else digits).replace(",", ".")
    return Fraction(decimal) * _UNITS[unit]


def _out_of_range(amount: Fraction, minimum: int) -> str:
    if amount.denominator != 1:
        return "Jumlah harus rupiah utuh. Kurangi angka di belakang koma atau tulis lengkap."
    if amount > MAX_RUPIAH:
        return (
            f"Jumlah paling banyak {rupiah(MAX_RUPIAH)}, jauh di atas dana program. "
            "Periksa apakah ada nol yang berlebih."
        )
    if amount < minimum:
        return f"Jumlah paling sedikit {rupiah(minimum)}. Periksa kembali angkanya."
    return ""
