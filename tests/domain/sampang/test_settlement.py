"""Settling early, fees, split of interest, and the calculator asked the other way round."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.problems import Problem
from domain.regulation.law_in_force import Practice
from domain.regulation.parameters import DatedValue
from domain.regulation.sources import OfficeDecision
from domain.sampang_loans.costs import effective_yearly_rate, share_of_income, split_interest, upfront_costs
from domain.sampang_loans.kinds import BorrowerKind, InterestMethod
from domain.sampang_loans.loan import Schedule, schedule_of
from domain.sampang_loans.quote import Quote, Wish, quote
from domain.sampang_loans.reverse import collateral_needed, largest_loan, tenors_within
from domain.sampang_loans.settlement import Settlement, settlement_on
from tests.domain.sampang.builders import law
from tests.domain.sampang.test_schedule import loan

START = date(2026, 3, 2)
YEAR, TWO_YEARS, END = date(2027, 3, 2), date(2028, 3, 2), date(2029, 3, 2)


def three_years() -> Schedule:
    return schedule_of(loan(100_000_000, 36, 4))


def settled(day: date, schedule: Schedule | None = None) -> Settlement:
    found = settlement_on(schedule or three_years(), day)
    assert isinstance(found, Settlement)
    return found


@pytest.mark.parametrize(
    ("day", "months"),
    [
        (START, 3),
        (YEAR - timedelta(1), 3),
        (YEAR, 2),
        (YEAR + timedelta(1), 2),
        (TWO_YEARS, 2),
        (TWO_YEARS + timedelta(1), 1),
        (END - timedelta(1), 1),
        (END, 0),
    ],
)
def test_the_surcharge_follows_the_anniversaries_of_the_disbursement(day: date, months: int) -> None:
    assert settled(day).surcharge_months == months


@pytest.mark.parametrize(("day", "other"), [(YEAR, 3), (TWO_YEARS, 1), (YEAR + timedelta(1), None)])
def test_exactly_on_an_anniversary_the_neighbouring_bracket_is_shown_too(
    day: date, other: int | None
) -> None:
    assert settled(day).alternative_months == other


def test_the_other_bracket_on_the_first_anniversary_costs_one_month_of_interest_more() -> None:
    found = settled(YEAR)
    assert found.alternative_total == found.total + 500_000


def test_settling_between_due_days_adds_nothing_for_the_running_month() -> None:
    # 20 July 2026: rows 1-4 (grace) are paid, 100 million is owed, the next interest is 500,000.
    found = settled(date(2026, 7, 20))
    assert (found.principal, found.interest_due, found.surcharge) == (100_000_000, 0, 1_500_000)
    assert found.total == 101_500_000


def test_settling_on_a_due_day_pays_that_months_interest_and_its_principal() -> None:
    # 2 August 2026 is the fifth due day: nothing of its 3,125,000 has been paid yet.
    found = settled(date(2026, 8, 2))
    assert (found.principal, found.interest_due, found.surcharge) == (100_000_000, 500_000, 1_500_000)


def test_an_unpaid_instalment_is_settled_with_its_interest() -> None:
    found = settlement_on(three_years(), date(2026, 7, 20), paid_rows=2)
    assert isinstance(found, Settlement)
    assert (found.principal, found.interest_due) == (100_000_000, 1_000_000)


def test_settling_in_the_last_months_of_a_year_loan_costs_more_than_going_on() -> None:
    # 5,000,000 over 12 with 2, flat: before month 12 there are 500,000 and 25,000 left to pay.
    found = settled(date(2027, 2, 20), schedule_of(loan(5_000_000, 12, 2)))
    assert (found.total, found.going_on, found.loss) == (575_000, 525_000, 50_000)
    assert found.costs_more_than_going_on


def test_settling_early_in_a_long_loan_saves_money() -> None:
    assert not settled(date(2026, 7, 20)).costs_more_than_going_on


@pytest.mark.parametrize("day", [START - timedelta(1), END + timedelta(1)])
def test_a_day_outside_the_loan_is_answered_with_the_days_that_are_possible(day: date) -> None:
    answer = settlement_on(three_years(), day)
    assert isinstance(answer, Problem)
    assert "2 Maret 2026" in answer.sentence
    assert "2 Maret 2029" in answer.sentence
    assert "VIII.5.e" in answer.sentence


@pytest.mark.parametrize(
    ("received", "revenue", "agency", "bank"),
    [
        (500_000, 250_000, 166_667, 83_333),
        (6, 3, 2, 1),
        (1, 1, 0, 0),
        (2, 1, 1, 0),
        (3, 2, 1, 0),
        (4, 2, 1, 1),
        (5, 2, 2, 1),
    ],
)
def test_every_rupiah_of_interest_is_split_by_largest_remainder(
    received: int, revenue: int, agency: int, bank: int
) -> None:
    # 3/6, 2/6 and 1/6; of 3 rupiah 1.5, 1, 0.5: the tie of the halves goes to PAD.
    found = split_interest(received, law())
    assert (found.revenue, found.agency, found.bank) == (revenue, agency, bank)


@given(st.integers(0, 10**12))
def test_the_split_always_sums_to_what_was_received(received: int) -> None:
    found = split_interest(received, law())
    assert found.revenue + found.agency + found.bank == received


def test_fees_that_the_office_has_not_set_stay_open() -> None:
    assert [cost.amount for cost in upfront_costs(10_000_000, 1, law())] == [None, None, None]


def test_fees_follow_the_rates_that_the_office_has_set() -> None:
    told = OfficeDecision("SK contoh", "Wati")
    practice = Practice(
        settings=(
            ("insurance_rate", DatedValue(date(2026, 1, 1), 7, told)),
            ("land_check_fee", DatedValue(date(2026, 1, 1), 50_000, told)),
        )
    )
    costs = upfront_costs(12_345_678, 2, law(practice=practice))
    # 7 per mille of 12,345,678 is 86,419.746; two certificates at 50,000.
    assert [cost.amount for cost in costs] == [86_420, None, 100_000]


def test_the_effective_rate_of_a_declining_loan_is_the_monthly_rate_compounded() -> None:
    # 0.5 % a month: 1.005^12 - 1 = 6.1678 %.
    rate = effective_yearly_rate(schedule_of(loan(100_000_000, 36, 4, InterestMethod.DECLINING)))
    assert rate == pytest.approx(0.0616778, abs=1e-6)


def test_a_flat_loan_is_dearer_than_its_yearly_rate_says() -> None:
    assert effective_yearly_rate(three_years()) > 0.10


def test_fees_at_disbursement_raise_the_effective_rate() -> None:
    assert effective_yearly_rate(three_years(), 1_000_000) > effective_yearly_rate(three_years())


def test_an_instalment_is_measured_against_the_net_income() -> None:
    assert share_of_income(500_000, 2_000_000) * 4 == 1
    with pytest.raises(ValueError, match="income"):
        share_of_income(500_000, 0)


@pytest.mark.parametrize("method", list(InterestMethod))
@pytest.mark.parametrize("instalment", [100_000, 999_999, 3_625_000])
def test_the_largest_loan_is_affordable_and_one_rupiah_more_is_not(
    instalment: int, method: InterestMethod
) -> None:
    like = loan(1_000_000, 36, 4, method)
    largest = largest_loan(instalment, like)
    assert largest is not None
    assert schedule_of(replace(like, principal=largest)).highest_instalment <= instalment
    assert schedule_of(replace(like, principal=largest + 1)).highest_instalment > instalment


def test_an_instalment_too_small_for_any_loan_gives_none() -> None:
    assert largest_loan(1, loan(1_000_000, 36, 4)) is None


@pytest.mark.parametrize(("principal", "needed"), [(45_000_000, 58_500_000), (1, 2), (10, 13), (101, 132)])
def test_the_collateral_needed_is_130_percent_rounded_up(principal: int, needed: int) -> None:
    assert collateral_needed(principal, law()) == needed


def test_the_tenors_within_an_instalment_are_those_light_enough() -> None:
    # 100 million flat: 36 months cost 3,625,000, 24 months 5,500,000, 12 months 10,500,000.
    found = tenors_within(5_500_000, loan(100_000_000, 36, 4), law())
    assert [one.terms.tenor for one in found] == [24, 36]


@pytest.mark.parametrize(
    ("borrower", "land", "vehicles", "most", "binding"),
    [
        (BorrowerKind.SMALL_OR_MEDIUM, 150_000_000, 0, 100_000_000, "plafon"),
        (BorrowerKind.SMALL_OR_MEDIUM, 52_000_000, 0, 40_000_000, "nilai agunan / 130 %"),
        (BorrowerKind.SMALL_OR_MEDIUM, 0, 65_000_000, 30_000_000, "plafon"),
        (BorrowerKind.MICRO, 52_000_000, 0, 5_000_000, "plafon"),
        (BorrowerKind.PRIMARY_COOP, 1_000_000_000, 0, 150_000_000, "plafon"),
        (BorrowerKind.SECONDARY_COOP, 1_000_000_000, 0, 250_000_000, "plafon"),
        (BorrowerKind.CLUSTER, 13_000_000, 13_000_000, 20_000_000, "nilai agunan / 130 %"),
    ],
)
def test_the_limit_that_would_bind_is_named(
    borrower: BorrowerKind, land: int, vehicles: int, most: int, binding: str
) -> None:
    found = quote(Wish(20_000_000, 24, borrower, START, None, land, vehicles), law())
    assert isinstance(found, Quote)
    assert (found.most.amount, found.most.binding.limit.title) == (most, binding)
