"""What every report of the fund is made of: figures first, then tables, and what they rest on."""

from dataclasses import dataclass
from datetime import date
from enum import Enum, auto
from typing import Final

from domain.dates import add_months, indonesian_date, month_end
from domain.money import number, rupiah
from domain.regulation.sources import Citation
from domain.sampang.fund.loan_course import Lending
from domain.sampang.instruments import at

NOT_KNOWN: Final = "belum diketahui"
_SHORT: Final = 15
_LENT: Final = at("VIII.5.a")
_LATE: Final = at("IX.1")
Cell = str | int | date | None


class CellKind(Enum):
    """How the cells of a column are read: words, a count, whole rupiah, or a day."""

    WORDS = auto()
    COUNT = auto()
    RUPIAH = auto()
    DAY = auto()


@dataclass(frozen=True, slots=True)
class ReportColumn:
    """A column: its heading, what its cells are, and its share of a printed page; zero is not printed."""

    heading: str
    kind: CellKind = CellKind.WORDS
    share: int = 10


@dataclass(frozen=True, slots=True)
class ReportTable:
    """A table; a cell of None is not known. Of many rows only the first are printed, the workbook has all.

    On paper the column `drawn` stands above it as bars, each with the first cell of its row.
    """

    title: str
    columns: tuple[ReportColumn, ...]
    rows: tuple[tuple[Cell, ...], ...]
    total: tuple[Cell, ...] | None = None
    if_empty: str = "Tidak ada."
    most_printed: int = 500
    drawn: int | None = None


@dataclass(frozen=True, slots=True)
class ReportFigure:
    """A figure in words, and the provision that it rests on."""

    label: str
    told: str
    place: Citation

    @property
    def is_short(self) -> bool:
        """Whether it fits on a card in large letters."""
        return len(self.told) <= _SHORT


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """A report as of a day: its figures, tables and notes; `known_until` is the last day of the bank's data.

    `bank_signs` where the bank answers for it beside the Ketua Harian (VII.8).
    """

    title: str
    month: date
    day: date
    known_until: date | None
    figures: tuple[ReportFigure, ...]
    tables: tuple[ReportTable, ...]
    notes: tuple[str, ...]
    places: tuple[Citation, ...]
    to: str = ""
    bank_signs: bool = False
    opening: str = ""


def as_of(month: date, today: date) -> date:
    """The day of which a report of a month is: its last one, or today while it runs."""
    return min(month_end(month), today)


def cell_in_words(cell: Cell, kind: CellKind) -> str:
    """A cell as it is printed."""
    if cell is None:
        return NOT_KNOWN
    if isinstance(cell, date):
        return indonesian_date(cell)
    if isinstance(cell, int):
        return rupiah(cell) if kind is CellKind.RUPIAH else number(cell)
    return cell


def bank_data_told(known_until: date | None) -> str:
    """Up to which day the bank's data is in, in a sentence (VII.8)."""
    until = "belum ada" if known_until is None else f"sampai dengan {indonesian_date(known_until)}"
    return f"Data bank {until} (VII.8)."


def months_to_report(since: date, today: date) -> tuple[date, ...]:
    """The months from that of a day to this one, the newest first, each by its first day."""
    months = [today.replace(day=1)]
    while months[-1] > since.replace(day=1):
        months.append(add_months(months[-1], -1))
    return tuple(months)


def first_shown(since: date, today: date) -> date:
    """The month that is reported unless another is chosen: the last whole one, or this one while none is."""
    return max(add_months(today.replace(day=1), -1), min(since, today).replace(day=1))


def lending_figures_of(found: Lending) -> tuple[ReportFigure, ...]:
    """All lending on a day, as every report that counts loans begins with it."""
    return (
        ReportFigure("Pinjaman berjalan", number(found.running), _LENT),
        ReportFigure("Sisa pokok", rupiah(found.owed), _LENT),
        ReportFigure("Pinjaman menunggak", number(found.loans_behind), _LATE),
    )
