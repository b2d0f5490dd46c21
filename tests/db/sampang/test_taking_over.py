"""Loans that are older than the product: golden accounts by hand, taken over in the middle of their lives."""

from datetime import date

import pytest
from sqlalchemy import select

from db.sampang.fund.ledger import balances, position_of
from db.sampang.lending_figures import lending_on
from db.sampang.loans.loans import loan
from db.sampang.origination.loan_files import stored_file
from db.sampang.reports.loans_at_end import loans_at_end
from db.sampang.servicing.accounts import account_of
from db.sampang.servicing.behind import running_loans
from db.sampang.servicing.borrower_file import borrower_file
from db.sampang.servicing.ended import ended_loans
from db.sampang.takeover.takeovers import taken_over_loan
from db.tables import ApplicationRow, LoanRow
from domain.sampang.fund.accounts import Account
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.steps import Step
from domain.sampang.servicing.arrears import NO_ARREARS, Arrears
from tests.db.sampang.kept_totals import look_at_kept_totals, look_at_lending
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.taking_over import (
    AHEAD,
    BEHIND,
    CUT_OFF,
    MONTH_END,
    OLDEST,
    ON_TIME,
    OWN_DAY,
    SEASONS,
    an_old_loan,
    take_over,
)
from tests.db.sampang.treasury import pay

GOLDEN = {
    "on_time": ON_TIME,
    "ahead": AHEAD,
    "behind": BEHIND,
    "oldest": OLDEST,
    "month_end": MONTH_END,
    "own_day": OWN_DAY,
    "seasons": SEASONS,
}
# What is left on the cut-off day, and the next due day, by hand.
LEFT = {
    "on_time": (12_000_000, date(2026, 3, 15)),
    "ahead": (9_500_000, date(2026, 1, 15)),
    "behind": (17_000_000, date(2025, 10, 15)),
    "oldest": (1_000_000, date(2003, 3, 10)),
    "month_end": (7_000_000, date(2026, 2, 28)),
    "own_day": (12_000_000, date(2026, 3, 31)),
    "seasons": (9_000_000, date(2026, 3, 20)),
}
# What is behind on a day while nobody pays, by hand.
BEHIND_ON = [
    ("on_time", CUT_OFF, NO_ARREARS),
    ("on_time", date(2026, 3, 16), Arrears(date(2026, 3, 15), 1, 1, 1, 1_000_000, 240_000)),
    ("ahead", CUT_OFF, Arrears(date(2026, 1, 15), 44, 2, 2, 0, 480_000)),
    ("ahead", date(2026, 5, 16), Arrears(date(2026, 1, 15), 121, 5, 5, 500_000, 1_200_000)),
    ("behind", CUT_OFF, Arrears(date(2025, 10, 15), 136, 5, 5, 5_000_000, 1_200_000)),
    ("oldest", CUT_OFF, Arrears(date(2003, 3, 10), 8_391, 276, 4, 1_000_000, 360_000)),
    ("month_end", CUT_OFF, NO_ARREARS),
    ("month_end", date(2026, 3, 1), Arrears(date(2026, 2, 28), 1, 1, 1, 1_000_000, 60_000)),
    ("month_end", date(2026, 3, 31), Arrears(date(2026, 2, 28), 31, 1, 1, 1_000_000, 60_000)),
    ("month_end", date(2026, 4, 1), Arrears(date(2026, 2, 28), 32, 2, 2, 2_000_000, 120_000)),
    ("own_day", date(2026, 3, 31), NO_ARREARS),
    ("own_day", date(2026, 4, 30), Arrears(date(2026, 3, 31), 30, 1, 1, 1_000_000, 60_000)),
    ("own_day", date(2026, 5, 1), Arrears(date(2026, 3, 31), 31, 2, 2, 2_000_000, 120_000)),
    ("own_day", date(2027, 3, 1), Arrears(date(2026, 3, 31), 335, 12, 12, 12_000_000, 720_000)),
    ("own_day", date(2027, 4, 1), Arrears(date(2026, 3, 31), 366, 13, 12, 12_000_000, 720_000)),
    ("seasons", date(2026, 3, 20), NO_ARREARS),
    ("seasons", date(2026, 5, 21), Arrears(date(2026, 3, 20), 62, 3, 1, 3_000_000, 150_000)),
]  # fmt: skip


@pytest.fixture(scope="module")
def lending(shared_database_url):
    with a_lending_office(shared_database_url, 10**9) as lending:
        told = {name: an_old_loan(terms, name=name) for name, terms in GOLDEN.items()}
        take_over(lending, *told.values())
        lending.golden = {name: loan_named(lending, one.number) for name, one in told.items()}
        yield lending


def loan_named(lending, number):
    with lending.database.read() as session:
        query = select(LoanRow).join(ApplicationRow, ApplicationRow.id == LoanRow.application_id)
        row = session.scalars(query.where(ApplicationRow.number == number)).one()
        return row.id, row.application_id


def account(lending, name, day):
    return lending.ask(account_of, lending.officer, lending.golden[name][1], day).account


