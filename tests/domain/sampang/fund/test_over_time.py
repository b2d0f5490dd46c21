"""When money can be lent again: months by hand, and what holds for every fund."""

from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.dates import add_months
from domain.sampang.fund.over_time import (
    FundOverTime,
    Observed,
    Reach,
    expected_of,
    observed_days,
)
from domain.sampang.fund.over_time_words import answer, percent, rate_told

TODAY = date(2026, 11, 30)
NOVEMBER, DECEMBER, JANUARY, FEBRUARY = (add_months(date(2026, 11, 1), n) for n in range(4))
YEAR = (date(2025, 11, 1), date(2026, 10, 31))
MILLION = 1_000_000


def fund(received=80, due=100, **more):
    """Rp100 million in cash, 30 of it promised; 40, 60 and 50 million fall due in the next months."""
    known = {
        "day": TODAY,
        "cash": 100 * MILLION,
        "committed": 30 * MILLION,
        "overdue": 25 * MILLION,
        "coming": {DECEMBER: 40 * MILLION, JANUARY: 60 * MILLION, FEBRUARY: 50 * MILLION},
        "observed": Observed(*YEAR, due * MILLION, received * MILLION),
        "bank_data_until": date(2026, 10, 31),
    }
    return FundOverTime(**(known | more))


def test_what_is_promised_is_not_free():
    assert fund().free == 70 * MILLION


