"""How money is laid on instalments: the oldest first, interest before principal."""

from datetime import date
from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import add_months
from domain.sampang.fund.repayment import behind_on, laid_on, owed_on
from domain.sampang.loan import Row

START = date(2026, 3, 2)


def rows(*parts: tuple[int, int]) -> tuple[Row, ...]:
    """Instalments of (principal, interest), one a month from 2 April 2026."""
    left = sum(principal for principal, _ in parts)
    balances = [left - paid for paid in accumulate(principal for principal, _ in parts)]
    return tuple(
        Row(number, add_months(START, number), principal, interest, balance, principal == 0)
        for number, ((principal, interest), balance) in enumerate(zip(parts, balances, strict=True), 1)
    )


# One month of grace, then two instalments: 21,500 in all.
LOAN = rows((0, 500), (10_000, 500), (10_000, 500))
loans = st.lists(st.tuples(st.integers(0, 50), st.integers(0, 9)), min_size=1, max_size=6).map(
    lambda parts: rows(*parts)
)


@pytest.mark.parametrize(
    ("paid", "expected"),
    [
        # (interest, principal) of each instalment
        (0, [(0, 0), (0, 0), (0, 0)]),
        (499, [(499, 0), (0, 0), (0, 0)]),
        (500, [(500, 0), (0, 0), (0, 0)]),
        (501, [(500, 0), (1, 0), (0, 0)]),
        (1_000, [(500, 0), (500, 0), (0, 0)]),
        (1_001, [(500, 0), (500, 1), (0, 0)]),
        (11_000, [(500, 0), (500, 10_000), (0, 0)]),
        (11_200, [(500, 0), (500, 10_000), (200, 0)]),
        (21_499, [(500, 0), (500, 10_000), (500, 9_999)]),
        (21_500, [(500, 0), (500, 10_000), (500, 10_000)]),
    ],
)
def test_money_fills_the_oldest_instalment_first_and_its_interest_before_its_principal(
    paid: int, expected: list[tuple[int, int]]
) -> None:
    found = laid_on(LOAN, paid)
    assert [(one.interest, one.principal) for one in found] == expected
    assert sum(one.left for one in found) == 21_500 - paid
    assert [one.is_paid for one in found] == [one.left == 0 for one in found]


def test_more_than_the_loan_costs_cannot_be_laid() -> None:
    with pytest.raises(ValueError, match="more was paid"):
        laid_on(LOAN, 21_501)


@given(loans, st.data())
def test_laying_agrees_with_filling_one_vessel_after_the_other(
    loan: tuple[Row, ...], data: st.DataObject
) -> None:
    # Each instalment is an interest vessel and a principal vessel; each begins where those before it end.
    sizes = [size for row in loan for size in (row.interest, row.principal)]
    paid = data.draw(st.integers(0, sum(sizes)))
    starts = [0, *accumulate(sizes)][:-1]
    filled = [max(0, min(size, paid - start)) for start, size in zip(starts, sizes, strict=True)]
    found = [part for one in laid_on(loan, paid) for part in (one.interest, one.principal)]
    assert found == filled


# The month that runs on a day ends with the next due day; its interest counts whole (III.8).
@pytest.mark.parametrize(
    ("paid", "day", "principal", "due", "running"),
    [
        (0, START, 20_000, 0, 500),
        (0, date(2026, 4, 1), 20_000, 0, 500),
        (0, date(2026, 4, 2), 20_000, 500, 500),
        (0, date(2026, 4, 3), 20_000, 500, 500),
        (0, date(2026, 5, 2), 20_000, 1_000, 500),
        (0, date(2026, 6, 1), 20_000, 1_000, 500),
        (0, date(2026, 6, 2), 20_000, 1_500, 0),
        (0, date(2027, 1, 1), 20_000, 1_500, 0),
        (500, date(2026, 4, 2), 20_000, 0, 500),
        (300, date(2026, 4, 3), 20_000, 200, 500),
        (700, date(2026, 4, 3), 20_000, 0, 300),
        (11_000, date(2026, 4, 3), 10_000, 0, 0),
        (11_000, date(2026, 5, 2), 10_000, 0, 500),
        (21_499, date(2026, 6, 2), 1, 0, 0),
        (21_500, date(2026, 4, 3), 0, 0, 0),
    ],
)
def test_a_borrower_owes_all_principal_left_the_interest_due_and_that_of_the_running_month(
    paid: int, day: date, principal: int, due: int, running: int
) -> None:
    found = owed_on(LOAN, paid, day)
    assert (found.principal, found.interest_due, found.running) == (principal, due, running)
    assert found.total == principal + due + running


@pytest.mark.parametrize(
    ("paid", "day", "numbers"),
    [
        (0, date(2026, 4, 2), []),
        (0, date(2026, 4, 3), [1]),
        (499, date(2026, 4, 3), [1]),
        (500, date(2026, 5, 2), []),
        (10_999, date(2026, 5, 3), [2]),
        (0, date(2026, 7, 1), [1, 2, 3]),
        (21_500, date(2026, 7, 1), []),
    ],
)
def test_an_instalment_is_behind_from_the_day_after_its_due_day_until_it_is_wholly_paid(
    paid: int, day: date, numbers: list[int]
) -> None:
    assert [one.row.number for one in behind_on(laid_on(LOAN, paid), day)] == numbers
