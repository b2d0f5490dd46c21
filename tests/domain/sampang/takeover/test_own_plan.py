"""The plan of an older loan by its own terms, and what is left once its pokok and jasa are laid apart."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some

from domain.sampang.fund.repayment import laid_on
from domain.sampang.kinds import InterestMethod
from domain.sampang.takeover.agreed_words import agreed_lines
from domain.sampang.takeover.old_loans import AgreedTerms, OwnRow, PaidBefore
from domain.sampang.takeover.own_plan import interest_due_in, laid_as_agreed, left_of, own_plan

# Rp1.200.000 for 12 months at 12 % a year, flat: Rp100.000 and Rp12.000 a month.
FLAT = AgreedTerms(
    disbursed_on=date(2025, 1, 31), principal=1_200_000, tenor=12, rate=1_200, method=InterestMethod.FLAT
)


def days(terms, *numbers):
    rows = own_plan(terms)
    return [rows[number - 1].due_on for number in numbers]


def test_a_flat_plan_has_equal_parts():
    rows = own_plan(FLAT)
    assert {(row.principal, row.interest) for row in rows} == {(100_000, 12_000)}
    assert (len(rows), rows[-1].balance) == (12, 0)


def test_a_declining_plan_pays_interest_on_what_is_left():
    """One percent a month of 1.200.000, 1.100.000, 1.000.000 and so on."""
    rows = own_plan(replace(FLAT, method=InterestMethod.DECLINING))
    assert [row.interest for row in rows[:3]] == [12_000, 11_000, 10_000]


def test_a_rate_with_a_fraction_and_a_grace_are_the_agreement_s_own():
    """6,5 % a year of 1.200.000 is 6.500 a month; the principal comes in the last ten months."""
    rows = own_plan(replace(FLAT, rate=650, grace=2))
    assert [(row.principal, row.interest, row.in_grace) for row in rows[1:3]] == [
        (0, 6_500, True),
        (120_000, 6_500, False),
    ]


def test_due_days_are_clipped_to_short_months_and_come_back():
    assert days(FLAT, 1, 2, 3) == [date(2025, 2, 28), date(2025, 3, 31), date(2025, 4, 30)]


def test_a_first_due_day_of_its_own_sets_the_day_of_all():
    terms = replace(FLAT, disbursed_on=date(2025, 1, 10), first_due_on=date(2025, 3, 31))
    assert days(terms, 1, 2, 12) == [date(2025, 3, 31), date(2025, 4, 30), date(2026, 2, 28)]


def test_a_day_of_the_month_of_its_own_begins_in_the_month_after():
    terms = replace(FLAT, disbursed_on=date(2025, 1, 10), due_day=29)
    assert days(terms, 1, 2) == [date(2025, 2, 28), date(2025, 3, 29)]


def test_months_that_the_agreement_leaves_out_have_a_row_of_nothing():
    harvests = (date(2025, 4, 30), date(2025, 7, 31))
    rows = tuple(OwnRow(due_on=day, principal=600_000, interest=30_000) for day in harvests)
    plan = own_plan(replace(FLAT, tenor=6, rate=None, method=None, rows=rows))
    assert [row.total for row in plan] == [0, 0, 630_000, 0, 0, 630_000]


@pytest.mark.parametrize(
    "rows",
    [
        (OwnRow(due_on=date(2025, 2, 27), principal=1_200_000, interest=0),),
        (OwnRow(due_on=date(2025, 2, 28), principal=1_199_999, interest=0),),
        (OwnRow(due_on=date(2025, 2, 28), principal=600_000, interest=0),) * 2,
    ],
    ids=["another day", "another sum", "twice a day"],
)
def test_rows_that_are_no_plan_of_the_loan_are_a_fault(rows):
    with pytest.raises(ValueError, match="rows"):
        own_plan(replace(FLAT, rows=rows))


def test_what_was_paid_is_laid_apart_on_the_oldest_rows():
    """Rp250.000 of principal are two rows and a half; Rp12.000 of interest are one row."""
    left = left_of(own_plan(FLAT), PaidBefore(principal=250_000, interest=12_000))
    assert [(row.principal, row.interest) for row in left[:4]] == [
        (0, 0),
        (0, 12_000),
        (50_000, 12_000),
        (100_000, 12_000),
    ]
    assert left[0].balance == 950_000


def test_interest_is_due_up_to_the_end_of_the_cut_off_day():
    left = left_of(own_plan(FLAT), PaidBefore(principal=0, interest=12_000))
    assert interest_due_in(left, date(2025, 4, 29)) == 12_000
    assert interest_due_in(left, date(2025, 4, 30)) == 24_000


def test_more_than_the_loan_costs_was_never_paid():
    with pytest.raises(ValueError, match="more was paid"):
        left_of(own_plan(FLAT), PaidBefore(principal=0, interest=144_001))


def test_the_terms_are_told_as_the_agreement_has_them():
    told = dict(
        agreed_lines(replace(FLAT, rate=650), PaidBefore(principal=200_000, interest=0), date(2025, 6, 30))
    )
    assert told["Jasa"] == "6,5 % setahun, tetap (flat) (perjanjian sendiri)"
    assert told["Diambil alih"] == "per 30 Juni 2025, sisa pokok Rp1.000.000"


METHODS = some.sampled_from(InterestMethod)


@some.composite
def old_terms(draw):
    tenor = draw(some.integers(1, 60))
    return AgreedTerms(
        disbursed_on=draw(some.dates(date(2001, 1, 1), date(2025, 12, 31))),
        principal=draw(some.integers(1_000, 500_000_000)),
        tenor=tenor,
        grace=draw(some.integers(0, tenor - 1)),
        rate=draw(some.integers(0, 3_600)),
        method=draw(METHODS),
    )


@given(old_terms(), some.data())
def test_what_is_left_and_what_was_paid_are_the_whole_loan(terms, data):
    plan = own_plan(terms)
    paid = PaidBefore(
        principal=data.draw(some.integers(0, terms.principal)),
        interest=data.draw(some.integers(0, sum(row.interest for row in plan))),
    )
    left = left_of(plan, paid)
    assert sum(row.principal for row in left) == terms.principal - paid.principal
    assert sum(row.interest for row in left) == sum(row.interest for row in plan) - paid.interest
    assert min(min(row.principal, row.interest, row.balance) for row in left) >= 0
    assert left[-1].balance == 0


@given(old_terms(), some.data())
def test_what_is_laid_later_stands_on_the_agreed_rows_too(terms, data):
    plan = own_plan(terms)
    left = left_of(plan, PaidBefore(principal=data.draw(some.integers(0, terms.principal)), interest=0))
    laid = laid_on(left, data.draw(some.integers(0, sum(row.total for row in left))))
    agreed = laid_as_agreed(plan, laid)
    assert [one.left for one in agreed] == [one.left for one in laid]
