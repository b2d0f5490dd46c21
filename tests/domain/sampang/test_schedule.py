"""The schedule engine: fixed points, hand-made tables, and a second computation in exact fractions."""

from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.problems import Problem
from domain.sampang.kinds import InterestMethod
from domain.sampang.loan import LoanTerms, grace_for, schedule_of, tenors, terms_by_law
from domain.sampang.schedule import Terms, month_interest, schedules
from tests.domain.sampang.builders import law, settled
from tests.domain.sampang.exact_schedule import exact_rows

FLAT, DECLINING, ANNUITY = InterestMethod


def loan(
    principal: int, tenor: int, grace: int, method: InterestMethod = FLAT, start: date = date(2026, 3, 2)
) -> LoanTerms:
    return LoanTerms(principal, tenor, grace, 6, method, start)


@pytest.mark.parametrize(
    ("principal", "tenor", "grace", "flat", "declining", "annuity"),
    [
        (100_000_000, 36, 4, 18_000_000, 10_250_000, 10_462_504),
        (30_000_000, 24, 4, 3_600_000, 2_175_000, 2_199_870),
        (5_000_000, 12, 2, 300_000, 187_500, 188_527),
        (150_000_000, 36, 4, 27_000_000, 15_375_008, 15_693_755),
    ],
)
def test_the_total_interest_is_the_one_computed_twice_in_exact_fractions(
    principal: int, tenor: int, grace: int, flat: int, declining: int, annuity: int
) -> None:
    found = [schedule_of(loan(principal, tenor, grace, method)).total_interest for method in InterestMethod]
    assert found == [flat, declining, annuity]


def test_only_interest_is_paid_during_the_grace_and_then_equal_parts() -> None:
    # 100,000,000 over 36 with 4: 32 parts of 3,125,000, interest 0.5 % of the loan each month.
    rows = schedule_of(loan(100_000_000, 36, 4)).rows
    assert [(row.principal, row.interest) for row in rows[:5]] == [(0, 500_000)] * 4 + [(3_125_000, 500_000)]
    assert [row.in_grace for row in rows[:6]] == [True] * 4 + [False] * 2


def test_the_last_row_takes_what_equal_whole_parts_leave() -> None:
    # 10,000,000 / 30 = 333,333.33: 29 parts of 333,333 make 9,666,657, so the last is 333,343.
    rows = schedule_of(loan(10_000_000, 32, 2)).rows
    assert [rows[2].principal, rows[-1].principal, rows[-1].balance] == [333_333, 333_343, 0]


@pytest.mark.parametrize(
    ("amount", "interest"),
    [
        (100, 1),  # 0.5 rupiah is rounded up
        (99, 0),  # 0.495
        (300, 2),  # 1.5
        (4_687_500, 23_438),  # 23,437.5
        (4_687_499, 23_437),
    ],
)
def test_half_a_rupiah_of_interest_is_rounded_up_at_the_row(amount: int, interest: int) -> None:
    assert month_interest(amount, 600) == interest


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        (date(2026, 1, 31), [date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30)]),
        (date(2028, 1, 31), [date(2028, 2, 29), date(2028, 3, 31), date(2028, 4, 30)]),
        (date(2028, 2, 29), [date(2028, 3, 29), date(2028, 4, 29), date(2028, 5, 29)]),
        (date(2026, 12, 15), [date(2027, 1, 15), date(2027, 2, 15), date(2027, 3, 15)]),
    ],
)
def test_due_days_are_anchored_to_the_disbursement(start: date, expected: list[date]) -> None:
    rows = schedule_of(loan(5_000_000, 12, 2, start=start)).rows
    assert [row.due_on for row in rows[:3]] == expected


def test_a_loan_of_the_29th_of_february_falls_due_on_the_28th_a_year_later() -> None:
    rows = schedule_of(loan(5_000_000, 12, 2, start=date(2028, 2, 29))).rows
    assert rows[-1].due_on == date(2029, 2, 28)


@given(
    principal=st.integers(1, 10**11),
    tenor=st.integers(2, 60),
    grace=st.integers(0, 12),
    method=st.sampled_from(list(InterestMethod)),
)
def test_the_engine_agrees_with_exact_fractions_row_by_row(
    principal: int, tenor: int, grace: int, method: InterestMethod
) -> None:
    grace = min(grace, tenor - 1)
    found = schedule_of(loan(principal, tenor, grace, method))
    assert [(row.principal, row.interest, row.balance) for row in found.rows] == exact_rows(
        principal, tenor, grace, method
    )


