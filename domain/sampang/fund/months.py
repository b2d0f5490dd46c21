"""Cash and lent principal at the end of each month, from what the journal moved in it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from domain.dates import add_months


@dataclass(frozen=True, slots=True)
class Moved:
    """What one month moved, in signed rupiah: cash of the fund and principal that is lent."""

    cash: int
    lent: int


@dataclass(frozen=True, slots=True)
class MonthEnd:
    """Where the fund stood at the end of a month, which is named by its first day, in rupiah."""

    month: date
    cash: int
    lent: int


def month_ends(moved: Mapping[date, Moved], until: date) -> tuple[MonthEnd, ...]:
    """Add up month after month, quiet ones too, up to the month of a day or of the newest booking."""
    return tuple(_added_up(moved, until)) if moved else ()


def _added_up(moved: Mapping[date, Moved], until: date) -> Iterator[MonthEnd]:
    cash = lent = 0
    month, last = min(moved), max(max(moved), until.replace(day=1))
    while month <= last:
        now = moved.get(month, Moved(0, 0))
        cash, lent = cash + now.cash, lent + now.lent
        yield MonthEnd(month, cash, lent)
        month = add_months(month, 1)
