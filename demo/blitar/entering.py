"""On which days the visits of the demo are typed in and verified: month by month, lately every week."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from demo.blitar.days import Days, next_working_day
from demo.blitar.meetings import months_of
from domain.dates import add_months, indonesian_month

_FRIDAY: Final = 4
_AFTER_THE_MONTH: Final = 5  # days until the forms of a month are typed in
_UNTIL_VERIFIED: Final = 5
PAPER_COMES_AFTER: Final = 14


@dataclass(frozen=True, slots=True)
class Pile:
    """The visits of a span that are typed in together; `verified_on` is None while they still wait."""

    first: date
    last: date
    entered_on: date
    verified_on: date | None
    is_paper: bool
    turn: int

    @property
    def name(self) -> str:
        """The name of the file or of the pile of forms."""
        what = "Formulir kertas" if self.is_paper else "Rekap kunjungan"
        return f"{what} {indonesian_month(self.last)} s.d. tanggal {self.last.day}.xlsx"


def piles(days: Days) -> tuple[Pile, ...]:
    """Every pile; the forms on paper come two weeks after the others."""
    return (*_piles(days, 0), *_piles(days, PAPER_COMES_AFTER))


def _piles(days: Days, late: int) -> Iterator[Pile]:
    known = days.today - timedelta(days=late)
    for turn, (first, last, after) in enumerate(_spans(days, known)):
        entered = min(next_working_day(last + timedelta(days=after + late)), days.today)
        looked_at = next_working_day(entered + timedelta(days=_UNTIL_VERIFIED))
        verified = looked_at if looked_at < days.today else None
        # What still waits was typed in by the second Fasilitator, so that the first may verify it.
        yield Pile(first, last, entered, verified, late > 0, turn if verified else 1)


def _spans(days: Days, known: date) -> Iterator[tuple[date, date, int]]:
    """First day, last day, and after how many days it is typed in: whole months, then weeks."""
    for month in months_of(days):
        end = add_months(month, 1) - timedelta(days=1)
        if end + timedelta(days=_AFTER_THE_MONTH + 2) <= known:
            yield month, end, _AFTER_THE_MONTH
            continue
        first = month
        while first <= min(end, known):
            last = min(first + timedelta(days=(_FRIDAY - first.weekday()) % 7), end, known)
            yield first, last, 0
            first = last + timedelta(days=1)
