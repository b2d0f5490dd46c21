"""The account of a loan: what was agreed, what came in, what is left, and what is due now (VIII.5.a)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import accumulate

from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.fund.repayment import Laid
from domain.sampang.loan import Row
from domain.sampang.servicing.arrears import Arrears, arrears_on
from domain.sampang.servicing.collecting import Handover
from domain.sampang.servicing.loan_state import LoanStanding, LoanState, standing_of


@dataclass(frozen=True, slots=True)
class Realised:
    """An instalment as agreed, what was paid of it, and the day on which it was wholly paid."""

    laid: Laid
    paid_on: date | None

    @property
    def days_late(self) -> int | None:
        """How many days after its due day it was wholly paid, zero when in time; None while it is not."""
        return None if self.paid_on is None else max(0, (self.paid_on - self.laid.row.due_on).days)


@dataclass(frozen=True, slots=True)
class DueNow:
    """What a borrower should pay on a day, in rupiah: what is behind, what is due that day, or comes next.

    `next` is the first instalment after the day that still has something left.
    """

    behind: int
    today: int
    next: Laid | None

    @property
    def is_ahead(self) -> bool:
        """Whether what is to pay is an instalment whose day has not come."""
        return self.next is not None and not self.behind + self.today

    @property
    def to_pay(self) -> int:
        """What is behind or due on the day; where there is nothing, what is left of the next instalment."""
        due = self.behind + self.today
        return due or (self.next.left if self.next else 0)


@dataclass(frozen=True, slots=True)
class Account:
    """A loan on a day: its rows beside what was paid of them, and what it is behind with.

    `handed_over` tells who collects in the place of the team, if somebody does (IX.2).
    """

    course: Course
    day: date
    handed_over: Handover | None = None

    @property
    def paid(self) -> int:
        """Principal and interest that came in until now, in rupiah."""
        return sum(one.principal + one.interest for one in self.course.received) + self.course.recovered

    @property
    def laid(self) -> tuple[Laid, ...]:
        """What of each instalment has been paid."""
        return self.course.laid

    @property
    def owed(self) -> int:
        """The principal that is left, in rupiah."""
        return sum(one.row.principal - one.principal for one in self.laid)

    @property
    def advance(self) -> int:
        """What already lies on instalments that are not yet due, in rupiah (O-01)."""
        return sum(one.interest + one.principal for one in self.laid if one.row.due_on > self.day)

    @property
    def arrears(self) -> Arrears:
        """What is behind on the day."""
        return arrears_on(self.laid, self.course.due_day, self.day)

    @property
    def state(self) -> LoanState:
        """Whether the loan runs, is behind, was handed over, or is settled."""
        return self.standing.state

    @property
    def standing(self) -> LoanStanding:
        """The state, with who collects since when."""
        return standing_of(
            is_settled=all(one.is_paid for one in self.laid),
            is_behind=self.arrears.since is not None,
            handed_over=self.handed_over,
            is_written_off=self.course.written_off > 0,
        )

    @property
    def due_now(self) -> DueNow:
        """What should be paid on the day."""
        laid = self.laid
        coming = (one for one in laid if one.row.due_on > self.day and one.left)
        today = sum(one.left for one in laid if one.row.due_on == self.day)
        return DueNow(self.arrears.amount, today, next(coming, None))

    @property
    def realised(self) -> tuple[Realised, ...]:
        """Plan against reality, instalment by instalment."""
        days = _paid_on(self.course.rows, self.course.received)
        return tuple(Realised(one, day) for one, day in zip(self.laid, days, strict=True))


def _paid_on(rows: Sequence[Row], received: Sequence[Received]) -> list[date | None]:
    """The day since which each row is wholly paid and stays so, by the order of the days."""
    ordered = sorted(received, key=lambda one: one.on)
    totals = list(accumulate(one.covered for one in ordered))
    found: list[date | None] = []
    for needed in accumulate(row.total for row in rows):
        since = None
        if not needed:  # paid before the loan was taken over, on a day that the books do not know
            found.append(None)
            continue
        for one, total in zip(ordered, totals, strict=True):
            if total < needed:
                since = None
            elif since is None:
                since = one.on
        found.append(since)
    return found
