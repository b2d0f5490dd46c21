"""The account of a loan on a day; golden accounts by hand."""

from datetime import date

import pytest

from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.servicing.account import Account
from domain.sampang.servicing.loan_state import LoanState
from tests.domain.sampang.servicing.test_arrears import DUE, LENT, ROWS

FEBRUARY, MARCH, APRIL = DUE


def account(day: date, *received: tuple[date, int]) -> Account:
    """Three instalments of Rp105.000, due on 28 February, 31 March and 30 April; (day, amount) came in."""
    return Account(
        Course(300_000, LENT, ROWS, tuple(Received(on, amount, 0) for on, amount in received)), day
    )


def realised(found: Account) -> list[tuple[date | None, int | None]]:
    return [(one.paid_on, one.days_late) for one in found.realised]


ON_TIME = ((FEBRUARY, 105_000), (MARCH, 105_000), (APRIL, 105_000))


@pytest.mark.parametrize(
    ("received", "days"),
    [
        ((), [(None, None)] * 3),
        (ON_TIME, [(FEBRUARY, 0), (MARCH, 0), (APRIL, 0)]),
        # late: the second only on 15 April, together with half of the third
        (
            ((FEBRUARY, 105_000), (date(2026, 4, 15), 150_000)),
            [(FEBRUARY, 0), (date(2026, 4, 15), 15), (None, None)],
        ),
        # a part of the first is no payment of it until the rest comes
        (
            ((FEBRUARY, 50_000), (date(2026, 3, 3), 55_000)),
            [(date(2026, 3, 3), 3), (None, None), (None, None)],
        ),
        # everything at once before the first due day
        (((date(2026, 2, 10), 315_000),), [(date(2026, 2, 10), 0)] * 3),
        # booked in the order of no days: the account reads the days
        (
            ((date(2026, 4, 15), 105_000), (FEBRUARY, 105_000)),
            [(FEBRUARY, 0), (date(2026, 4, 15), 15), (None, None)],
        ),
        # taken back and paid again: paid since the last time
        (
            ((FEBRUARY, 105_000), (date(2026, 3, 5), -105_000), (date(2026, 3, 9), 105_000)),
            [(date(2026, 3, 9), 9), (None, None), (None, None)],
        ),
    ],
)
def test_each_instalment_tells_since_when_it_is_paid_and_how_late(
    received: tuple[tuple[date, int], ...], days: list[tuple[date | None, int | None]]
) -> None:
    assert realised(account(date(2026, 12, 31), *received)) == days


@pytest.mark.parametrize(
    ("day", "received", "behind", "today", "to_pay"),
    [
        (date(2026, 2, 27), 0, 0, 0, 105_000),  # nothing due yet: the next instalment
        (FEBRUARY, 0, 0, 105_000, 105_000),
        (date(2026, 3, 1), 0, 105_000, 0, 105_000),
        (MARCH, 0, 105_000, 105_000, 210_000),
        (MARCH, 5_000, 100_000, 105_000, 205_000),
        (MARCH, 210_000, 0, 0, 105_000),
        (MARCH, 300_000, 0, 0, 15_000),
        (date(2026, 7, 1), 0, 315_000, 0, 315_000),
        (date(2026, 7, 1), 315_000, 0, 0, 0),
    ],
)
def test_the_amount_to_pay_is_what_is_behind_and_due_else_the_next_instalment(
    day: date, received: int, behind: int, today: int, to_pay: int
) -> None:
    found = account(day, *([(FEBRUARY, received)] if received else [])).due_now
    assert (found.behind, found.today, found.to_pay) == (behind, today, to_pay)


@pytest.mark.parametrize(
    ("day", "received", "state"),
    [
        (FEBRUARY, 0, LoanState.RUNNING),
        (date(2026, 3, 1), 0, LoanState.BEHIND),
        (date(2026, 3, 1), 105_000, LoanState.RUNNING),
        (date(2026, 3, 1), 315_000, LoanState.SETTLED),
    ],
)
def test_a_loan_runs_is_behind_or_is_settled(day: date, received: int, state: LoanState) -> None:
    assert account(day, (FEBRUARY, received)).state is state


def test_money_that_lies_on_instalments_not_yet_due_is_ahead() -> None:
    assert account(date(2026, 3, 1), (FEBRUARY, 150_000)).advance == 45_000
    assert account(MARCH, (FEBRUARY, 150_000)).advance == 0
