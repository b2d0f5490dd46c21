"""Cells of the workbook of older loans, read as offices write them: amounts, percents, counts, choices."""

import re
from collections.abc import Callable, Mapping
from enum import StrEnum
from functools import cache
from typing import Any, Final

from domain.labelled import Labelled
from domain.regions.regions import SAMPANG_REGENCY, districts
from domain.same_letters import same_form
from domain.sampang.bank_file.bank_amounts import read_amount
from domain.tabular.sheet_cells import Cell, Unread, as_text, read_day, trouble_of

_PERCENT: Final = re.compile(r"(\d{1,3})(?:[.,](\d{1,2}))?\s*%?")
_PERCENT_EXAMPLE: Final = "Tulis misalnya 12 atau 6,5 untuk jasa setahun."
_HUNDREDTHS: Final = 100
Read = Any
Reader = Callable[[Cell], Read]
"""A reader gives the value, None for a blank, or Unread with the sentence of what is wrong."""


def text_of(cell: Cell) -> Read:
    """A text on one line."""
    return " ".join(as_text(cell).split()) or None


def digits_of(cell: Cell) -> Read:
    """A number of a person or of a phone, without what people write between its digits."""
    if isinstance(cell, int | float) and abs(cell) >= 10**15:
        return Unread("Angka ini dibulatkan oleh Excel. Ubah kolomnya menjadi teks, lalu ketik ulang.")
    return re.sub(r"[\s.\-/']", "", as_text(cell)) or None


def day_of(cell: Cell) -> Read:
    """A day; a text is read day first."""
    read = read_day(cell)
    return read if read is None or isinstance(read, Unread) else read.on


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


def count_of(cell: Cell) -> Read:
    """A whole number of months or of a day."""
    told = as_text(cell).casefold().removesuffix("bulan").removesuffix("bln").strip()
    if not told:
        return None
    return (
        int(told) if told.isdecimal() and len(told) <= 4 else Unread("Tulis angka bulat saja, misalnya 24.")
    )


def percent_of(cell: Cell) -> Read:
    """A rate in hundredths of a percent a year; the fraction behind a percent format is asked about."""
    if isinstance(cell, bool):
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


def district_of(cell: Cell) -> Read:
    """The code of a kecamatan of the regency by its name."""
    told = same_form(as_text(cell)).removeprefix("kecamatan ").removeprefix("kec ")
    if not told:
        return None
    return _districts().get(told) or Unread(
        "Kecamatan ini tidak ada di Kabupaten Sampang. Pilih dari daftar."
    )


@cache
def _districts() -> Mapping[str, str]:
    return {same_form(one.name): one.code for one in districts(SAMPANG_REGENCY.code)}


def choice_of(choices: type[Labelled], others: Mapping[str, Labelled]) -> Reader:
    """A reader of one of some choices by its label, its value, or another word for it."""
    known: dict[str, StrEnum] = {same_form(one.label): one for one in choices}
    known |= {same_form(one.value): one for one in choices} | {same_form(k): v for k, v in others.items()}
    offered = ", ".join(one.label for one in choices)

    def read(cell: Cell) -> Read:
        told = same_form(as_text(cell))
        return (known.get(told) or Unread(f"Pilih salah satu: {offered}.")) if told else None

    return read


def read_with(reader: Reader, cell: Cell) -> Read:
    """The value of a cell, unless Excel itself shows it to be wrong."""
    trouble = trouble_of(cell)
    return Unread(trouble) if trouble else reader(cell)
