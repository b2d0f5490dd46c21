"""How money that comes in is laid on the instalments: the oldest first, interest before principal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.sampang.loan import Row


@dataclass(frozen=True, slots=True)
class Laid:
    """What of one instalment has been paid, in rupiah; `released` is interest that a settlement let fall."""

    row: Row
    interest: int
    principal: int
    released: int = 0

    @property
    def is_paid(self) -> bool:
        """Whether nothing of it is left."""
        return self.left == 0

    @property
    def left(self) -> int:
        """What is still to be paid of it."""
        return self.row.total - self.interest - self.principal - self.released


@dataclass(frozen=True, slots=True)
class Owed:
    """What a borrower still owes on a day, in rupiah; `running` is the interest of the month that runs."""

    principal: int
    interest_due: int
    running: int = 0

    @property
    def total(self) -> int:
        """Principal, interest due, and that of the running month."""
        return self.principal + self.interest_due + self.running


NOTHING_OWED = Owed(0, 0)


def laid_on(rows: Sequence[Row], paid: int, released: int = 0) -> tuple[Laid, ...]:
    """Lay everything that was ever paid, in rupiah, on the instalments; the order of payments is nothing.

    Interest that a settlement let fall (VIII.5.e) is that of the last instalments, whose principal is paid.
    Raises ValueError when more was paid than the whole loan costs.
    """
    if released:
        return _laid_by_settlement(rows, paid, released)
    found, rest = [], paid
    for row in rows:
        interest = min(rest, row.interest)
        principal = min(rest - interest, row.principal)
        rest -= interest + principal
        found.append(Laid(row, interest, principal))
    if rest:
        raise ValueError("more was paid than the loan costs")
    return tuple(found)


def _laid_by_settlement(rows: Sequence[Row], paid: int, released: int) -> tuple[Laid, ...]:
    rest = sum(row.interest for row in rows) - released
    if paid != rest + sum(row.principal for row in rows):
        raise ValueError("a settlement leaves nothing of a loan, and nothing too much")
    found = []
    for row in rows:
        interest = min(rest, row.interest)
        rest -= interest
        found.append(Laid(row, interest, row.principal, row.interest - interest))
    return tuple(found)


def owed_on(rows: Sequence[Row], paid: int, day: date, released: int = 0) -> Owed:
    """What a borrower owes on a day: all principal left, the interest due, and that of the running month.

    III.8 speaks of interest up to "bulan atau tanggal" of the swap; the running month counts whole.
    """
    laid = laid_on(rows, paid, released)
    due = [one for one in laid if one.row.due_on <= day]
    coming = [one for one in laid if one.row.due_on > day]
    principal = sum(one.row.principal - one.principal for one in laid)
    interest = sum(one.row.interest - one.interest - one.released for one in due)
    running = coming[0].row.interest - coming[0].interest if coming and principal else 0
    return Owed(principal, interest, running)


def behind_on(laid: Sequence[Laid], day: date) -> tuple[Laid, ...]:
    """The instalments that are behind on a day, the oldest first: their due day is over, not wholly paid."""
    return tuple(one for one in laid if one.row.due_on < day and not one.is_paid)