@pytest.mark.parametrize("name", GOLDEN)
def test_what_is_left_on_the_cut_off_day_is_what_was_worked_out_by_hand(lending, name):
    owed, next_due = LEFT[name]
    found = lending.ask(loan, lending.officer, lending.golden[name][0])
    running = {one.loan_id: one for one in lending.ask(running_loans, lending.officer, CUT_OFF)[0]}
    assert found.owed == owed == found.schedule.terms.principal
    assert running[found.id].next_due == next_due
    assert running[found.id].owed == owed


@pytest.mark.parametrize(("name", "day", "arrears"), BEHIND_ON)
def test_what_is_behind_on_a_day_is_what_was_worked_out_by_hand(lending, name, day, arrears):
    assert account(lending, name, day).arrears == arrears
    running = {one.loan_id: one for one in lending.ask(running_loans, lending.officer, day)[0]}
    assert running[lending.golden[name][0]].months == arrears.months


@pytest.mark.parametrize(("name", "day", "arrears"), BEHIND_ON)
def test_a_report_of_a_past_day_says_the_same(lending, name, day, arrears):
    with lending.database.read() as session:
        found = {one.name: one for one in loans_at_end(session, day.replace(day=1), day)}[name]
    assert (found.months, found.since) == (arrears.months, arrears.since)
    assert (found.arrears_principal, found.arrears_interest) == (arrears.principal, arrears.interest)


def test_a_report_of_a_month_before_the_cut_off_day_knows_none_of_them(lending):
    with lending.database.read() as session:
        assert loans_at_end(session, date(2026, 1, 1), date(2026, 1, 31)) == ()


def test_only_the_principal_that_is_left_is_booked_and_it_is_capital(lending):
    left = sum(owed for owed, _ in LEFT.values())
    with lending.database.read() as session:
        found, position = balances(session), position_of(session)
    assert found[Account.LOANS] == left == position.lent == position.taken_over
    assert found[Account.CAPITAL] == -(10**9 + left)
    assert (position.opened_with, position.changed_by_decree) == (10**9, 0)
    assert found[Account.FUND_CASH] == 10**9
    assert sum(found.values()) == 0


def test_lending_begins_with_the_month_of_the_cut_off_day(lending):
    with lending.database.read() as session:
        assert lending_on(session, date(2026, 1, 31)) == {}
        of_february = lending_on(session, CUT_OFF)["35.27.03"]
    assert (of_february.running, of_february.settled) == (7, 0)
    assert of_february.owed == of_february.lent == sum(owed for owed, _ in LEFT.values())
    assert (of_february.loans_behind, of_february.behind) == (3, 2 + 5 + 4)


def test_what_is_kept_is_what_the_journal_comes_to(lending):
    with lending.database.read() as session:
        look_at_kept_totals(session)
        look_at_lending(session)


def test_the_file_says_that_it_was_taken_over_and_claims_no_decision(lending):
    file = lending.ask(stored_file, lending.officer, lending.golden["behind"][1])
    assert file.file.stage is Stage.DISBURSED
    assert (file.file.survey, file.file.decision, file.file.agreement, file.file.request) == (None,) * 4
    assert [(one.step, one.on) for one in file.timeline] == [(Step.TAKE_OVER, CUT_OFF)]


def test_lists_and_the_report_name_the_loan_of_the_agreement_and_not_what_was_left_of_it(lending):
    listed, _ = lending.ask(running_loans, lending.officer, CUT_OFF, page_size=50)
    with lending.database.read() as session:
        reported = loans_at_end(session, date(2026, 2, 1), CUT_OFF)
    for found in (listed, reported):
        lent = {one.name: (one.principal, one.owed) for one in found}
        assert lent == {name: (terms.principal, LEFT[name][0]) for name, (terms, _) in GOLDEN.items()}


def test_an_older_loan_that_is_paid_back_is_listed_with_the_loan_of_the_agreement(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        told = an_old_loan(OLDEST)
        take_over(lending, told)
        number, _ = loan_named(lending, told.number)
        pay(lending, lending.ask(loan, lending.officer, number), 1_360_000, on=date(2026, 3, 2))
        (found,), _ = lending.ask(ended_loans, lending.officer)
    assert found.principal == 6_000_000


def test_the_file_of_the_household_names_the_loan_of_the_agreement(lending):
    (found,) = lending.ask(borrower_file, lending.officer, lending.golden["behind"][1], CUT_OFF).loans
    assert (found.principal, found.owed) == (24_000_000, 17_000_000)


def test_the_agreed_terms_and_the_whole_plan_stay(lending):
    found = lending.ask(taken_over_loan, lending.officer, lending.golden["oldest"][0])
    assert (found.terms, found.paid, found.cut_off) == (*OLDEST, CUT_OFF)
    assert sum(row.principal for row in found.plan) == 6_000_000
    assert {row.interest for row in found.plan} == {90_000}
    assert found.plan[-1].due_on == date(2003, 6, 10)
