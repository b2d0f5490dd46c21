"""The demo's older loans: a fund of twenty years, a fifth of it behind, with what was done about it."""

from collections import Counter
from datetime import date, timedelta

import pytest
from sqlalchemy import func, select

from db.office.people import personas
from db.sampang.fund.ledger import balances, position_of
from db.sampang.loans.collateral_to_return import collateral_to_return
from db.sampang.servicing.behind import ageing, every_late_loan
from db.sampang.servicing.outlooks import collection
from db.tables import ClosedMonthRow, LoanProgressRow, RedListEntryRow
from demo.sampang.older.old_register import cut_off, old_loans
from domain.sampang.roles import SampangRole
from domain.sampang.servicing.collecting import Collector
from domain.sampang.servicing.quality import Quality
from domain.sampang.takeover.old_checks import problems_of
from tests.demo.loaded_demo import whole_demo_on
from tests.demo.test_demo_files import DAYS, TODAY, _moment


@pytest.fixture(scope="module")
def store():
    database = whole_demo_on(TODAY, _moment(TODAY))
    with database.read() as session:
        yield session
    database.close()


@pytest.fixture(scope="module")
def officer(store):
    return next(one for one in personas(store) if SampangRole.OFFICER in one.roles)


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_an_older_loan_of_any_day_could_be_typed_by_a_person(day):
    assert [problem for one in old_loans(day) for problem in problems_of(one.loan, cut_off(day))] == []


@pytest.mark.parametrize("day", DAYS, ids=str)
def test_one_day_gives_the_same_older_loans_and_no_money_before_its_time(day):
    found = old_loans(day)
    assert repr(found) == repr(old_loans(day))
    days = [paid.on for one in found for paid in one.since]
    assert cut_off(day) < min(days)
    assert max(days) <= day


def test_no_borrower_and_no_number_comes_twice():
    found = [one.loan for one in old_loans(TODAY)]
    for told in ("number", "nik", "name", "contact_name"):
        values = [getattr(one if told == "number" else one.applicant, told) for one in found]
        assert len(set(values)) == len(values), told


def test_240_loans_run_in_the_classes_of_the_office_and_60_have_ended(store, officer):
    """68, 9, 6 and 17 of a hundred."""
    found, classes = ageing(store, officer, TODAY), Counter()
    for held in found.held:
        classes[found.limits.of(held.months)] += held.loans
    assert classes == {
        Quality.CURRENT: 163, Quality.SUBSTANDARD: 22, Quality.DOUBTFUL: 14, Quality.LOSS: 41
    }  # fmt: skip
    ended = select(func.count()).where(LoanProgressRow.ended_on.is_not(None))
    assert store.scalar(ended) == 62


def test_eight_are_with_kejaksaan_five_with_kpknl_and_twelve_on_the_red_list(store, officer):
    given = Counter(
        line.to
        for one in every_late_loan(store, officer, TODAY)
        for line in collection(store, officer, one.loan_id, TODAY).done.handovers
    )
    assert given == {Collector.ATTORNEY: 8, Collector.AUCTION: 5}
    assert store.scalar(select(func.count()).where(RedListEntryRow.approved_at.is_not(None))) == 12


def test_some_collateral_of_ended_loans_still_waits_and_most_has_gone_home(store, officer):
    assert 3 <= len(collateral_to_return(store, officer)) <= 20


def test_the_books_of_older_loans_balance_and_most_months_are_closed(store):
    assert sum(balances(store).values()) == 0
    now = position_of(store)
    assert now.cash + now.lent == now.capital
    assert now.taken_over > 4_000_000_000
    last = store.scalar(select(func.max(ClosedMonthRow.month)))
    assert last == date(2026, 2, 1) == (TODAY.replace(day=1) - timedelta(days=1)).replace(day=1)
