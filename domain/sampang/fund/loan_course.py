"""How far one loan is paid back, and what it adds to the figures of all lending, month by month."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate, groupby
from operator import add, attrgetter, sub

from domain.dates import add_months, monthly
from domain.sampang.fund.recovered import laid_after
from domain.sampang.fund.repayment import Laid, laid_on
from domain.sampang.loan import Row


def money_from(disbursed_on: date, taken_over_on: date | None) -> date:
    """The first day on which money of a loan counts; older money is in the balance that was taken over."""
    return disbursed_on if taken_over_on is None else taken_over_on + _ONE_DAY


@dataclass(frozen=True, slots=True)
class Received:
    """What came in for a loan on a day, in signed rupiah; what was taken back is below zero.

    `released` is the interest of coming instalments that a settlement lets fall (VIII.5.e); None for money
    that is laid on the instalments. The interest that a settlement adds is no part of this.
    """

    on: date
    principal: int
    interest: int
    released: int | None = None

    @property
    def covered(self) -> int:
        """How much of the plan it takes off, in signed rupiah."""
        return self.principal + self.interest + (self.released or 0)


@dataclass(frozen=True, slots=True)
class OfClaim:
    """What happened to a loan's claim on a day, in signed rupiah; what was taken back is below zero.

    `written_off` is principal that left the books by the regency's decree, `recovered` money that came in for
    the claim since.
    """

    on: date
    written_off: int = 0
    recovered: int = 0


@dataclass(frozen=True, slots=True)
class Progress:
    """What was paid of a loan, in rupiah, and how many instalments wholly; the next is due on a day.

    `next_due` is None once nothing is left, which is so since `ended_on`; `released` is the interest that a
    settlement let fall. It is None too where the principal was `written_off`: then nothing is left in the
    books, and the claim less what was `recovered` stays.
    """

    principal_paid: int
    interest_paid: int
    instalments_paid: int
    next_due: date | None
    released: int = 0
    ended_on: date | None = None
    written_off: int = 0
    recovered: int = 0

    @property
    def paid(self) -> int:
        """Principal and interest together."""
        return self.principal_paid + self.interest_paid


@dataclass(frozen=True, slots=True)
class Lending:
    """Figures of lending, or what a month changed in them: loans, rupiah, and instalments past their day."""

    running: int = 0
    settled: int = 0
    lent: int = 0
    owed: int = 0
    behind: int = 0
    loans_behind: int = 0

    def __add__(self, other: "Lending") -> "Lending":
        """Both together."""
        return Lending(*map(add, _FIGURES(self), _FIGURES(other)))

    def __sub__(self, other: "Lending") -> "Lending":
        """What is left without the other."""
        return Lending(*map(sub, _FIGURES(self), _FIGURES(other)))


_FIGURES = attrgetter("running", "settled", "lent", "owed", "behind", "loans_behind")
NO_LENDING = Lending()
_DAY = attrgetter("on")
# What a month changed is worked out for thousands of loans at once: plain numbers until one has changed.
_Figures = tuple[int, int, int, int, int, int]
_NOTHING: _Figures = (0, 0, 0, 0, 0, 0)
_ONE_DAY, _OVER_THE_MONTH = timedelta(days=1), timedelta(days=31)


@dataclass(frozen=True, slots=True)
class Course:
    """One loan as it was paid out, its fixed rows, and everything that came in for it.

    Of a loan that was taken over the principal and the rows are what was left on the day `taken_over_on`;
    `own_day` is the day of the month on which it falls due, None where that is the day of disbursement.
    """

    principal: int
    disbursed_on: date
    rows: Sequence[Row]
    received: Sequence[Received]
    taken_over_on: date | None = None
    own_day: int | None = None
    claim: Sequence[OfClaim] = field(default=(), kw_only=True)

    @property
    def begins_on(self) -> date:
        """The day from which the books know it."""
        return self.taken_over_on or self.disbursed_on

    @property
    def due_day(self) -> int:
        """The day of the month on which it falls due."""
        return self.own_day or self.disbursed_on.day

    def due_on(self, number: int) -> date:
        """The due day of a row, counted from 1; after the last the months go on as before."""
        beyond = number - len(self.rows)
        return (
            self.rows[number - 1].due_on
            if beyond <= 0
            else monthly(self.rows[-1].due_on, beyond, self.due_day)
        )

    @property
    def left(self) -> int:
        """What is still to be paid by the plan, in rupiah; less what came since it was written off."""
        planned = sum(row.total for row in self.rows) - sum(one.covered for one in self.received)
        return planned - self.recovered

    @property
    def written_off(self) -> int:
        """The principal that was written off, in rupiah; the claim for it stays."""
        return sum(one.written_off for one in self.claim)

    @property
    def recovered(self) -> int:
        """What came in for the claim since it was written off."""
        return sum(one.recovered for one in self.claim)

    @property
    def closed_last(self) -> date | None:
        """The newest day on which a settlement or a write-off was booked, or taken back; None without one.

        Up to that day the books have the loan as ended, or as out of them: no money is laid before it.
        """
        ends = [one.on for one in self.received if one.released is not None]
        return max((*ends, *(one.on for one in self.claim if one.written_off)), default=None)

    @property
    def laid(self) -> tuple[Laid, ...]:
        """What of each instalment has been paid by everything that came in, also since a write-off."""
        found = self.progress()
        return laid_after(laid_on(self.rows, found.paid, found.released), found.recovered)

    def progress(self) -> Progress:
        """How far the loan is paid back by everything that came in."""
        principal = sum(one.principal for one in self.received)
        interest = sum(one.interest for one in self.received)
        # Money is laid on the oldest instalment first, so one is wholly paid when all up to it are.
        paid = bisect_right(_up_to(self.rows), sum(one.covered for one in self.received))
        runs = paid < len(self.rows) and not self.written_off
        next_due = self.rows[paid].due_on if runs else None
        released = sum(one.released or 0 for one in self.received)
        of_claim = (self.written_off, self.recovered)
        return Progress(principal, interest, paid, next_due, released, self._ended_on(), *of_claim)

    def _ended_on(self) -> date | None:
        """The day since which nothing is left to pay, without a day between on which something was."""
        since, left = None, sum(row.total for row in self.rows)
        for on, money in groupby(sorted(self.received, key=_DAY), key=_DAY):
            left -= sum(one.covered for one in money)
            since = (since or on) if left <= 0 else None
        return since

    def months(self, since: date | None = None) -> Mapping[date, Lending]:
        """What the loan changed in the figures at each month's end, the months by their first day.

        With a day, from its month on: what two courses that part on that day do not have in common.

        It goes on after the last booking: as long as nobody pays, one instalment after the other falls
        behind. Months that change nothing are left out.
        """
        found, before, at_end_of = {}, _NOTHING, self._by_day()
        last = max(self.rows[-1].due_on, *self._days(), self.begins_on)
        after = add_months(last.replace(day=1), 2)
        month = self.begins_on.replace(day=1)
        if since is not None and since >= month:
            month = since.replace(day=1)
            before = at_end_of(month - _ONE_DAY) if month > self.begins_on else _NOTHING
        while month < after:
            following = (month + _OVER_THE_MONTH).replace(day=1)
            now = at_end_of(following - _ONE_DAY)
            if now != before:
                found[month] = Lending(*map(sub, now, before))
            month, before = following, now
        return found

    def _days(self) -> tuple[date, ...]:
        """The days on which anything was booked since it was paid out."""
        return (*(one.on for one in self.received), *(one.on for one in self.claim))

    def _by_day(self) -> Callable[[date], _Figures]:
        """The figures of this loan alone at the end of a day since the books know it, in their order."""
        received = sorted(self.received, key=_DAY)
        days, due, up_to = [one.on for one in received], [row.due_on for row in self.rows], _up_to(self.rows)
        principal = list(accumulate((one.principal for one in received), initial=0))
        paid = list(accumulate((one.covered for one in received), initial=0))

        def figures(day: date) -> _Figures:
            known = bisect_right(days, day)
            if gone := sum(one.written_off for one in self.claim if one.on <= day):
                return 0, 0, self.principal, self.principal - principal[known] - gone, 0, 0
            wholly = bisect_right(up_to, paid[known])
            behind, is_settled = max(0, bisect_left(due, day) - wholly), wholly == len(up_to)
            owed, is_behind = self.principal - principal[known], int(behind > 0)
            return int(not is_settled), int(is_settled), self.principal, owed, behind, is_behind

        return figures


def _up_to(rows: Sequence[Row]) -> list[int]:
    """What has to be paid until each instalment is wholly paid, in rupiah."""
    return list(accumulate(row.principal + row.interest for row in rows))
