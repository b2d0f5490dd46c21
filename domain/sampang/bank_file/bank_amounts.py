"""Amounts as banks write them: dots or commas between thousands, minus signs on either side."""

import re
from dataclasses import dataclass
from decimal import Decimal
from math import isfinite
from typing import Final

from domain.money import rupiah
from domain.sampang.application import LARGEST_AMOUNT
from domain.tabular.sheet_cells import Cell, Unread, as_text

# No instalment is so small: an amount below it has lost its thousands on the way (O-30).
_SMALLEST: Final = 1_000
_EXAMPLE: Final = "Tulis angkanya saja, misalnya 537.500."
_CURRENCY: Final = re.compile(r"^(?:rp|idr)\.?\s*")
_NO_CENTS: Final = re.compile(r"[.,]\s?[-–—]+$")
_IN_BRACKETS: Final = re.compile(r"\((.+)\)")
_MINUS: Final = "-−–"
_EXPONENT: Final = re.compile(r"\d+(?:[.,]\d+)?e[+]?\d{1,2}")
_GROUPED: Final = re.compile(
    r"(?P<whole>\d+|[1-9]\d{0,2}(?:\.\d{3})+|[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+)"
    r"(?:[.,](?P<cents>\d{1,2}))?"
)
_ODD_GROUPS: Final = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+\.\d{1,2}|[1-9]\d{0,2}(?:,\d{3})+,\d{1,2}")


@dataclass(frozen=True, slots=True)
class ReadAmount:
    """Whole rupiah, below zero for what the bank takes back; `odd` says why a person must look at it."""

    rupiah: int
    odd: str = ""


def read_amount(cell: Cell) -> ReadAmount | Unread | None:
    """An amount, None for a blank, or the sentence of what is wrong with it."""
    if isinstance(cell, bool):
        return Unread(f"Sel ini bukan jumlah. {_EXAMPLE}")
    if isinstance(cell, int | float):
        return _of_number(cell)
    text = as_text(cell)
    return _of_text(text) if text and not set(text) <= set(_MINUS) else None


def _of_number(cell: float) -> ReadAmount | Unread:
    if not isfinite(cell) or cell != int(cell):
        return Unread(f"Jumlah ini memuat pecahan rupiah. {_EXAMPLE}")
    return _checked(int(cell))


def _of_text(text: str) -> ReadAmount | Unread:
    typed, is_negative = _unsigned(text)
    if _EXPONENT.fullmatch(typed):
        exact = Decimal(typed.replace(",", "."))
        if exact != (whole := int(exact)):
            return Unread(f"Jumlah “{text[:30]}” memuat pecahan rupiah. {_EXAMPLE}")
        odd = f"Jumlah ditulis “{text[:20]}”, sehingga angka belakangnya mungkin hilang."
        return _checked(-whole if is_negative else whole, odd)
    read = _GROUPED.fullmatch(typed)
    if read is None or _ODD_GROUPS.fullmatch(typed):
        return Unread(f"Jumlah “{text[:30]}” tidak terbaca. {_EXAMPLE}")
    if (read["cents"] or "0").strip("0"):
        return Unread(f"Jumlah “{text[:30]}” memuat pecahan rupiah. {_EXAMPLE}")
    whole = int(re.sub("[., ]", "", read["whole"]))
    return _checked(-whole if is_negative else whole)


def _unsigned(text: str) -> tuple[str, bool]:
    """The text without its currency, its empty cents and its minus, and whether it had one."""
    typed = text.casefold()
    bracketed = _IN_BRACKETS.fullmatch(typed)
    typed = bracketed[1].strip() if bracketed else typed
    is_negative = bracketed is not None or typed[:1] in _MINUS
    typed = _NO_CENTS.sub("", _CURRENCY.sub("", typed.lstrip(_MINUS).strip()))
    if typed[:1] in _MINUS or typed[-1:] in _MINUS:
        is_negative, typed = True, typed.strip(_MINUS).strip()
    return typed, is_negative


def _checked(amount: int, odd: str = "") -> ReadAmount | Unread:
    if amount == 0:
        return Unread("Jumlahnya nol, jadi tidak ada yang dibukukan.")
    if abs(amount) > LARGEST_AMOUNT:
        return Unread(f"Jumlah {rupiah(amount)} terlalu besar untuk satu angsuran. Periksa angkanya.")
    if not odd and abs(amount) < _SMALLEST:
        odd = f"Jumlahnya hanya {rupiah(amount)}; mungkin tiga angka di belakangnya hilang."
    return ReadAmount(amount, odd)
