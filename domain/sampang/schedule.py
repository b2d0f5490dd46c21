"""The one schedule engine: whole-rupiah rows of many loans at once; one loan is a batch of one.

Interest of a row is balance (or the principal, when flat) times the yearly rate over twelve, rounded
half up once, at the row. During the grace only interest is paid. After it the principal is paid in
equal whole parts, or as what a level payment leaves; the last row takes whatever remains.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from domain.sampang.kinds import InterestMethod

Whole = NDArray[np.int64]
BLOCK = 1 << 12
# A payment this near to half a rupiah is worked out again in exact fractions.
_TOO_NEAR = 1e-3


@dataclass(frozen=True, slots=True)
class Terms:
    """The terms of many loans: columns of equal length.

    `principal` in rupiah, `tenor` and `grace` in months, `rate` in hundredths of a percent a year.
    """

    principal: Whole
    tenor: Whole
    grace: Whole
    rate: Whole
    method: InterestMethod

    def __post_init__(self) -> None:
        if not (len(self.principal) == len(self.tenor) == len(self.grace) == len(self.rate)):
            raise ValueError("columns of equal length")
        if np.any(self.principal < 1) or np.any(self.rate < 0):
            raise ValueError("a loan has a principal, and a rate that is not negative")
        if np.any(self.grace < 0) or np.any(self.grace >= self.tenor):
            raise ValueError("the grace is shorter than the tenor")

    def rows(self, first: int, last: int) -> "Terms":
        """The loans from `first` up to `last`."""
        cut = slice(first, last)
        return Terms(self.principal[cut], self.tenor[cut], self.grace[cut], self.rate[cut], self.method)


@dataclass(frozen=True, slots=True)
class Schedules:
    """The rows of many loans: three arrays of shape (months, loans), zero after a loan's tenor.

    `balance` is what is still owed after the row.
    """

    principal: Whole
    interest: Whole
    balance: Whole


def schedules(terms: Terms) -> Schedules:
    """The schedules of many loans; the invariants hold or AssertionError is raised."""
    months, loans = int(terms.tenor.max(initial=0)), len(terms.principal)
    principal, interest, balance = (np.zeros((months, loans), np.int64) for _ in range(3))
    for first in range(0, loans, BLOCK):
        last = min(first + BLOCK, loans)
        block = terms.rows(first, last)
        views = tuple(array[:, first:last] for array in (principal, interest, balance))
        _fill(block, *views)
        _assert_sound(block, *views)
    return Schedules(principal, interest, balance)


def _fill(terms: Terms, principal: Whole, interest: Whole, balance: Whole) -> None:
    """Write the rows over zeros, month by month; a loan that is paid off owes nothing and stays at zero."""
    tenor, grace, rate = map(_alike, (terms.tenor, terms.grace, terms.rate))
    ending, last_grace = np.bincount(terms.tenor), int(terms.grace.max(initial=0))
    owed, is_flat = terms.principal, terms.method is InterestMethod.FLAT
    part = terms.principal // (terms.tenor - terms.grace)
    level = _level_payments(terms) if terms.method is InterestMethod.ANNUITY else None
    due = month_interest(terms.principal, rate)
    for month in range(len(ending) - 1):
        paid = principal[month]
        if not is_flat:
            due = month_interest(owed, rate)
        interest[month] = due * (tenor > month) if is_flat else due
        if level is not None:
            part = np.maximum(np.subtract(level, due, out=paid), 0, out=paid)
        np.minimum(part, owed, out=paid)
        if ending[month + 1]:
            np.copyto(paid, owed, where=tenor == month + 1)
        if month < last_grace:
            np.copyto(paid, 0, where=grace > month)
        owed = np.subtract(owed, paid, out=balance[month])


def _alike(column: Whole) -> Any:
    """The one number of a column whose entries are all alike, which is quicker; else the column."""
    return int(column[0]) if len(column) and (column == column[0]).all() else column


def month_interest(amount: Any, rate: Any) -> Any:
    """Interest of one month on an amount, rounded half up; `rate` in hundredths of a percent a year."""
    if isinstance(rate, int) and rate and 120_000 % rate == 0:  # one rate for all, in lowest terms
        one_part = 120_000 // rate
        if one_part % 2 == 0:
            return (amount + one_part // 2) // one_part
        return (2 * amount + one_part) // (2 * one_part)
    return (2 * amount * rate + 120_000) // 240_000


def _level_payments(terms: Terms) -> Whole:
    """The level payment of each loan over the months after the grace, rounded half up, exactly."""
    repaying = terms.tenor - terms.grace
    # Both in one number, which sorts far quicker than pairs do.
    above = int(terms.rate.max(initial=0)) + 1
    pairs, place = np.unique(repaying * above + terms.rate, return_inverse=True)
    factors = np.array([float(_factor(*divmod(int(pair), above))) for pair in pairs])
    estimate = terms.principal * factors[place]
    found: Whole = np.floor(estimate + 0.5).astype(np.int64)
    for near in np.flatnonzero(np.abs(estimate - np.floor(estimate) - 0.5) < _TOO_NEAR):
        exact = int(terms.principal[near]) * _factor(int(repaying[near]), int(terms.rate[near]))
        found[near] = int((2 * exact + 1) // 2)
    return found


@lru_cache(maxsize=4096)
def _factor(months: int, rate: int) -> Fraction:
    """The level payment for one rupiah."""
    monthly = Fraction(rate, 120_000)
    if monthly == 0:
        return Fraction(1, months)
    return monthly / (1 - (1 + monthly) ** -months)


def _assert_sound(terms: Terms, principal: Whole, interest: Whole, balance: Whole) -> None:
    if not np.array_equal(principal.sum(axis=0), terms.principal):
        raise AssertionError("the principal parts add up to the loan")
    if balance.size and np.any(balance[-1] != 0):
        raise AssertionError("the last balance is zero")
    if principal.min(initial=0) < 0 or interest.min(initial=0) < 0 or balance.min(initial=0) < 0:
        raise AssertionError("nothing is negative")
