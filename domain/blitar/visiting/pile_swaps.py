"""Columns in which Excel may have swapped day and month: some cells became dates, others stayed texts.

Where Excel is set to month before day it takes 02/03/2026 for 3 February without a word, and leaves
13/02/2026 as a text. The file does not tell which; a person does.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from domain.blitar.visiting.pile_columns import Column
from domain.blitar.visiting.pile_rows import RawRow
from domain.tabular.sheet_cells import Cell, ReadDay, is_day_first, read_day, swapped

_LAST_MONTH = 12


@dataclass(frozen=True, slots=True)
class SwapDoubt:
    """A column that mixes dates and texts: how many of each, and a date that reads in two ways."""

    column: Column
    dates: int
    texts: int
    line: int
    on: date

    @property
    def swapped_on(self) -> date:
        """The same date with day and month swapped."""
        return swapped(self.on)


def swap_doubts(rows: Sequence[RawRow]) -> tuple[SwapDoubt, ...]:
    """The columns of days of which somebody has to be asked."""
    found = (_doubt(column, rows) for column in (Column.DAY, Column.DUE))
    return tuple(one for one in found if one is not None)


def as_answered(rows: Sequence[RawRow], swaps: Mapping[Column, bool]) -> tuple[RawRow, ...]:
    """The rows with every readable day of these columns as a date, so that nobody is asked twice.

    Dates are swapped where the answer is yes; texts are read day first in either case.
    """
    return tuple(
        RawRow(row.line, {**row.cells, **{one: _settled(row.cells.get(one), swaps[one]) for one in swaps}})
        for row in rows
    )


def _doubt(column: Column, rows: Sequence[RawRow]) -> SwapDoubt | None:
    cells = [(row.line, row.cells.get(column)) for row in rows]
    dates = [(line, on) for line, cell in cells if (on := _date(cell)) is not None]
    texts = sum(is_day_first(cell) for _, cell in cells)
    open_ones = [(line, on) for line, on in dates if on != swapped(on)]
    if not texts or not open_ones or any(on.day > _LAST_MONTH for _, on in dates):
        return None
    return SwapDoubt(column, len(dates), texts, *open_ones[0])


def _date(cell: Cell) -> date | None:
    """The day of a cell that Excel holds for a date."""
    read = None if isinstance(cell, str) else read_day(cell)
    return read.on if isinstance(read, ReadDay) else None


def _settled(cell: Cell, is_swapped: bool) -> Cell:
    on = _date(cell)
    if on is not None:
        return swapped(on) if is_swapped else on
    read = read_day(cell) if is_day_first(cell) else None
    return read.on if isinstance(read, ReadDay) else cell
