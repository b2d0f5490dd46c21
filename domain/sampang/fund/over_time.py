"""The free balance of the fund over the coming months, by the plans and by what is observed to come in.

Only principal revolves (VIII.5.b). What is approved and not yet paid out counts as spoken for. Principal that
is overdue is in neither forecast: nobody knows when it comes. New loans are in neither, for nobody made them.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from fractions import Fraction
from itertools import accumulate
from math import floor
from typing import Annotated, Final

from domain.dates import add_months, full_months
from domain.sampang.fund.money_in import LARGEST_FUND
from domain.typed import Rupiah

OBSERVED_MONTHS: Final = 12
_ONE_DAY: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An amount of rupiah that somebody wants to lend again."""

    amount: Annotated[int, Rupiah("Jumlah yang ingin digulirkan", least=1, largest=LARGEST_FUND)]


@dataclass(frozen=True, slots=True)
class Observed:
    """Of the principal that fell due from one day to another, in rupiah, how much is in by now."""

    first: date
    last: date
    due: int
    received: int

    @property
    def months(self) -> int:
        """How many months it is; fewer than twelve where older loans were taken over meanwhile."""
        return full_months(self.first, self.last + _ONE_DAY)

    @property
    def rate(self) -> Fraction | None:
        """The part that came in; None where nothing fell due."""
        return Fraction(self.received, self.due) if self.due else None


@dataclass(frozen=True, slots=True)
class ForecastMonth:
    """A month by its first day: principal that comes in, and what is free at its end, in rupiah.

    `expected` and `free_expected` go by the observed rate; None while none can be observed.
    """

    month: date
    due: int
    free: int
    expected: int | None
    free_expected: int | None


@dataclass(frozen=True, slots=True)
class Reach:
    """When an amount is free: now, in a month (its first day), or not within the months that are known.

    Not known where no rate can be observed.
    """

    month: date | None = None
    is_now: bool = False
    is_known: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class FundOverTime:
    """Where the fund stands on a day, and the principal that the plans still bring, month by month.

    `coming` is what is due from the day on and not paid yet, by the first day of each month; `overdue` what
    was due before. `observed` is None while the bank's data does not show whole months.
    """

    day: date
    cash: int
    committed: int
    overdue: int
    coming: Mapping[date, int]
    observed: Observed | None = None
    bank_data_until: date | None = None

    @property
    def free(self) -> int:
        """What can be promised on the day."""
        return self.cash - self.committed

    @property
    def rate(self) -> Fraction | None:
        """The observed part of what is due that comes in."""
        return None if self.observed is None else self.observed.rate

    @property
    def known_months(self) -> int:
        """How many months there are until the last instalment of the loans that run."""
        if not self.coming:
            return 0
        last = max(self.coming)
        return (last.year - self.day.year) * 12 + last.month - self.day.month + 1

    def months(self) -> tuple[ForecastMonth, ...]:
        """The months from the day's own until the last instalment, quiet ones too."""
        first = self.day.replace(day=1)
        names = [add_months(first, n) for n in range(self.known_months)]
        due = [self.coming.get(name, 0) for name in names]
        expected = None if self.rate is None else expected_of(due, self.rate)
        return tuple(self._months(names, due, expected))

    def _months(
        self, names: Sequence[date], due: Sequence[int], expected: Sequence[int] | None
    ) -> Iterator[ForecastMonth]:
        free, free_expected = self.free, self.free
        for place, name in enumerate(names):
            free += due[place]
            if expected is None:
                yield ForecastMonth(name, due[place], free, None, None)
                continue
            free_expected += expected[place]
            yield ForecastMonth(name, due[place], free, expected[place], free_expected)

    def by_plan(self, amount: int) -> Reach:
        """When an amount is free if everybody pays what falls due on its day."""
        return _reached(amount, self.free, [(one.month, one.free) for one in self.months()])

    def by_rate(self, amount: int) -> Reach:
        """When it is free if as much of it comes in as was observed."""
        if amount <= self.free:
            return Reach(is_now=True)
        if self.rate is None:
            return Reach(is_known=False)
        months = [(one.month, one.free_expected or 0) for one in self.months()]
        return _reached(amount, self.free, months)

    def needed_rate(self, amount: int) -> Fraction | None:
        """The least rate at which an amount becomes free in the known months; None where none does."""
        missing, all_of_it = amount - self.free, sum(self.coming.values())
        if missing <= 0 or missing > all_of_it:
            return None
        return Fraction(missing, all_of_it)

    def with_overdue(self) -> "FundOverTime":
        """The same if all that is overdue came in on the day."""
        return replace(self, cash=self.cash + self.overdue, overdue=0)


def expected_of(due: Sequence[int], rate: Fraction) -> list[int]:
    """What comes in of each month's principal at a rate, in whole rupiah.

    The sum is rounded down, not each month, so that odd parts do not add up.
    """
    reckoned = [floor(rate * total) for total in accumulate(due, initial=0)]
    return [after - before for before, after in zip(reckoned, reckoned[1:], strict=False)]


def observed_days(
    bank_data_until: date | None, today: date, taken_over_on: date | None = None
) -> tuple[date, date] | None:
    """The first and last day of the last twelve months that are over and whose bank data is in.

    Of older loans the books know only what was left on the cut-off day, so a month counts from the first
    whole one after it. None while the bank has told of no such month.
    """
    if bank_data_until is None:
        return None
    first_not_known = (min(bank_data_until, today - _ONE_DAY) + _ONE_DAY).replace(day=1)
    first = add_months(first_not_known, -OBSERVED_MONTHS)
    if taken_over_on is not None:
        first = max(first, add_months(taken_over_on.replace(day=1), 1))
    return (first, first_not_known - _ONE_DAY) if first < first_not_known else None


def _reached(amount: int, free: int, months: Sequence[tuple[date, int]]) -> Reach:
    if amount <= free:
        return Reach(is_now=True)
    return Reach(next((month for month, by_then in months if by_then >= amount), None))
