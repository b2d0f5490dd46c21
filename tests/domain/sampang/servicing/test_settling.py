"""Quotes of loans of the books; every amount by hand from VIII.5.e and the readings.

Rp24.000.000 bear Rp120.000 a month (flat 6 %). Over 36 months Rp750.000 of principal fall due from the fifth
month on, over 24 months Rp1.200.000.
"""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.problems import Problem
from domain.sampang.fund.in_order import interest_in
from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.fund.repayment import laid_on
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import schedule_of
from domain.sampang.servicing.settling import (
    SettlementAsked,
    SettlementQuote,
    SurchargeRuling,
    lines_of,
    quote_for,
    remarks_on,
)
from domain.sampang.takeover.old_loans import AgreedTerms
from domain.sampang.takeover.own_plan import own_plan
from tests.domain.sampang.builders import law
from tests.domain.sampang.test_schedule import loan

START = date(2026, 3, 2)
OLD = date(2014, 6, 2)


def schedule(start=START, tenor=36, principal=24_000_000, grace=4):
    return schedule_of(loan(principal, tenor, grace, start=start))


def asked(day, rows, *, more=0, until=None, ruling=None, last_money=None, **terms):
    """Ask for a day after so many whole instalments, and so much more, were paid."""
    made = schedule(**terms)
    paid = sum(row.total for row in made.rows[:rows]) + more
    wish = SettlementAsked(on=day, until=until, **({"ruling": ruling} if ruling else {}))
    start = made.terms.disbursed_on
    return quote_for(laid_on(made.rows, paid), start, wish, law(), last_money=last_money)


def quoted(day, rows, **more):
    found = asked(day, rows, **more)
    assert isinstance(found, SettlementQuote), found
    return found


def parts(found):
    settled = found.settled
    return settled.principal, settled.interest_due, settled.surcharge_months, settled.total


@pytest.mark.parametrize(
    ("day", "rows", "expected"),
    [
        # in month 11: 6 x 750,000 came back; 3 x 120,000 are added
        (date(2027, 1, 20), 10, (19_500_000, 0, 3, 19_860_000)),
        (date(2027, 2, 20), 11, (18_750_000, 0, 3, 19_110_000)),
        # the first anniversary is the twelfth due day as well: its jasa is due, 2 x 120,000 are added
        (date(2027, 3, 2), 11, (18_750_000, 120_000, 2, 19_110_000)),
        (date(2027, 3, 20), 12, (18_000_000, 0, 2, 18_240_000)),
        (date(2028, 2, 20), 23, (9_750_000, 0, 2, 9_990_000)),
        (date(2028, 3, 2), 23, (9_750_000, 120_000, 2, 10_110_000)),
        (date(2028, 3, 3), 24, (9_000_000, 0, 1, 9_120_000)),
        (date(2028, 3, 20), 24, (9_000_000, 0, 1, 9_120_000)),
        # on the last due day nothing is added, nor after it (O-04)
        (date(2029, 3, 2), 35, (750_000, 120_000, 0, 870_000)),
        (date(2029, 3, 10), 34, (1_500_000, 240_000, 0, 1_740_000)),
        # behind by three months: their jasa is due besides
        (date(2027, 1, 20), 7, (21_750_000, 360_000, 3, 22_470_000)),
    ],
)
def test_principal_interest_due_and_the_months_of_the_bracket_make_the_total(day, rows, expected):
    assert parts(quoted(day, rows)) == expected


def test_a_part_payment_counts_towards_the_interest_due():
    # 100,000 of the eighth jasa came; 20,000 of it and two whole months are due.
    assert parts(quoted(date(2027, 1, 20), 7, more=100_000)) == (21_750_000, 260_000, 3, 22_370_000)


def test_interest_paid_ahead_counts_towards_the_surcharge():
    # The eleventh instalment and 50,000 of the twelfth jasa came before their days: 170,000 of 360,000.
    found = quoted(date(2027, 1, 20), 11, more=50_000)
    assert (found.settled.credit, found.settled.surcharge_due) == (170_000, 190_000)
    assert parts(found) == (18_750_000, 0, 3, 18_940_000)
    assert [line.amount for line in lines_of(found)] == [18_750_000, 0, 360_000, -170_000]


def test_interest_paid_ahead_beyond_the_surcharge_is_not_given_back_and_the_quote_says_so():
    # Four months ahead are 480,000, the surcharge is 360,000; 22 months of jasa fall.
    found = quoted(date(2027, 1, 20), 14)
    assert parts(found) == (16_500_000, 0, 3, 16_500_000)
    assert found.settled.released == 22 * 120_000
    assert any("O-03" in one and "480.000" in one for one in remarks_on(found))