@given(st.data())
def test_the_invariants_hold_for_many_loans_at_once(data: st.DataObject) -> None:
    loans = data.draw(
        st.lists(st.tuples(st.integers(1, 10**11), st.integers(2, 48), st.integers(0, 11)), min_size=1)
    )
    terms = terms_of([(p, t, min(g, t - 1)) for p, t, g in loans], data.draw(st.sampled_from(InterestMethod)))
    found = schedules(terms)
    assert (found.principal.sum(axis=0) == terms.principal).all()
    assert (found.balance[-1] == 0).all()
    assert min(found.principal.min(), found.interest.min(), found.balance.min()) >= 0
    assert (np.diff(found.balance, axis=0) <= 0).all()


def terms_of(loans: list[tuple[int, int, int]], method: InterestMethod) -> Terms:
    columns: list[Any] = [np.array(column, np.int64) for column in zip(*loans, strict=True)]
    return Terms(*columns, np.full(len(loans), 600, np.int64), method)


def test_a_batch_gives_each_loan_the_rows_that_it_has_by_itself() -> None:
    loans = [(100_000_000, 36, 4), (5_000_000, 12, 2), (29_999_999, 24, 4)]
    found = schedules(terms_of(loans, ANNUITY))
    for place, (principal, tenor, grace) in enumerate(loans):
        alone = schedule_of(loan(principal, tenor, grace, ANNUITY)).rows
        assert found.interest[:tenor, place].tolist() == [row.interest for row in alone]
        assert not found.interest[tenor:, place].any()


@pytest.mark.parametrize(
    "loans",
    [[(0, 12, 2)], [(-5, 12, 2)], [(1_000_000, 12, 12)], [(1_000_000, 12, 13)], [(1_000_000, 12, -1)]],
)
def test_the_engine_refuses_terms_that_no_loan_can_have(loans: list[tuple[int, int, int]]) -> None:
    with pytest.raises(ValueError, match=r"principal|grace"):
        schedules(terms_of(loans, FLAT))


@pytest.mark.parametrize(("tenor", "grace"), [(12, 2), (24, 4), (36, 4)])
def test_the_grace_is_four_months_and_two_for_a_year(tenor: int, grace: int) -> None:
    assert grace_for(tenor, law()) == grace


@pytest.mark.parametrize(("tenor", "grace"), [(12, 2), (24, 2), (36, 4)])
def test_under_a_settled_s_40_b_two_years_have_the_grace_of_one(tenor: int, grace: int) -> None:
    assert grace_for(tenor, law(practice=settled("S-40", "B"))) == grace


def test_before_the_regulation_there_is_no_grace_and_no_tenor() -> None:
    answer = grace_for(24, law(date(2015, 5, 3)))
    assert isinstance(answer, Problem)
    assert "sejak 4 Mei 2015 (Pasal II)" in answer.sentence
    assert tenors(law(date(2015, 5, 3))) == ()
    assert grace_for(24, law(date(2015, 5, 4))) == 4


def test_the_offered_tenors_are_those_that_the_regulation_names() -> None:
    assert tenors(law()) == (12, 24, 36)


@pytest.mark.parametrize("amount", [0, -1, 1, 10**15])
def test_an_impossible_amount_is_answered_with_what_is_allowed_and_where_it_says_so(amount: int) -> None:
    answer = terms_by_law(amount, 36, date(2026, 3, 2), law())
    assert isinstance(answer, Problem)
    assert "Rp1.000 dan Rp100.000.000.000" in answer.sentence
    assert "Romawi VIII angka 1 huruf b" in answer.sentence


@pytest.mark.parametrize("tenor", [0, 11, 13, 18, 35, 37])
def test_a_tenor_that_is_not_offered_is_answered_with_those_that_are(tenor: int) -> None:
    answer = terms_by_law(10_000_000, tenor, date(2026, 3, 2), law())
    assert isinstance(answer, Problem)
    assert "12, 24, 36 bulan (III.6, VIII.2.d)" in answer.sentence


def test_the_method_is_flat_until_the_office_sets_another() -> None:
    terms = terms_by_law(10_000_000, 36, date(2026, 3, 2), law())
    assert isinstance(terms, LoanTerms)
    assert terms.method is FLAT
