"""Settling early, fees, split of interest, and the calculator asked the other way round."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.problems import Problem
from domain.regulation.law_in_force import NO_PRACTICE, Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import Citation, OfficeDecision
from domain.sampang.costs import effective_yearly_rate, share_of_income, split_interest, upfront_costs
from domain.sampang.kinds import BorrowerKind, InterestMethod
from domain.sampang.loan import Schedule, schedule_of
from domain.sampang.parameters import PARAMETERS
from domain.sampang.quote import Quote, Wish, quote, wish_of
from domain.sampang.reverse import collateral_needed, largest_loan, tenors_within
from domain.sampang.settlement import EarlySettlement, settlement_on
from tests.domain.sampang.builders import (
    barang,
    but,
    koperasi,
    law,
    lkm,
    mobil,
    sentra,
    tanah,
    usaha,
)
from tests.domain.sampang.builders import (
    settled as settling,
)
from tests.domain.sampang.test_schedule import loan

START = date(2026, 3, 2)
YEAR, TWO_YEARS, END = date(2027, 3, 2), date(2028, 3, 2), date(2029, 3, 2)


def three_years() -> Schedule:
    return schedule_of(loan(100_000_000, 36, 4))


def settled(day: date, schedule: Schedule | None = None) -> EarlySettlement:
    found = settlement_on(schedule or three_years(), day, law())
    assert isinstance(found, EarlySettlement)
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
    found = settlement_on(three_years(), date(2026, 7, 20), law(), paid_rows=2)
    assert isinstance(found, EarlySettlement)
    assert (found.principal, found.interest_due) == (100_000_000, 1_000_000)


def test_settling_in_the_last_months_of_a_year_loan_costs_more_than_going_on() -> None:
    # 5,000,000 over 12 with 2, flat: before month 12 there are 500,000 and 25,000 left to pay.
    found = settled(date(2027, 2, 20), schedule_of(loan(5_000_000, 12, 2)))
    assert (found.total, found.going_on, found.loss) == (575_000, 525_000, 50_000)
    assert found.costs_more_than_going_on


def test_settling_early_in_a_long_loan_saves_money() -> None:
    assert not settled(date(2026, 7, 20)).costs_more_than_going_on


def test_a_day_before_the_disbursement_is_answered_with_the_first_possible_day() -> None:
    answer = settlement_on(three_years(), START - timedelta(1), law())
    assert isinstance(answer, Problem)
    assert "2 Maret 2026" in answer.sentence
    assert "VIII.5.e" in answer.sentence


@pytest.mark.parametrize("day", [END, END + timedelta(1), date(2031, 1, 1)])
def test_an_overdue_loan_is_settled_without_a_surcharge(day: date) -> None:
    # Two instalments unpaid: 2 x 3,125,000 and 2 x 500,000.
    found = settlement_on(three_years(), day, law(), paid_rows=34)
    assert isinstance(found, EarlySettlement)
    assert (found.principal, found.interest_due, found.surcharge) == (6_250_000, 1_000_000, 0)
    assert (found.total, found.loss, found.alternative_total) == (7_250_000, 0, None)


def test_after_the_last_due_day_nothing_is_left_of_a_loan_paid_on_time() -> None:
    assert settled(END + timedelta(1)).total == 0


@pytest.mark.parametrize("paid_rows", [-1, 37])
def test_more_rows_than_the_loan_has_cannot_be_paid(paid_rows: int) -> None:
    with pytest.raises(ValueError, match="rows"):
        settlement_on(three_years(), YEAR, law(), paid_rows=paid_rows)


def test_the_brackets_are_numbers_of_the_law_with_their_place() -> None:
    named = {key: entry for key, entry in PARAMETERS.items() if key.startswith("surcharge_")}
    assert {key: entry.on(date(2015, 5, 4)) for key, entry in named.items()} == {
        "surcharge_first_age": 12,
        "surcharge_second_age": 24,
        "surcharge_before": 3,
        "surcharge_between": 2,
        "surcharge_after": 1,
    }
    sources = [entry.history[0].source for entry in named.values()]
    assert all(isinstance(source, Citation) and source.short == "VIII.5.e" for source in sources)


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


@pytest.mark.parametrize(
    ("rate", "principal", "fee"),
    [
        ("2.5", 10_000_000, 25_000),
        ("2.5", 12_345_678, 30_864),  # 30,864.195
        ("0.75", 1_000_000, 750),
        ("0.01", 50_000, 1),  # exactly one half is rounded up
        ("7.25", 999_999_999_999, 7_250_000_000),  # 7,249,999,999.99275
    ],
)
def test_a_rate_with_decimals_gives_whole_rupiah(rate: str, principal: int, fee: int) -> None:
    told = OfficeDecision("SK contoh", "Wati")
    practice = Practice(settings=(("insurance_rate", DatedValue(date(2026, 1, 1), rate, told)),))
    assert upfront_costs(principal, 0, law(practice=practice))[0].amount == fee


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


@pytest.mark.parametrize(
    ("principal", "method", "highest"),
    [
        # Ten parts after two months of grace, 0.5 % a month: the first month after the grace is the dearest.
        (10_000_000, InterestMethod.DECLINING, 1_050_000),
        # Ten parts of 1,000,000 with 50,000 each; the last month takes the 9 rupiah left over, and is apart.
        (10_000_009, InterestMethod.FLAT, 1_050_000),
    ],
)
def test_the_highest_instalment_is_that_of_the_dearest_month_the_last_apart(
    principal: int, method: InterestMethod, highest: int
) -> None:
    assert schedule_of(loan(principal, 12, 2, method)).highest_instalment == highest


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
    assert collateral_needed(principal, 24, law()) == needed


def test_the_collateral_needed_follows_the_reading_that_the_office_settled() -> None:
    # 20.000.000 for 24 months bear 12 % = 2.400.000: 130 % of 22.400.000 is 29.120.000.
    assert collateral_needed(20_000_000, 24, law(practice=settling("S-10", "B"))) == 29_120_000


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


def quoted(wish: Wish, practice: Practice = NO_PRACTICE, day: date = START) -> Quote:
    found = quote(wish, law(day, practice))
    assert isinstance(found, Quote)
    return found


SMALL = BorrowerKind.SMALL_OR_MEDIUM


@pytest.mark.parametrize(
    ("disbursed_on", "method"),
    [(date(2026, 5, 31), InterestMethod.FLAT), (date(2026, 6, 1), InterestMethod.DECLINING)],
)
@pytest.mark.parametrize("asked_on", [START, date(2026, 7, 1)])
def test_a_loan_is_reckoned_by_the_law_of_its_disbursement(
    disbursed_on: date, method: InterestMethod, asked_on: date
) -> None:
    told = DatedValue(date(2026, 6, 1), "declining_balance", OfficeDecision("SK contoh", "Wati"))
    practice = Practice(settings=(("interest_method", told),))
    found = quoted(Wish(20_000_000, 36, SMALL, disbursed_on), practice, asked_on)
    assert found.schedule.terms.method is method


def test_a_disbursement_before_the_regulation_is_answered_with_pasal_ii() -> None:
    found = quote(Wish(20_000_000, 24, SMALL, date(2015, 5, 3)), law())
    assert isinstance(found, Problem)
    assert "sejak 4 Mei 2015 (Pasal II)" in found.sentence
    assert isinstance(quote(Wish(20_000_000, 24, SMALL, date(2015, 5, 4)), law()), Quote)


def test_while_s_40_is_open_its_other_reading_is_quoted_for_24_months() -> None:
    # 22 parts of 1,000,000; 2 x 110,000 and 5,000 x (22 + ... + 1) of interest.
    found = quoted(Wish(22_000_000, 24, SMALL, START, InterestMethod.DECLINING))
    assert found.schedule.terms.grace == 4
    assert found.other_grace is not None
    assert found.other_grace.terms.grace == 2
    assert found.other_grace.first_instalment.total == 1_110_000
    assert found.other_grace.total_interest == 1_485_000


@pytest.mark.parametrize("tenor", [12, 36])
def test_s_40_touches_no_other_tenor(tenor: int) -> None:
    assert quoted(Wish(22_000_000, tenor, SMALL, START)).other_grace is None


@pytest.mark.parametrize(("letter", "grace"), [("A", 4), ("B", 2)])
def test_once_s_40_is_settled_only_that_reading_is_quoted(letter: str, grace: int) -> None:
    found = quoted(Wish(22_000_000, 24, SMALL, START), settling("S-40", letter))
    assert (found.schedule.terms.grace, found.other_grace) == (grace, None)


@pytest.mark.parametrize(
    ("borrower", "vehicles", "by_default", "under_a"),
    [
        (SMALL, 0, 5_000_000, 0),
        (SMALL, 13_000_000, 5_000_000, 5_000_000),
        (BorrowerKind.CLUSTER, 0, 5_000_000, 0),
        (BorrowerKind.MICRO, 13_000_000, 0, 0),
        (BorrowerKind.PRIMARY_COOP, 13_000_000, 0, 0),
    ],
)
def test_the_floor_follows_the_reading_of_s_05(
    borrower: BorrowerKind, vehicles: int, by_default: int, under_a: int
) -> None:
    wish = Wish(4_000_000, 12, borrower, START, None, 13_000_000, vehicles)
    assert quoted(wish).floor == by_default
    assert quoted(wish, settling("S-05", "A")).floor == under_a


@pytest.mark.parametrize(
    ("land", "goods", "lacking"),
    [
        (13_000_000, 10_000_000, 3_000_000),
        (26_000_000, 0, 0),
        (50_000_000, 0, 0),
        (0, 10_000_000, 26_000_000),  # goods are only an addition (S-13 A)
    ],
)
def test_what_is_lacking_of_the_collateral_is_told(land: int, goods: int, lacking: int) -> None:
    found = quoted(Wish(20_000_000, 24, SMALL, START, None, land, 0, goods))
    assert (found.needed, found.lacking) == (26_000_000, lacking)


def test_goods_raise_the_limit_beside_land() -> None:
    # (13,000,000 + 13,000,000) / 130 % = 20,000,000; without land nothing (S-13 A).
    assert (
        quoted(Wish(20_000_000, 24, SMALL, START, None, 13_000_000, 0, 13_000_000)).most.amount == 20_000_000
    )
    assert quoted(Wish(20_000_000, 24, SMALL, START, None, 0, 0, 13_000_000)).most.amount == 0


def test_without_a_pledge_the_limit_that_is_told_is_the_one_besides_collateral() -> None:
    told = quoted(Wish(20_000_000, 24, SMALL, START))
    assert told.awaits_collateral
    assert (told.limit.limit.title, told.limit.least) == ("plafon", 30_000_000)  # no land (S-06)


def test_a_file_brings_only_the_collateral_that_counts() -> None:
    things = (
        tanah(60_000_000),
        tanah(50_000_000, owned_by_applicant=False),  # no power of attorney
        tanah(40_000_000, price_letter=None),  # not known yet
        mobil(39_000_000),
        mobil(20_000_000, year=2004, title_year=2004),  # older than 2005
        barang(7_000_000),
        barang(6_000_000, statement=False),
    )
    wish = wish_of(usaha(collateral=things), START, law())
    assert wish is not None
    assert (wish.land, wish.vehicles, wish.goods) == (60_000_000, 39_000_000, 7_000_000)


def test_a_file_is_read_under_the_readings_that_the_office_settled() -> None:
    # S-20 A asks the year of make, B lets the year of the title do.
    older = usaha(collateral=(tanah(), mobil(39_000_000, year=2004, title_year=2006)))
    by_default = wish_of(older, START, law())
    by_title = wish_of(older, START, law(practice=settling("S-20", "B")))
    assert by_default is not None
    assert by_title is not None
    assert (by_default.vehicles, by_title.vehicles) == (0, 39_000_000)


def test_a_file_with_a_blank_level_is_no_wish() -> None:
    assert wish_of(but(koperasi(), level=None), START, law()) is None
    told = wish_of(koperasi(), START, law())
    assert told is not None
    assert told.borrower is BorrowerKind.PRIMARY_COOP


def test_a_file_without_amount_or_tenor_is_no_wish() -> None:
    assert wish_of(lkm(amount=None), START, law()) is None
    assert wish_of(sentra(term_months=None), START, law()) is None


# ---- amounts under the other readings (S-41, S-43) -----------------------------------------------
def test_a_grace_added_to_the_tenor_is_quoted_beside() -> None:
    # 32 juta over 36 months: 4 of grace, 32 parts of 1.000.000, 160.000 a month. Added: 40 months, of
    # which 36 pay back 888.888 each, and 40 x 160.000 = 6.400.000 of interest.
    found = quoted(Wish(32_000_000, 36, SMALL, START))
    assert found.schedule.first_instalment.total == 1_160_000
    assert (found.added_grace.terms.tenor, found.added_grace.terms.grace) == (40, 4)
    assert found.added_grace.first_instalment.total == 888_888 + 160_000
    assert found.added_grace.total_interest == 6_400_000


def test_whole_instalments_added_at_settlement_are_quoted_beside() -> None:
    # On the tenth due day nine are paid, five of them with principal: 27.000.000 are left. A adds 3 months
    # of interest (480.000), B 3 instalments (3.480.000); the interest of the day is due in both.
    schedule = quoted(Wish(32_000_000, 36, SMALL, START)).schedule
    found = settled(schedule.rows[9].due_on, schedule)
    assert found.total == 27_000_000 + 160_000 + 480_000
    assert found.total_read_otherwise == 27_000_000 + 160_000 + 3_480_000


def test_without_a_surcharge_no_reading_adds_anything() -> None:
    schedule = quoted(Wish(32_000_000, 36, SMALL, START)).schedule
    assert settled(schedule.rows[-1].due_on, schedule).total_read_otherwise is None