@pytest.mark.parametrize(
    ("day", "rows", "since", "until"),
    [
        (date(2027, 1, 20), 10, date(2027, 1, 2), date(2027, 2, 1)),
        (date(2027, 2, 20), 11, date(2027, 2, 2), date(2027, 3, 1)),
        (date(2027, 3, 2), 11, date(2027, 3, 2), date(2027, 4, 1)),
        # both anniversaries belong to the middle bracket, so this one ends with the day itself
        (date(2028, 3, 2), 23, date(2028, 3, 2), date(2028, 3, 2)),
        (date(2028, 3, 20), 24, date(2028, 3, 3), date(2028, 4, 1)),
        (date(2029, 3, 10), 34, date(2029, 3, 2), date(2029, 4, 1)),
    ],
)
def test_the_amount_holds_until_the_day_before_the_next_due_day_or_the_end_of_the_bracket(
    day, rows, since, until
):
    found = quoted(day, rows)
    assert (found.since, found.until) == (since, until)


@pytest.mark.parametrize(
    ("day", "rows", "until", "total"),
    [
        # lent on 31 January 2026: due on 28 February, 31 March, 30 April
        (date(2026, 4, 30), 2, date(2026, 5, 30), 24_480_000),
        # the day before the anniversary of 31 January: eleven instalments paid, 7 x 1,200,000 came back
        (date(2027, 1, 30), 11, date(2027, 1, 30), 15_960_000),
        (date(2027, 1, 31), 11, date(2027, 2, 27), 15_960_000),
    ],
)
def test_due_days_at_the_end_of_months(day, rows, until, total):
    found = quoted(day, rows, start=date(2026, 1, 31), tenor=24)
    assert (found.until, found.settled.total) == (until, total)


def test_a_loan_of_29_february_bears_three_months_on_28_february_and_the_quote_says_so():
    # 7 x 1,200,000 came back; the twelfth jasa falls due on 28 February, a year is over on 1 March (S-23).
    found = quoted(date(2025, 2, 28), 11, start=date(2024, 2, 29), tenor=24)
    assert parts(found) == (15_600_000, 120_000, 3, 16_080_000)
    assert found.until == date(2025, 2, 28)
    assert any("1 Maret 2025" in one and "3 bulan" in one for one in remarks_on(found))


def test_on_1_march_the_same_loan_is_a_year_old():
    found = quoted(date(2025, 3, 1), 12, start=date(2024, 2, 29), tenor=24)
    assert parts(found) == (14_400_000, 0, 2, 14_640_000)
    assert (found.since, found.until) == (date(2025, 3, 1), date(2025, 3, 28))
    assert not any("29 Februari" in one for one in remarks_on(found))


def test_settling_thirty_days_before_the_end_costs_more_than_going_on_and_the_quote_says_so():
    # Rp12.000.000 over 12 months: 1,200,000 and 60,000 are left; settling adds 3 x 60,000.
    terms = {"principal": 12_000_000, "tenor": 12, "grace": 2}
    found = quoted(date(2027, 2, 2), 11, **terms)
    assert (found.settled.total, found.settled.going_on) == (1_380_000, 1_260_000)
    assert any("lebih mahal Rp120.000" in one and "Rp1.260.000" in one for one in remarks_on(found))


@pytest.mark.parametrize(("day", "rows", "other"), [
    (date(2027, 3, 2), 11, 19_230_000), (date(2028, 3, 2), 23, 9_990_000), (date(2027, 3, 20), 12, None),
])  # fmt: skip
def test_on_an_anniversary_the_quote_tells_the_neighbouring_bracket(day, rows, other):
    found = quoted(day, rows)
    assert found.settled.alternative_total == other
    assert any("ulang tahun" in one for one in remarks_on(found)) is (other is not None)


def test_a_loan_older_than_the_regulation_waits_for_a_ruling():
    found = asked(date(2015, 1, 20), 7, start=OLD)
    assert isinstance(found, Problem)
    assert ("O-17" in found.sentence, "4 Mei 2015" in found.sentence) == (True, True)


@pytest.mark.parametrize(("months", "total"), [(0, 21_750_000), (2, 21_990_000)])
def test_a_ruling_sets_the_months_of_a_loan_older_than_the_regulation(months, total):
    ruling = SurchargeRuling(months=months, reason="Perjanjian pasal 6")
    found = quoted(date(2015, 1, 20), 7, start=OLD, ruling=ruling)
    assert found.settled.total == total
    assert any("Perjanjian pasal 6" in one for one in remarks_on(found))


