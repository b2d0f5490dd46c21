"""A write-off by the regency's decree: off the loans and the capital, and the claim stays; all by hand.

The loan is of Rp20.000.000 for 24 months with Rp100.000 interest each, and nobody pays it.
"""

from datetime import date, timedelta

import pytest

from db.refusals import AlreadyClosed
from db.sampang.fund.ledger import position_of
from db.sampang.fund_over_time import fund_over_time
from db.sampang.lending_figures import lending_on
from db.sampang.loans.claim_lists import claim_on, claims, waiting_write_offs, write_offs_of
from db.sampang.loans.settlement_quotes import settlement_asked
from db.sampang.loans.write_offs import return_write_off, withdraw_write_off
from db.sampang.refusals import Hindered
from db.sampang.reports.loans_at_end import loans_at_end
from db.sampang.servicing.behind import ageing, every_late_loan, running_loans
from db.sampang.servicing.loan_standing import loan_standing
from db.sampang.servicing.outlooks import loans_behind
from db.sampang.settlement_refusals import MoneyBeforeTakingBack
from db.sampang.treasury.fund_refusals import AlreadyBooked
from domain.closings import ClosingReason
from domain.problems import Problem
from domain.sampang.fund.accounts import Account
from domain.sampang.servicing.loan_state import LoanState
from domain.sampang.servicing.settling import SettlementAsked
from domain.sampang.servicing.write_off import WriteOffAsked
from tests.db.sampang.collecting import a_loan, at, tell_until
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.writing_off import (
    BOOKED,
    DECREED,
    LATER,
    PROPOSED,
    approve,
    books,
    looked_at,
    pay,
    propose,
    take_back,
    written_off,
)

MILLION = 1_000_000
FUND = 1_000 * MILLION
WHY = ClosingReason(reason="keputusannya belum ada")


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, FUND) as lending:
        tell_until(lending)
        yield lending


def state(lending, file, day=LATER):
    return lending.ask(loan_standing, lending.officer, file, day)


def test_it_takes_what_is_left_off_the_loans_and_the_capital_and_moves_no_cash(lending):
    loan, _ = a_loan(lending)
    before = books(lending)
    written_off(lending, loan)
    after = books(lending)
    moved = {one: after[one] - before[one] for one in Account if after[one] != before[one]}
    assert moved == {Account.LOANS: -20 * MILLION, Account.CAPITAL: 20 * MILLION}
    looked_at(lending)


def test_only_the_principal_that_is_left_is_written_off(lending):
    loan, _ = a_loan(lending)
    pay(lending, loan, 2_700_000, on=date(2026, 6, 2))
    left = books(lending)[Account.LOANS]
    written_off(lending, loan)
    claim = lending.ask(claim_on, lending.officer, loan)
    assert 0 < claim.principal == left < 20 * MILLION
    assert claim.total == 22_400_000 - 2_700_000
    looked_at(lending)


def test_the_position_of_the_fund_counts_it_neither_as_lent_nor_as_returned(lending):
    loan, _ = a_loan(lending)
    written_off(lending, loan)
    with lending.database.read() as session:
        found = position_of(session)
    assert (found.lent, found.returned, found.written_off) == (0, 0, 20 * MILLION)
    assert (found.cash, found.capital) == (FUND - 20 * MILLION, FUND - 20 * MILLION)


def test_lists_of_running_and_late_loans_ageing_and_forecast_no_longer_count_it(lending):
    loan, other = a_loan(lending)[0], a_loan(lending)[0]
    written_off(lending, loan)
    assert [one.loan_id for one in lending.ask(running_loans, lending.officer, LATER)[0]] == [other]
    assert [one.loan_id for one in lending.ask(every_late_loan, lending.officer, LATER)] == [other]
    assert [one.loan_id for one in lending.ask(loans_behind, lending.officer, LATER)[0]] == [other]
    assert lending.ask(ageing, lending.lead, LATER).all.owed == 20 * MILLION
    found = lending.ask(fund_over_time, lending.lead, LATER)
    assert sum(found.coming.values()) + found.overdue == 20 * MILLION


def test_a_rate_that_is_observed_still_knows_what_was_never_paid(lending):
    loan, _ = a_loan(lending)
    before = lending.ask(fund_over_time, lending.lead, LATER).observed
    written_off(lending, loan)
    assert lending.ask(fund_over_time, lending.lead, LATER).observed == before
    assert before.due > 0
    assert before.received == 0


