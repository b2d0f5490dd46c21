"""A number as people type it: dots between thousands, a comma before decimals, and never guessed."""

import re
import unicodedata
from decimal import Decimal
from typing import Final

from domain.money import number
from domain.problems import Problem

_LONGEST: Final = 20
_GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+")
_PLAIN: Final = re.compile(r"\d+")
_COMMA_DECIMALS: Final = re.compile(r"(?P<whole>\d+|[1-9]\d{0,2}(?:\.\d{3})+),(?P<rest>\d+)")
_DOT_DECIMALS: Final = re.compile(r"(?P<whole>\d+)\.(?P<rest>\d+)")
_ENGLISH: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+")
_ENGLISH_DECIMALS: Final = re.compile(r"[1-9]\d{0,2}(?:,\d{3})+\.\d+")
_MINUS: Final = ("-", "−", "–")


def parse_count(text: str, field: str = "") -> int | Problem | None:
    """Read a whole number that a person typed; None for a blank, or a Problem for the form."""
    typed = _cleaned(text)
    if not typed:
        return None
    if sentence := _refusal(typed):
        return Problem(field, sentence)
    if _PLAIN.fullmatch(typed) or _GROUPED.fullmatch(typed):
        return int(typed.replace(".", ""))
    if _ENGLISH.fullmatch(typed):
        return Problem(field, _two_meanings(typed, "Isian ini bilangan bulat."))
    if (
        _COMMA_DECIMALS.fullmatch(typed)
        or (match := _DOT_DECIMALS.fullmatch(typed))
        and len(match["rest"]) < 3
    ):
        return Problem(
            field, f"Isian ini bilangan bulat, tanpa pecahan; yang diketik {typed}. Tulis misalnya 1250."
        )
    return Problem(field, _misplaced(typed))


def parse_decimal(text: str, field: str = "", decimals: int = 2) -> int | Decimal | Problem | None:
    """Read a number with at most so many decimals; whole numbers come back as int.

    "2.500" could be two and a half or two and a half thousand, so it is asked.
    """
    typed = _cleaned(text)
    if not typed:
        return None
    if sentence := _refusal(typed):
        return Problem(field, sentence)
    if _PLAIN.fullmatch(typed):
        return int(typed)
    if _GROUPED.fullmatch(typed) and typed.count(".") == 1 or _ENGLISH.fullmatch(typed):
        return Problem(field, _two_meanings(typed))
    if _GROUPED.fullmatch(typed):
        return int(typed.replace(".", ""))
    match = _COMMA_DECIMALS.fullmatch(typed) or _DOT_DECIMALS.fullmatch(typed)
    if match is None:
        return Problem(field, _misplaced(typed))
    rest = match["rest"].rstrip("0")
    if len(rest) > decimals:
        return Problem(field, f"Paling banyak {decimals} angka di belakang koma; yang diketik {typed}.")
    whole = match["whole"].replace(".", "")
    return Decimal(f"{whole}.{rest}") if rest else int(whole)


def typed_number(value: int | Decimal) -> str:
    """A number as a field shows it: plain figures, with a comma before decimals."""
    return str(value).replace(".", ",")


def _cleaned(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _refusal(typed: str) -> str:
    """Say why a text cannot be such a number at all, or give an empty sentence."""
    if typed.startswith(_MINUS) and typed[1:2].isdigit():
        return "Angka ini tidak boleh negatif. Tulis tanpa tanda minus."
    if not re.fullmatch(r"[0-9.,]+", typed):
        return (
            f"“{typed[:_LONGEST]}” tidak terbaca sebagai angka. Tulis angkanya saja, tanpa huruf, spasi, "
            "satuan atau rumus."
        )
    if len(typed) > _LONGEST:
        return "Angka ini terlalu panjang. Periksa apakah ada angka yang terketik dua kali."
    return ""


def _two_meanings(typed: str, why: str = "") -> str:
    """Name both meanings of a number with one separator before three figures."""
    figures = re.sub("[.,]", "", typed)
    if len(re.findall("[.,]", typed)) > 1:
        return f"Pemisah ribuan adalah titik, bukan koma. Tulis {number(int(figures))}."
    whole, rest = re.split("[.,]", typed)
    decimal = f"{whole},{rest.rstrip('0')}".rstrip(",")
    asked = f"Tulis {figures} atau {decimal}." if not why else f"{why} Tulis {figures} bila itu maksudnya."
    return f"“{typed}” dapat berarti {number(int(figures))} atau {decimal}. {asked}"


def _misplaced(typed: str) -> str:
    if _ENGLISH_DECIMALS.fullmatch(typed):
        return "Titik memisahkan ribuan dan koma memisahkan pecahan, misalnya 1.250,5. Tulis ulang."
    return (
        f"Letak titik atau koma pada “{typed}” tidak sesuai: titik memisahkan tiap tiga angka dari belakang. "
        "Tulis misalnya 1.250."
    )
