"""Bookings as people read them, and the books of a span of days for whoever audits them."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Annotated, Final

from domain.dates import indonesian_date
from domain.problems import Problem
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import REVERSIBLE, EntryKind
from domain.sampang.fund.interest_shares import Holding
from domain.sampang.fund.made_of_entries import WITHOUT_A_LOAN
from domain.typed import Day

# What one workbook holds; an office books some three hundred times a month.
MOST_BOOKINGS: Final = 20_000


@dataclass(frozen=True, slots=True)
class JournalLine:
    """One booking; without the permission to read loans its words are its kind and the file's number.

    It stands in the journal `on` a day; its money came or went on `value_on`, which is earlier where the
    month was closed. `is_asked_back` tells of one that somebody has asked to reverse, approved or not yet;
    `again` is why it was booked though the same slip stood in the journal already.
    """

    id: int
    kind: EntryKind
    on: date
    value_on: date
    memo: str
    amounts: dict[Account, int]
    by: str
    at: datetime
    reverses_id: int | None
    is_asked_back: bool = False
    again: str = ""

    @property
    def can_be_asked_back(self) -> bool:
        """Whether it can be asked to be reversed: it takes nothing back itself, and nobody asked yet."""
        is_of_a_kind = self.kind in (*REVERSIBLE, *WITHOUT_A_LOAN)
        return is_of_a_kind and self.reverses_id is None and not self.is_asked_back


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The days of which the books are wanted, both counted in."""

    first: Annotated[date, Day("Dari tanggal")]
    last: Annotated[date, Day("Sampai tanggal")]


def problems_of_span(span: Span) -> tuple[Problem, ...]:
    """A span that ends before it begins."""
    if span.first <= span.last:
        return ()
    told = f"Tanggal akhir mendahului {indonesian_date(span.first)}. Tukar atau perbaiki tanggalnya."
    return (Problem("last", told),)


@dataclass(frozen=True, slots=True)
class BooksOfSpan:
    """Every booking of a span in the order of its days, what stood before it, and the shares at its end.

    Amounts are signed rupiah by account, debit positive. `closed_until` is the last day that was closed.
    """

    span: Span
    before: Mapping[Account, int]
    lines: tuple[JournalLine, ...]
    holdings: tuple[Holding, ...]
    closed_until: date | None

    def turnover(self) -> Mapping[Account, tuple[int, int]]:
        """What the bookings of the span come to by account: all debits, and all credits."""
        debits, credits = Counter[Account](), Counter[Account]()
        for line in self.lines:
            for account, amount in line.amounts.items():
                debits[account] += max(amount, 0)
                credits[account] += max(-amount, 0)
        return {account: (debits[account], credits[account]) for account in Account}