def test_one_proposal_waits_at_a_time_and_a_closed_one_frees_the_loan(lending):
    loan, _ = a_loan(lending)
    first = propose(lending, loan)
    with pytest.raises(Hindered, match="menunggu persetujuan"):
        propose(lending, loan)
    with lending.database.write() as session:
        return_write_off(session, lending.lead, first, WHY, at=at(BOOKED))
    with pytest.raises(AlreadyClosed):
        approve(lending, first)
    second = propose(lending, loan)
    with lending.database.write() as session:
        withdraw_write_off(session, lending.officer, second, WHY, at=at(BOOKED))
    assert [one.closed.reason for one in lending.ask(write_offs_of, lending.officer, loan)] == [
        WHY.reason
    ] * 2
    assert lending.ask(waiting_write_offs, lending.lead) == ()
    assert books(lending)[Account.LOANS] == 20 * MILLION


def test_a_proposal_is_booked_once(lending):
    loan, _ = a_loan(lending)
    proposal = propose(lending, loan)
    approve(lending, proposal)
    with pytest.raises(AlreadyBooked):
        approve(lending, proposal)
    with pytest.raises(Hindered, match="sudah dihapusbukukan"):
        propose(lending, loan)


def test_money_between_the_proposal_and_the_approval_asks_for_a_new_proposal(lending):
    loan, _ = a_loan(lending)
    proposal = propose(lending, loan)
    pay(lending, loan, 5 * MILLION, on=PROPOSED)
    with pytest.raises(Hindered, match="Sisa pokok berubah"):
        approve(lending, proposal, on=LATER)


@pytest.mark.parametrize("decreed_on", [date(2026, 3, 1), PROPOSED + timedelta(days=1)])
def test_a_decree_is_of_a_day_between_the_payout_and_today(lending, decreed_on):
    loan, _ = a_loan(lending)
    asked = WriteOffAsked(decree="Kep. 1", decreed_on=decreed_on, reason="x")
    with pytest.raises(Hindered, match="Tanggal keputusan"):
        propose(lending, loan, asked)


def test_a_loan_that_is_paid_back_cannot_be_written_off(lending):
    loan, _ = a_loan(lending)
    pay(lending, loan, 22_400_000, on=date(2026, 12, 1))
    with pytest.raises(Hindered, match="Tidak ada sisa pokok"):
        propose(lending, loan, on=LATER)


def test_it_is_taken_back_by_two_people_and_the_loan_runs_as_if_nothing_had_been(lending):
    loan, file = a_loan(lending)
    before = books(lending)
    entry = written_off(lending, loan)
    take_back(lending, entry)
    assert books(lending) == before
    assert state(lending, file).state is LoanState.BEHIND
    assert lending.ask(claims, lending.officer) == ((), 0)
    looked_at(lending)
    written_off(lending, loan, WriteOffAsked(decree="Kep. 9", decreed_on=DECREED, reason="lagi"))
    assert lending.ask(claim_on, lending.officer, loan).decree == "Kep. 9"
    looked_at(lending)


def test_after_it_was_taken_back_money_counts_from_that_day_on(lending):
    """Before that day the books have no principal of the loan, so there is nothing that money could pay."""
    loan, _ = a_loan(lending)
    take_back(lending, written_off(lending, loan))
    for on in (DECREED, LATER - timedelta(days=1)):
        with pytest.raises(MoneyBeforeTakingBack, match="15 Maret 2027"):
            pay(lending, loan, 1_600_000, on=on)
    early = SettlementAsked(on=LATER - timedelta(days=1))
    assert isinstance(lending.ask(settlement_asked, lending.officer, loan, early), Problem)
    pay(lending, loan, 1_600_000)
    with lending.database.read() as session:
        owed = [lending_on(session, day)["35.27.03"].owed for day in (DECREED, BOOKED, LATER)]
    assert owed == [20 * MILLION, 0, 19 * MILLION]
    looked_at(lending)


def test_a_report_counts_it_as_outstanding_until_that_day_and_not_after(lending):
    loan, _ = a_loan(lending)
    written_off(lending, loan)
    with lending.database.read() as session:
        before = loans_at_end(session, date(2026, 12, 1), date(2026, 12, 31))
        after = loans_at_end(session, date(2027, 1, 1), date(2027, 1, 31))
    assert [(one.owed, one.since is not None) for one in before] == [(20 * MILLION, True)]
    assert after == ()