def test_the_months_add_up_what_falls_due_and_what_of_it_is_expected():
    months = {one.month: one for one in fund().months()}
    assert list(months) == [NOVEMBER, DECEMBER, JANUARY, FEBRUARY]
    assert [one.free // MILLION for one in months.values()] == [70, 110, 170, 220]
    # Four fifths of 40, 60 and 50 million.
    assert [one.expected // MILLION for one in months.values()] == [0, 32, 48, 40]
    assert [one.free_expected // MILLION for one in months.values()] == [70, 102, 150, 190]


@pytest.mark.parametrize(
    ("amount", "by_plan", "by_rate"),
    [
        (70, Reach(is_now=True), Reach(is_now=True)),
        (71, Reach(DECEMBER), Reach(DECEMBER)),
        (103, Reach(DECEMBER), Reach(JANUARY)),
        (200, Reach(FEBRUARY), Reach()),
        (220, Reach(FEBRUARY), Reach()),
        (221, Reach(), Reach()),
    ],
)
def test_an_amount_is_free_in_the_first_month_that_has_it(amount, by_plan, by_rate):
    found = fund()
    assert (found.by_plan(amount * MILLION), found.by_rate(amount * MILLION)) == (by_plan, by_rate)


def test_without_bank_data_the_plan_answers_and_the_rate_is_not_known():
    found = fund(observed=None, bank_data_until=None)
    assert found.by_plan(200 * MILLION) == Reach(FEBRUARY)
    assert found.by_rate(200 * MILLION) == Reach(is_known=False)
    assert {one.expected for one in found.months()} == {None}
    assert "belum dapat diketahui" in rate_told(found)


def test_nothing_that_fell_due_gives_no_rate_and_not_a_rate_of_zero():
    found = fund(due=0, received=0)
    assert found.rate is None
    assert found.by_rate(200 * MILLION) == Reach(is_known=False)


def test_what_is_free_now_needs_no_rate():
    assert fund(observed=None).by_rate(70 * MILLION) == Reach(is_now=True)


def test_a_fund_without_running_loans_reaches_no_more_than_it_has():
    found = fund(coming={})
    assert (found.months(), found.by_plan(71 * MILLION)) == ((), Reach())
    assert "tidak ada pokok yang masih akan jatuh tempo" in answer(found, 71 * MILLION).by_plan


def test_the_least_rate_is_what_is_missing_of_what_falls_due():
    # 200 - 70 of 150 million.
    assert fund().needed_rate(200 * MILLION) == Fraction(13, 15)
    assert fund().needed_rate(221 * MILLION) is None
    assert fund().needed_rate(70 * MILLION) is None


def test_overdue_money_that_comes_in_brings_the_month_nearer():
    paid = fund().with_overdue()
    assert (paid.free, paid.overdue) == (95 * MILLION, 0)
    assert paid.by_rate(200 * MILLION) == Reach(FEBRUARY)


def test_both_answers_are_told_with_what_would_change_them():
    told = answer(fund(), 200 * MILLION)
    assert told.by_plan == "akhir Februari 2027 (3 bulan lagi)"
    assert told.by_rate == "tidak tercapai dalam 4 bulan, sampai angsuran terakhir Februari 2027"
    changes = " ".join(told.changed_by)
    assert "Rp25.000.000" in changes
    assert "86,7 %" in changes  # 13 of 15, rounded up
    assert "Rp30.000.000" in changes


def test_the_rate_is_told_with_its_source():
    told = rate_told(fund())
    for part in ("80,0 %", "Rp100.000.000", "Rp80.000.000", "November 2025-Oktober 2026", "31 Oktober 2026"):
        assert part in told
    assert percent(Fraction(2, 3)) == "66,6 %"


@pytest.mark.parametrize(
    ("until", "last"),
    [
        (date(2026, 10, 31), date(2026, 10, 31)),
        (date(2026, 10, 30), date(2026, 9, 30)),
        (date(2026, 11, 29), date(2026, 10, 31)),
        # The month of today is not over, whatever the bank has told of it.
        (date(2026, 11, 30), date(2026, 10, 31)),
        (date(2026, 12, 31), date(2026, 10, 31)),
    ],
)
def test_a_month_is_observed_once_it_is_over_and_the_bank_has_told_of_all_of_it(until, last):
    first_day, last_day = observed_days(until, TODAY)
    assert last_day == last
    assert (last_day.year - first_day.year) * 12 + last_day.month - first_day.month == 11
    assert first_day.day == 1


def test_no_month_is_observed_before_the_bank_has_told_of_one():
    assert observed_days(None, TODAY) is None


@pytest.mark.parametrize(
    ("taken_over_on", "days"),
    [
        (date(2020, 1, 31), (date(2025, 11, 1), date(2026, 10, 31))),
        (date(2025, 10, 31), (date(2025, 11, 1), date(2026, 10, 31))),
        (date(2026, 7, 31), (date(2026, 8, 1), date(2026, 10, 31))),
        # Of the month of the cut-off day itself only a part is known.
        (date(2026, 8, 14), (date(2026, 9, 1), date(2026, 10, 31))),
        (date(2026, 10, 5), None),
    ],
)
def test_months_before_older_loans_were_taken_over_are_not_observed(taken_over_on, days):
    assert observed_days(date(2026, 10, 31), TODAY, taken_over_on) == days


def test_a_shorter_span_says_how_many_months_it_is():
    assert Observed(date(2026, 8, 1), date(2026, 10, 31), 10, 9).months == 3
    assert Observed(date(2025, 11, 1), date(2026, 10, 31), 10, 9).months == 12


AMOUNTS = st.lists(st.integers(0, 10**10), max_size=40)
RATES = st.fractions(0, 1, max_denominator=10**6)


@st.composite
def funds(draw):
    due = draw(AMOUNTS)
    lent = sum(due) + draw(st.integers(0, 10**10))
    whole = draw(st.integers(1, 10**12))
    return fund(
        cash=draw(st.integers(0, 10**11)),
        committed=draw(st.integers(0, 10**10)),
        overdue=lent - sum(due),
        coming={add_months(NOVEMBER, n): amount for n, amount in enumerate(due) if amount},
        observed=Observed(*YEAR, whole, draw(st.integers(0, whole))),
    ), lent


@given(funds())
def test_the_months_bring_all_that_is_lent_but_what_is_overdue(made):
    found, lent = made
    assert sum(one.due for one in found.months()) == lent - found.overdue
    if months := found.months():
        assert months[-1].free == found.free + lent - found.overdue


@given(AMOUNTS, RATES, RATES)
def test_a_higher_rate_never_expects_less_by_any_month(due, one, other):
    low, high = sorted((one, other))
    lower, higher = expected_of(due, low), expected_of(due, high)
    for month in range(len(due) + 1):
        assert sum(lower[:month]) <= sum(higher[:month]) <= sum(due[:month])


@given(AMOUNTS, RATES)
def test_what_is_expected_is_within_a_rupiah_of_its_rate_and_never_below_zero(due, rate):
    expected = expected_of(due, rate)
    assert all(0 <= part for part in expected)
    assert 0 <= rate * sum(due) - sum(expected) < 1


@given(AMOUNTS)
def test_all_of_it_is_expected_at_the_whole_rate(due):
    assert expected_of(due, Fraction(1)) == due


@given(funds(), st.integers(1, 10**12))
def test_the_observed_rate_never_promises_more_than_the_plan(made, amount):
    found, _ = made
    plan, rate = found.by_plan(amount), found.by_rate(amount)
    assert plan.is_now == rate.is_now
    if rate.month is not None:
        assert plan.month is not None
        assert plan.month <= rate.month


@given(funds(), st.integers(1, 10**12))
def test_the_least_rate_reaches_the_amount_and_a_lower_one_does_not(made, amount):
    found, _ = made
    needed = found.needed_rate(amount)
    if needed is None:
        return
    due = [one.due for one in found.months()]
    assert found.free + sum(expected_of(due, needed)) >= amount
    assert found.free + sum(expected_of(due, needed * Fraction(999, 1000))) < amount
