"""The journal summed by account and by month, on both kinds of database."""

from datetime import date

import pytest

from db.sampang.fund.books import account_balances, fund_months
from db.sampang.fund.ledger import book, held_fund
from db.sampang.fund.opening_balance import open_fund
from db.sampang.origination.waiting_files import work_waiting
from domain.sampang.costs import InterestSplit
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import disbursement, payment
from domain.sampang.fund.money_in import OpeningBalance
from domain.sampang.fund.months import MonthEnd
from tests.db.people import NOW, a_nonce, an_office


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def _book(office, *entries):
    with office.database.write() as session:
        held_fund(session)
        for entry in entries:
            book(session, office.lead, entry, NOW)


def _read(office, verb, *more):
    with office.database.read() as session:
        return verb(session, office.lead, *more)


def test_a_fund_that_was_never_opened_has_empty_books(office):
    assert set(_read(office, account_balances).values()) == {0}
    assert _read(office, fund_months, NOW.date()) == ()


def test_cash_and_lent_principal_stand_at_the_end_of_every_month(office):
    with office.database.write() as session:
        open_fund(
            session,
            office.lead,
            OpeningBalance(amount=900, on=date(2025, 12, 31), decree="SK 1"),
            nonce=a_nonce(),
            at=NOW,
        )
    costs = {"insurance": 5, "notary": 0, "land_check": 0}
    _book(
        office,
        disbursement(300, date(2026, 1, 1), "x", **costs),
        disbursement(100, date(2026, 1, 31), "x", **costs),
        payment(50, InterestSplit(3, 2, 1), date(2026, 3, 1), "x"),
    )
    assert _read(office, fund_months, date(2026, 3, 2)) == (
        MonthEnd(date(2025, 12, 1), 900, 0),
        MonthEnd(date(2026, 1, 1), 500, 400),
        MonthEnd(date(2026, 2, 1), 500, 400),
        MonthEnd(date(2026, 3, 1), 550, 350),
    )
    balances = _read(office, account_balances)
    assert balances[Account.FUND_CASH] == 550
    assert balances[Account.INTEREST_CASH] == 6
    assert balances[Account.COSTS_CASH] == 10
    assert sum(balances.values()) == 0


def test_no_work_waits_where_there_are_no_files(office):
    found = _read(office, work_waiting)
    assert (found.returned, found.without_collateral) == (0, {})
