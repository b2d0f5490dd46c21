"""Amounts and percents as offices write them, and how their columns look."""

import re
from math import isfinite
from typing import Final

from domain.sampang.bank_file.bank_amounts import read_amount
from domain.tabular.cell_readers import Read
from domain.tabular.sheet_cells import Cell, Unread, as_text
from domain.tabular.workbook import CellKind, Look

_PERCENT: Final = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")
_PERCENT_EXAMPLE: Final = "Tulis misalnya 12 atau 6,5 untuk jasa setahun."
_HUNDREDTHS: Final = 100


def amount_of(cell: Cell) -> Read:
    """Whole rupiah; nothing paid is written as 0."""
    if not isinstance(cell, bool) and as_text(cell).strip(" Rp.") in ("0", "-"):
        return 0
    read = read_amount(cell)
    if read is None or isinstance(read, Unread):
        return read
    if read.rupiah < 0:
        return Unread("Jumlahnya tidak boleh kurang dari nol.")
    return Unread(read.odd) if read.odd.startswith("Jumlah ditulis") else read.rupiah


def percent_of(cell: Cell) -> Read:
    """A rate in hundredths of a percent a year; the fraction behind a percent format is asked about."""
    if isinstance(cell, bool) or (isinstance(cell, float) and not isfinite(cell)):
        return Unread(f"Ini bukan persen. {_PERCENT_EXAMPLE}")
    if isinstance(cell, int | float):
        if 0 < cell < 1:
            return Unread(f"Angka {as_text(cell)} dapat berarti dua hal. {_PERCENT_EXAMPLE}")
        hundredths = round(cell * _HUNDREDTHS)
        exact = abs(hundredths - cell * _HUNDREDTHS) < 1e-6
        return (
            hundredths
            if exact
            else Unread(f"Persen paling banyak dua angka di belakang koma. {_PERCENT_EXAMPLE}")
        )
    told = as_text(cell)
    if not told:
        return None
    read = _PERCENT.fullmatch(told)
    if read is None:
        return Unread(f"Persen ini tidak terbaca. {_PERCENT_EXAMPLE}")
    return int(read[1]) * _HUNDREDTHS + int((read[2] or "").ljust(2, "0"))


AMOUNT: Final = CellKind(amount_of, Look.AMOUNT)
PERCENT: Final = CellKind(percent_of, Look.COUNT)
