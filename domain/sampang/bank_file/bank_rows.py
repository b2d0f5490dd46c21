"""A row of a bank's file as it was read: which loan, when, how much, and what about it is doubtful."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from domain.money import rupiah
from domain.sampang.bank_file.bank_amounts import ReadAmount, read_amount
from domain.sampang.bank_file.bank_columns import BankColumn, Places
from domain.sampang.bank_file.bank_days import BankDay, FoundOrder, read_bank_day
from domain.tabular.sheet_cells import Cell, Unread, as_text, trouble_of

LONGEST_TEXT: Final = 200
Line = tuple[int, Sequence[Cell]]
_SUMS_UP: Final = ("jumlah", "total", "grand total", "sub total", "subtotal")


@dataclass(frozen=True, slots=True)
class BankRow:
    """One row; `problem` says why it cannot be read, `doubts` why a person must look at it.

    Amounts are whole rupiah; `principal` and `interest` are the bank's own parts, where it tells them (O-27).
    `written` keeps what stood in the cells of a row that was not read wholly.
    """

    line: int
    number: str = ""
    name: str = ""
    on: date | None = None
    amount: int | None = None
    principal: int | None = None
    interest: int | None = None
    reference: str = ""
    note: str = ""
    problem: str = ""
    doubts: tuple[str, ...] = ()
    written: Mapping[str, str] | None = None


def read_bank_rows(
    lines: Sequence[Line], places: Places, found: FoundOrder, today: date
) -> tuple[BankRow, ...]:
    """Read the lines below the headings; blank ones are passed over, and so is a line of totals."""
    reader = _Reader(places, found, today)
    rows = (reader.row(line, cells) for line, cells in lines if any(as_text(cell) for cell in cells))
    return tuple(row for row in rows if row is not None)


def days_in(rows: Sequence[BankRow]) -> tuple[date, date] | None:
    """The first and the last day on which money of these rows came in; None where none can be read."""
    days = [row.on for row in rows if row.on is not None]
    return (min(days), max(days)) if days else None


class _Reader:
    """The rows of one file; a day that comes again is read once."""

    def __init__(self, places: Places, found: FoundOrder, today: date) -> None:
        self._places = places
        self._found, self._today = found, today
        self._days: dict[tuple[object, Cell], BankDay | Unread | None] = {}

    def row(self, line: int, cells: Sequence[Cell]) -> BankRow | None:
        """Read one line; None for a line of totals."""
        raw = {column: cells[place] for column, place in self._places.items() if place < len(cells)}
        if _is_total(cells, raw):
            return None
        problems: list[str] = []
        doubts: list[str] = []
        for column, cell in raw.items():
            if told := trouble_of(cell):
                problems.append(f"{column.header}: {told}")
        on = None if problems else self._read_day(raw, problems, doubts)
        amounts = {} if problems else _read_amounts(raw, problems, doubts)
        total = None if problems else _total(amounts, problems)
        return BankRow(
            line=line,
            number=self._text(raw, BankColumn.LOAN),
            name=self._text(raw, BankColumn.NAME),
            on=on,
            amount=total,
            principal=amounts.get(BankColumn.PRINCIPAL),
            interest=amounts.get(BankColumn.INTEREST),
            reference=self._text(raw, BankColumn.REFERENCE),
            note=self._text(raw, BankColumn.NOTE),
            problem=" ".join(problems),
            doubts=() if problems else tuple(dict.fromkeys(doubts)),
            written=_written(raw) if problems or doubts else None,
        )

    def _text(self, raw: Mapping[BankColumn, Cell], column: BankColumn) -> str:
        return as_text(raw.get(column))[:LONGEST_TEXT]

    def _read_day(
        self, raw: Mapping[BankColumn, Cell], problems: list[str], doubts: list[str]
    ) -> date | None:
        cell = raw.get(BankColumn.DAY)
        key = (type(cell), cell)
        if key not in self._days:
            self._days[key] = read_bank_day(cell, self._found, self._today)
        read = self._days[key]
        if read is None:
            problems.append("Tanggal setor kosong. Cocokkan dengan bank.")
            return None
        if isinstance(read, Unread):
            problems.append(f"{BankColumn.DAY.header}: {read.sentence}")
            return None
        if read.doubt:
            doubts.append(read.doubt)
        return read.on


def _read_amounts(
    raw: Mapping[BankColumn, Cell], problems: list[str], doubts: list[str]
) -> dict[BankColumn, int]:
    found: dict[BankColumn, int] = {}
    for column in (BankColumn.AMOUNT, BankColumn.PRINCIPAL, BankColumn.INTEREST):
        cell = raw.get(column)
        if column is not BankColumn.AMOUNT and _is_zero(cell):
            found[column] = 0
            continue
        read = read_amount(cell)
        if isinstance(read, Unread):
            problems.append(f"{column.header}: {read.sentence}")
        elif isinstance(read, ReadAmount):
            found[column] = read.rupiah
            # An interest of a few hundred rupiah can be; only the whole amount cannot be so small.
            if read.odd and column is BankColumn.AMOUNT:
                doubts.append(read.odd)
    return found


def _total(amounts: Mapping[BankColumn, int], problems: list[str]) -> int | None:
    """The whole amount; where the bank tells its parts too, they must add up to it (O-27)."""
    total = amounts.get(BankColumn.AMOUNT)
    parts = [amounts[one] for one in (BankColumn.PRINCIPAL, BankColumn.INTEREST) if one in amounts]
    both = sum(parts)
    if total is None and len(parts) == 2 and both:
        return both
    if total is None:
        problems.append("Jumlah setor kosong. Cocokkan dengan bank.")
    elif len(parts) == 2 and both != total:
        problems.append(
            f"Pokok dan jasa menurut bank berjumlah {rupiah(both)}, bukan {rupiah(total)}. "
            "Minta bank membetulkannya."
        )
    return total


def _is_zero(cell: Cell) -> bool:
    told = as_text(cell)
    return "0" in told and not set(told) - set("0.,- rRpP")


def _is_total(cells: Sequence[Cell], raw: Mapping[BankColumn, Cell]) -> bool:
    """Whether a line sums up others: the word for it stands in it, and no day of its own."""
    told = as_text(raw.get(BankColumn.DAY))
    if any(sign.isdigit() for sign in told):
        return False
    return any(as_text(cell).casefold().startswith(_SUMS_UP) for cell in cells if isinstance(cell, str))


def _written(raw: Mapping[BankColumn, Cell]) -> dict[str, str]:
    return {column.value: as_text(cell)[:LONGEST_TEXT] for column, cell in raw.items() if as_text(cell)}
