"""Later money for a claim that was written off: on principal first, and never more than is claimed."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.sampang.fund.loan_course import Course, OfClaim, Received
from domain.sampang.fund.recovered import laid_after, owed_after
from domain.sampang.fund.repayment import Owed, laid_on
from tests.domain.sampang.fund.test_repayment import LOAN, START, loans

OFF = date(2026, 8, 3)


def course(paid=0, recovered=0):
    """Of 21,500 so much was paid, and so much came in after the 20,000 of principal were written off."""
    received = (Received(START, 0, paid),) if paid else ()
    return Course(20_000, START, LOAN, received, claim=(OfClaim(OFF, 20_000), OfClaim(OFF, 0, recovered)))


def test_it_is_laid_on_principal_first_and_then_on_interest():
    found = [(one.interest, one.principal) for one in course(500, 20_300).laid]
    assert found == [(500, 0), (300, 10_000), (0, 10_000)]


@given(loans, st.integers(0), st.integers(0))
def test_whatever_comes_in_takes_as_much_off_what_is_left(rows, paid, recovered):
    whole = sum(row.total for row in rows)
    paid %= whole + 1
    recovered %= whole - paid + 1
    before = laid_on(rows, paid)
    after = laid_after(before, recovered)
    assert sum(one.left for one in before) - sum(one.left for one in after) == recovered
    assert all(one.left >= 0 for one in after)


def test_more_than_is_claimed_cannot_be_laid():
    with pytest.raises(ValueError, match="more came in"):
        laid_after(laid_on(LOAN, 500), 21_001)


@pytest.mark.parametrize(
    ("recovered", "left"), [(0, (900, 90)), (900, (0, 90)), (950, (0, 40)), (1_000, (0, 0))]
)
def test_a_debt_falls_by_its_principal_first(recovered, left):
    found = owed_after(Owed(900, 90), recovered)
    assert (found.principal, found.interest_due) == left


def test_a_claim_is_left_until_all_of_it_came_in():
    assert course(500, 20_300).left == 700
    assert course(500, 21_000).left == 0


def test_it_leaves_the_running_loans_on_the_day_of_its_write_off():
    months = course().months()
    assert (months[date(2026, 8, 1)].running, months[date(2026, 8, 1)].owed) == (-1, -20_000)
    assert course().progress().next_due is None
    assert course().progress().ended_on is None
