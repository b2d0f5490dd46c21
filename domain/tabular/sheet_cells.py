"""Single cells of a sheet read as people write them: texts and days."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import isfinite
from typing import Final

from domain.problems import Problem
from domain.typed_days import parse_day

Cell = str | int | float | bool | date | time | timedelta | None

EXCEL_ERRORS: Final = frozenset(
    {"#N/A", "#REF!", "#VALUE!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
# A cell whose formula was never worked out: the file came from a program that does not reckon.
NOT_WORKED_OUT: Final = "#RUMUS"

# Excel counts days from here; the two ends are 1 January 2000 and 31 December 2099.
_FIRST_DAY_OF_EXCEL: Final = date(1899, 12, 30)
_SERIALS: Final = range(36_526, 73_051)
_YEARS: Final = range(2000, 2100)
_LAST_MONTH: Final = 12
_EXAMPLE: Final = "Tulis misalnya 02/03/2026 (hari/bulan/tahun) atau 2 Maret 2026."
_CLOCK_AFTER_DAY: Final = re.compile(r"[t\s]\d{1,2}[:.]\d{2}(?:[:.]\d{2}(?:\.\d+)?)?$")
_THREE_NUMBERS: Final = re.compile(r"(?:[a-z']+[,\s]+)?(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{2,4})")


@dataclass(frozen=True, slots=True)
class Unread:
    """A cell that cannot be read: what is wrong with it and what to do."""

    sentence: str


@dataclass(frozen=True, slots=True)
class ReadDay:
    """A day as it was read; `guessed` tells that day first or a serial number was assumed."""

    on: date
    guessed: str = ""


DAY_FIRST: Final = "day_first"
SERIAL: Final = "serial"


def as_text(cell: Cell) -> str:
    """A cell as text: whole numbers without a fraction, days as people write them."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "ya" if cell else "tidak"
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 10**15:
        return str(int(cell))
    if isinstance(cell, date):
        return cell.strftime("%d/%m/%Y")
    return _clean(str(cell))


def trouble_of(cell: Cell) -> str:
    """What Excel itself shows to be wrong with a cell, and what to do; blank where nothing is."""
    if cell == NOT_WORKED_OUT:
        return "Sel ini berisi rumus yang belum dihitung. Buka dan simpan berkasnya di Excel dahulu."
    if isinstance(cell, str) and cell in EXCEL_ERRORS:
        return f"Sel ini berisi galat Excel ({cell}). Ketik isinya langsung."
    return ""


def swapped(on: date) -> date:
    """A date with day and month swapped; one that cannot be swapped stays."""
    return on if on.day > _LAST_MONTH else on.replace(month=on.day, day=on.month)


def read_day(cell: Cell) -> ReadDay | Unread | None:
    """A day, None for a blank, or the sentence of what is wrong; a text is read day first."""
    if isinstance(cell, datetime):
        cell = cell.date()
    if isinstance(cell, date):
        return ReadDay(cell) if cell.year in _YEARS else _far_off(cell.year)
    if isinstance(cell, time | timedelta):
        return Unread(f"Sel ini berisi jam, bukan tanggal. {_EXAMPLE}")
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        if not isfinite(cell) or int(cell) not in _SERIALS:
            return Unread(f"Angka ini bukan tanggal. {_EXAMPLE}")
        return ReadDay(_FIRST_DAY_OF_EXCEL + timedelta(days=int(cell)), SERIAL)
    read = parse_day(_without_clock(cell))
    if isinstance(read, Problem):
        return Unread(read.sentence)
    if read is None:
        return Unread(f"Tanggal ini tidak terbaca. {_EXAMPLE}") if as_text(cell) else None
    if read.year not in _YEARS:
        return _far_off(read.year)
    return ReadDay(read, DAY_FIRST if is_day_first(cell) else "")


def is_day_first(cell: Cell) -> bool:
    """Whether a cell is a text of three numbers, which is read day first, whether or not such a day is."""
    return three_numbers(cell) is not None


def three_numbers(cell: Cell) -> tuple[int, int, str] | None:
    """The day and the month of such a text in the order in which they stand, and its year."""
    found = _THREE_NUMBERS.fullmatch(_without_clock(cell)) if isinstance(cell, str) else None
    return (int(found[1]), int(found[2]), found[3]) if found else None


_NOT_HELD: Final = re.compile("[\0\ud800-\udfff]")


def _clean(text: str) -> str:
    # Neither database holds a zero character or half of a surrogate pair; nobody can see either.
    return _NOT_HELD.sub("", text.replace("_x000D_", " ")).replace("\xa0", " ").strip().removeprefix("'")


def _without_clock(cell: Cell) -> str:
    return _CLOCK_AFTER_DAY.sub("", as_text(cell).casefold()).strip(" .,")


def _far_off(year: int) -> Unread:
    return Unread(f"Tahun {year} tidak mungkin di kolom ini. Cocokkan dengan aslinya.")
