"""Days of a bank's file: one order of day and month for the whole file (O-26).

What reads only in the other order, or lies ahead, is read so but never posted unseen.
"""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

from domain.dates import indonesian_date
from domain.labelled import Labelled
from domain.tabular.sheet_cells import Cell, ReadDay, Unread, read_day, swapped, three_numbers

_LAST_MONTH: Final = 12


class DayOrder(Labelled):
    """In which order a file writes day and month."""

    DAY_FIRST = "day_first", "hari/bulan/tahun"
    MONTH_FIRST = "month_first", "bulan/hari/tahun"


@dataclass(frozen=True, slots=True)
class FoundOrder:
    """The order that a file's clear days show; None where none is clear and somebody has to say.

    `day_first` and `month_first` count clear days; `unclear` those that read both ways. `dates_in_doubt`
    tells of cells that Excel may have made dates of with day and month swapped.
    """

    order: DayOrder | None
    day_first: int = 0
    month_first: int = 0
    unclear: int = 0
    dates_in_doubt: bool = False

    @property
    def is_mixed(self) -> bool:
        """Whether clear days stand in the file in both orders."""
        return self.day_first > 0 and self.month_first > 0

    @property
    def has_to_be_told(self) -> bool:
        """Whether a person has to say the order before anything is read."""
        return self.order is None and self.unclear > 0

    def told(self, order: DayOrder) -> "FoundOrder":
        """The same once a person has said the order."""
        return replace(self, order=order)


@dataclass(frozen=True, slots=True)
class BankDay:
    """A day; `doubt` says why a person must look at it."""

    on: date
    doubt: str = ""


def find_order(cells: Iterable[Cell]) -> FoundOrder:
    """The order of day and month of a column; with as many clear days in both, day first."""
    clear: Counter[DayOrder | None] = Counter()
    dates: list[date] = []
    for cell in cells:
        if (numbers := three_numbers(cell)) is not None:
            clear[_clear_order(*numbers[:2])] += numbers[0] != numbers[1]
        elif isinstance(cell, date):
            dates.append(cell)
    first, second = clear[DayOrder.DAY_FIRST], clear[DayOrder.MONTH_FIRST]
    order = DayOrder.DAY_FIRST if first >= second else DayOrder.MONTH_FIRST
    texts, both_ways = clear.total(), any(map(_reads_both_ways, dates))
    return FoundOrder(
        order if first or second else None,
        first,
        second,
        clear[None],
        dates_in_doubt=texts > 0 and both_ways and not any(on.day > _LAST_MONTH for on in dates),
    )


def read_bank_day(cell: Cell, found: FoundOrder, today: date) -> BankDay | Unread | None:
    """A day in the order of the file; None for a blank, or the sentence of what is wrong with it."""
    numbers = three_numbers(cell)
    read = _of_numbers(numbers, found) if numbers else _as_it_is(cell, found)
    if not isinstance(read, BankDay) or read.on <= today:
        return read
    other = swapped(read.on)
    if (numbers or isinstance(cell, date)) and other <= today:
        told = f"{indonesian_date(read.on)} belum terjadi; hari dan bulannya mungkin tertukar."
        return BankDay(other, told)
    return Unread(f"Tanggal {indonesian_date(read.on)} belum terjadi. Cocokkan dengan bank.")


def _of_numbers(numbers: tuple[int, int, str], found: FoundOrder) -> BankDay | Unread:
    order = found.order or DayOrder.DAY_FIRST
    clear = _clear_order(*numbers[:2])
    read = _in_order(numbers, clear or order)
    if isinstance(read, Unread) or read is None:
        return Unread("Tanggal ini tidak terbaca. Cocokkan dengan bank.") if read is None else read
    if clear is not None and clear is not order:
        return BankDay(read.on, f"Tanggal ini hanya terbaca {clear.label}, lain dari baris-baris lain.")
    if clear is None and found.is_mixed and numbers[0] != numbers[1]:
        return BankDay(read.on, f"Berkas mencampur dua urutan tanggal; yang ini dibaca {order.label}.")
    return BankDay(read.on)


def _as_it_is(cell: Cell, found: FoundOrder) -> BankDay | Unread | None:
    read = read_day(cell)
    if not isinstance(read, ReadDay):
        return read
    if isinstance(cell, date) and found.dates_in_doubt and _reads_both_ways(read.on):
        return BankDay(read.on, "Excel mungkin menukar hari dan bulan tanggal ini.")
    return BankDay(read.on)


def _in_order(numbers: tuple[int, int, str], order: DayOrder) -> ReadDay | Unread | None:
    first, second, year = numbers
    if order is DayOrder.MONTH_FIRST:
        first, second = second, first
    return read_day(f"{first}/{second}/{year}")


def _clear_order(first: int, second: int) -> DayOrder | None:
    """The only order in which two numbers can be a day and a month; None where both or neither is."""
    if first > _LAST_MONTH >= second:
        return DayOrder.DAY_FIRST
    if second > _LAST_MONTH >= first:
        return DayOrder.MONTH_FIRST
    return None


def _reads_both_ways(on: date) -> bool:
    return on.day <= _LAST_MONTH and on.day != on.month
