"""How money that comes in is laid on the instalments: the oldest first, interest before principal."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from domain.sampang.loan import Row


@dataclass(frozen=True, slots=True)
class Laid:
    """What of one instalment has been paid, in rupiah."""

    row: Row
    interest: int
    principal: int

    @property
    def is_paid(self) -> bool:
        """Whether nothing of it is left."""
        return (self.interest, self.principal) == (self.row.interest, self.row.principal)

    @property
    def left(self) -> int:
        """What is still to be paid of it."""
        return self.row.total - self.interest - self.principal


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


def laid_on(rows: Sequence[Row], paid: int) -> tuple[Laid, ...]:
    """Lay everything that was ever paid, in rupiah, on the instalments; the order of payments is nothing.

    Raises ValueError when more was paid than the whole loan costs.
    """
    found, rest = [], paid
    for row in rows:
        interest = min(rest, row.interest)
        principal = min(rest - interest, row.principal)
        rest -= interest + principal
        found.append(Laid(row, interest, principal))
    if rest:
        raise ValueError("more was paid than the loan costs")
    return tuple(found)


def owed_on(rows: Sequence[Row], paid: int, day: date) -> Owed:
    """What a borrower owes on a day: all principal left, the interest due, and that of the running month.

    III.8 speaks of interest up to "bulan atau tanggal" of the swap; the running month counts whole.
    """
    laid = laid_on(rows, paid)
    due = [one for one in laid if one.row.due_on <= day]
    coming = [one for one in laid if one.row.due_on > day]
    principal = sum(one.row.principal - one.principal for one in laid)
    running = coming[0].row.interest - coming[0].interest if coming and principal else 0
    return Owed(principal, sum(one.row.interest - one.interest for one in due), running)


def behind_on(laid: Sequence[Laid], day: date) -> tuple[Laid, ...]:
    """The instalments that are behind on a day, the oldest first: their due day is over, not wholly paid."""
    return tuple(one for one in laid if one.row.due_on < day and not one.is_paid)
