"""What a bank's file came to, for the minutes of its reconciliation (VII.8)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class ReconciledLine:
    """So many rows of one kind, and so many rupiah that they bring."""

    told: str
    rows: int
    amount: int


@dataclass(frozen=True, slots=True)
class OpenRow:
    """A row that was not booked: its line in the file, what it tells, and why it stays open."""

    line: int
    told: str
    amount: int | None
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciliation:
    """A file held against the books: its days, its rows by what became of them, and the open ones.

    Amounts are whole rupiah; the interest is that of the booked rows for which the bank tells its own (O-27).
    """

    bank: str
    file: str
    first: date
    last: date
    rows: int
    brought_by: str
    brought_on: date
    accepted_by: str
    accepted_on: date
    lines: Sequence[ReconciledLine]
    open_rows: Sequence[OpenRow]
    interest_of_bank: int
    interest_booked: int
    rows_with_parts: int

    @property
    def interest_apart(self) -> int:
        """What the bank calls interest beyond what the books do."""
        return self.interest_of_bank - self.interest_booked
