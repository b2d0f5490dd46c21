"""A workbook that an office fills in: what its sheets hold, and its lines as they were written and read."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import Any, Final

from domain.labelled import Labelled
from domain.tabular.cell_readers import (
    Reader,
    choice_of,
    count_of,
    day_of,
    digits_of,
    long_ago_of,
    read_with,
    text_of,
    yes_no_of,
)
from domain.tabular.sheet_cells import Cell, Unread
from domain.tabular.sheet_columns import SheetColumn

EXAMPLE: Final = "CONTOH"  # what the example of a template is called in its first column; it is never read


class Look(Enum):
    """How the cells of a column look; numbers of people are text, to the last digit."""

    TEXT = auto()
    WIDE = auto()
    DAY = auto()
    AMOUNT = auto()
    COUNT = auto()


@dataclass(frozen=True, slots=True)
class CellKind:
    """How the cells of a column are read, how they look, and what is offered to choose from."""

    read: Reader = text_of
    look: Look = Look.TEXT
    offered: tuple[str, ...] = ()


LINE: Final = CellKind()
WIDE: Final = CellKind(look=Look.WIDE)
DIGITS: Final = CellKind(digits_of)
DAY: Final = CellKind(day_of, Look.DAY)
LONG_AGO: Final = CellKind(long_ago_of, Look.DAY)
COUNT: Final = CellKind(count_of, Look.COUNT)
YES_NO: Final = CellKind(yes_no_of, offered=("Ya", "Tidak"))


def one_of(choices: type[Labelled], others: Mapping[str, Labelled] | None = None) -> CellKind:
    """A column in which one of some choices is written; `others` are other words for them."""
    return CellKind(choice_of(choices, others or {}), offered=tuple(one.label for one in choices))


@dataclass(frozen=True, slots=True)
class SheetShape:
    """What one sheet holds: its columns, which must be filled, how many rows it may have, and an example.

    A column that is not among `kinds` is a text on one line.
    """

    columns: type[SheetColumn]
    required: tuple[SheetColumn, ...]
    most_rows: int
    kinds: Mapping[SheetColumn, CellKind] = field(default_factory=dict)
    example: Mapping[SheetColumn, Cell] = field(default_factory=dict)

    def kind_of(self, column: SheetColumn) -> CellKind:
        """How a column is read and looks."""
        return self.kinds.get(column, LINE)

    def header_of(self, name: str) -> str:
        """The heading of the column of this name; blank where there is none."""
        return next((one.header for one in self.columns if one.value == name), "")


@dataclass(frozen=True, slots=True)
class RawLine:
    """One line of a sheet as it was written."""

    sheet: Labelled
    line: int
    cells: Mapping[SheetColumn, Cell]


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a line is not taken: the heading of the column, where one is at fault, and the sentence."""

    column: str
    sentence: str

    @property
    def told(self) -> str:
        """Both together."""
        return f"{self.column}: {self.sentence}" if self.column else self.sentence


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that comes back; one without a fault belongs to something of which another line has one."""

    raw: RawLine
    faults: tuple[Fault, ...]


@dataclass(slots=True)
class ToldLine:
    """One line as it was read: the values by the names of their columns, and what is wrong with it."""

    raw: RawLine
    told: dict[str, Any] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    @property
    def sent_back(self) -> BadLine:
        """The line as it comes back."""
        return BadLine(self.raw, tuple(self.faults))


def told_line(raw: RawLine, shape: SheetShape) -> ToldLine:
    """Read a line column by column; what cannot be read and what is missing is told at once."""
    line = ToldLine(raw)
    for column in shape.columns:
        value = read_with(shape.kind_of(column).read, raw.cells.get(column))
        if isinstance(value, Unread):
            line.faults.append(Fault(column.header, value.sentence))
        elif value is None and column in shape.required:
            line.faults.append(Fault(column.header, "belum diisi."))
        elif value is not None:
            line.told[column.value] = value
    return line


def in_order(bad: Iterable[BadLine]) -> tuple[BadLine, ...]:
    """Lines as they stand in the file, sheet by sheet."""
    return tuple(sorted(bad, key=lambda one: (_place(one.raw.sheet), one.raw.line)))


def _place(sheet: Labelled) -> int:
    return list(type(sheet)).index(sheet)
