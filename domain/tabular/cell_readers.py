"""Readers of cells as offices write them: texts, numbers of people, days, counts, choices, yes and no."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, Final

from domain.labelled import Labelled
from domain.problems import Problem
from domain.same_letters import same_form
from domain.tabular.sheet_cells import Cell, Unread, as_text, read_day, trouble_of
from domain.typed_days import parse_day

Read = Any
Reader = Callable[[Cell], Read]
"""A reader gives the value, None for a blank, or Unread with the sentence of what is wrong."""

_YES: Final = {"ya": True, "y": True, "ada": True, "1": True, "tidak": False, "t": False, "tdk": False,
               "tidak ada": False, "belum": False, "0": False}  # fmt: skip


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


def long_ago_of(cell: Cell) -> Read:
    """A day that may lie before 2000, as that on which a business was founded."""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, str):
        read = parse_day(cell)
        return Unread(read.sentence) if isinstance(read, Problem) else read
    return day_of(cell)


def count_of(cell: Cell) -> Read:
    """A whole number of months or of a day."""
    told = as_text(cell).casefold().removesuffix("bulan").removesuffix("bln").strip()
    if not told:
        return None
    return (
        int(told) if told.isdecimal() and len(told) <= 4 else Unread("Tulis angka bulat saja, misalnya 24.")
    )


def yes_no_of(cell: Cell) -> Read:
    """Yes, no, or None for a blank."""
    told = same_form(as_text(cell))
    if not told:
        return None
    return _YES[told] if told in _YES else Unread("Tulis Ya atau Tidak, atau kosongkan.")


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