def test_a_ruling_counts_nothing_for_a_loan_under_the_regulation():
    found = quoted(date(2027, 1, 20), 10, ruling=SurchargeRuling(months=0, reason="x"))
    assert found.settled.surcharge_months == 3
    assert not any(
        "putusan" in one for one in (*remarks_on(found), *(line.label for line in lines_of(found)))
    )


def test_after_the_plan_a_quote_of_a_loan_with_a_due_day_of_its_own_ends_before_that_day():
    """Paid out on 10 January and due on the last of each month: O-18 ends it before 31 May, not 10 June."""
    terms = AgreedTerms(
        disbursed_on=date(2026, 1, 10), principal=12_000_000, tenor=12, rate=600,
        method=InterestMethod.FLAT, first_due_on=date(2026, 3, 31),
    )  # fmt: skip
    wish, unpaid = SettlementAsked(on=date(2028, 5, 20)), laid_on(own_plan(terms), 0)
    found = quote_for(unpaid, terms.disbursed_on, wish, law(), due_day=terms.monthly_day)
    assert (found.since, found.until) == (date(2027, 2, 28), date(2028, 5, 30))


@pytest.mark.parametrize(
    ("day", "rows", "more", "said"),
    [
        (date(2026, 3, 1), 0, {}, "2 Maret 2026, hari pencairan"),
        (date(2027, 1, 20), 10, {"last_money": date(2027, 1, 21)}, "21 Januari 2027, hari uang terakhir"),
        (date(2027, 1, 20), 36, {}, "sudah lunas"),
        (date(2027, 1, 20), 10, {"until": date(2027, 2, 2)}, "1 Februari 2027"),
        (date(2027, 1, 20), 10, {"until": date(2027, 1, 19)}, "O-18"),
    ],
)
def test_what_cannot_be_quoted_is_answered_with_a_sentence(day, rows, more, said):
    found = asked(day, rows, **more)
    assert isinstance(found, Problem)
    assert said in found.sentence


def test_the_office_may_let_a_quote_end_sooner():
    assert quoted(date(2027, 1, 20), 10, until=date(2027, 1, 25)).until == date(2027, 1, 25)


@pytest.mark.parametrize("rows", [0, 3, 7, 11, 14, 30])
def test_the_lines_of_a_quote_add_up_to_its_total_and_what_is_left_of_the_plan_is_accounted_for(rows):
    found = quoted(date(2027, 1, 20), rows)
    settled = found.settled
    assert sum(line.amount for line in lines_of(found)) == settled.total
    assert settled.going_on == settled.principal + settled.interest_due + settled.released


@given(
    paid=st.integers(0, 28_000_000),
    after=st.integers(0, 1_300),
    terms=st.sampled_from([(36, 4), (24, 4), (12, 2)]),
    method=st.sampled_from(list(InterestMethod)),
)
def test_whatever_was_paid_a_settlement_leaves_nothing_and_asks_no_less_than_what_is_due(
    paid, after, terms, method
):
    tenor, grace = terms
    rows = schedule_of(loan(24_000_000, tenor, grace, method, START)).rows
    paid = min(paid, sum(row.total for row in rows) - 1)
    day = START + timedelta(days=after)
    found = quote_for(laid_on(rows, paid), START, SettlementAsked(on=day), law())
    assert isinstance(found, SettlementQuote)
    settled = found.settled
    # What is due by the plan, worked out apart: interest is laid before principal, the oldest row first.
    due = sum(row.interest for row in rows if row.due_on <= day)
    assert settled.interest_due == max(0, due - interest_in(rows, paid))
    assert settled.total >= settled.principal + settled.interest_due
    assert found.since <= day <= found.until
    before = Received(START, paid - interest_in(rows, paid), interest_in(rows, paid))
    money = Received(day, settled.principal, settled.interest_due, settled.released)
    course = Course(24_000_000, START, rows, (before, money))
    assert (course.left, course.progress().principal_paid) == (0, 24_000_000)
    assert all(one.is_paid for one in course.laid)
    assert course.progress().ended_on == day


@given(paid=st.integers(0, 28_000_000), after=st.integers(0, 1_300))
def test_a_quote_asks_the_same_on_each_of_its_days(paid, after):
    made = schedule()
    paid, day = min(paid, sum(row.total for row in made.rows) - 1), START + timedelta(days=after)
    laid = laid_on(made.rows, paid)
    found = quote_for(laid, START, SettlementAsked(on=day), law())
    assert isinstance(found, SettlementQuote)
    for other in (found.since, found.until):
        again = quote_for(laid, START, SettlementAsked(on=other), law())
        assert isinstance(again, SettlementQuote)
        assert (again.settled.total, again.since, again.until) == (
            found.settled.total,
            found.since,
            found.until,
        )
