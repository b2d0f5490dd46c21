"""What each plan brings on its due days, and what of it is paid: as the money is laid, by another way."""

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.fund.principal_due import NOTHING_DUE, PrincipalDue, principal_changes, principal_due
from tests.domain.sampang.fund.test_repayment import LOAN, START, loans


def course(*paid, rows=LOAN, released=None):
    principal = sum(row.principal for row in rows)
    received = tuple(Received(START + timedelta(days), 0, amount) for days, amount in paid)
    if released is not None:
        due = sum(row.interest for row in rows) - released - sum(amount for _, amount in paid)
        received = (*received, Received(START + timedelta(100), principal, due, released))
    return Course(principal, START, rows, received)


@given(loans, st.integers(0), st.integers(0))
def test_what_is_paid_of_each_day_is_what_is_laid_on_its_instalment(rows, first, second):
    whole = sum(row.total for row in rows)
    first, second = first % (whole + 1), second % (whole + 1)
    before, now = course((1, first), rows=rows), course((1, first), (2, second - first), rows=rows)
    found = principal_due(now)
    laid = {one.row.due_on: PrincipalDue(one.row.principal, one.principal) for one in now.laid}
    assert found == {on: one for on, one in laid.items() if one.due}
    changed = principal_changes(before, now)
    assert {on: principal_due(before)[on] + changed.get(on, NOTHING_DUE) for on in found} == found
    assert sum(one.left for one in found.values()) == sum(
        one.row.principal - one.principal for one in now.laid
    )


def test_a_settlement_pays_all_principal_whatever_interest_falls():
    found = principal_due(course(released=LOAN[-1].interest))
    assert {one.left for one in found.values()} == {0}


def test_a_loan_that_was_not_there_is_all_new():
    assert principal_changes(None, course()) == principal_due(course())
