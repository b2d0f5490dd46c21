"""What a projection of the fund starts from: cash, running loans by month, the queue, and lending to come.

A loan of a plan is one batch of the schedule engine; what settles it early is what a quote of VIII.5.e says.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

import numpy as np

from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.sampang.application import LARGEST_AMOUNT
from domain.sampang.loan import SMALLEST_LOAN, law_of_day, schedule_of, terms_by_law
from domain.sampang.schedule import Whole
from domain.sampang.settlement import EarlySettlement, settlement_on
from domain.typed import Count, Rupiah

MONTHS: Final = 120
MOST_A_MONTH: Final = 100


@dataclass(frozen=True, slots=True, eq=False)
class LoanPlan:
    """One loan of so many rupiah and months, row by row: what it pays, and what it owes before each row.

    `settled_interest` is the interest that comes in when it is settled on the due day of a row: that of the
    row, and the added months of VIII.5.e.
    """

    amount: int
    tenor: int
    principal: Whole
    interest: Whole
    owed: Whole
    settled_interest: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Running:
    """What the plans of running loans still bring, month by month from the first, and how many they are."""

    principal: Whole
    interest: Whole
    loans: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WantedLending:
    """A kind of loan that is to be lent from now on: how many a month, of how much, for how long."""

    a_month: Annotated[int, Count("Pinjaman baru sebulan", "pinjaman", least=0, largest=MOST_A_MONTH)]
    amount: Annotated[int, Rupiah("Tiap pinjaman baru", least=SMALLEST_LOAN, largest=LARGEST_AMOUNT)]
    tenor: Annotated[int, Count("Jangka waktu", "bulan", least=1, largest=60)]


@dataclass(frozen=True, slots=True, eq=False)
class NewLending:
    """The same with the rows of one such loan."""

    a_month: int
    plan: LoanPlan


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Start:
    """The fund in the month whose first day is `month`: cash in rupiah, and everything that moves it.

    The queue stands in its order, first the `approved` files that wait for their money.
    """

    month: date
    cash: int
    running: Running
    queue: tuple[LoanPlan, ...] = ()
    approved: int = 0
    new: tuple[NewLending, ...] = ()


def loan_plan(amount: int, tenor: int, day: date, rules: LawInForce) -> LoanPlan | Problem:
    """The rows of one loan by the law of a day, or what is wrong with its terms, in a sentence."""
    law = law_of_day(day, rules)
    terms = terms_by_law(amount, tenor, day, law)
    if isinstance(terms, Problem):
        return terms
    schedule = schedule_of(terms)
    quotes = [settlement_on(schedule, row.due_on, law, row.number - 1) for row in schedule.rows]
    return LoanPlan(
        amount=amount,
        tenor=tenor,
        principal=whole([row.principal for row in schedule.rows]),
        interest=whole([row.interest for row in schedule.rows]),
        owed=whole([row.balance + row.principal for row in schedule.rows]),
        settled_interest=whole([_interest_of(one) for one in quotes]),
    )


def _interest_of(quote: EarlySettlement | Problem) -> int:
    if isinstance(quote, Problem):
        raise TypeError("a loan can be settled on its due days")
    return quote.total - quote.principal


def whole(values: Sequence[int]) -> Whole:
    """Rupiah as a column."""
    return np.array(values, np.int64)
