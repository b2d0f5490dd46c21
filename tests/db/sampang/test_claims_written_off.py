"""The claim that stays after a write-off: told, collected, and what comes in for it is capital; by hand.

The loan is of Rp20.000.000 for 24 months with Rp100.000 interest each, and nobody pays it.
"""

from datetime import date, timedelta

import pytest

from db.sampang.fund.ledger import held_fund
from db.sampang.loans.claim_lists import claim_on, claims
from db.sampang.loans.many_payments import post_payments
from db.sampang.loans.settlement_quotes import settlement_asked
from db.sampang.origination.kin import kin
from db.sampang.refusals import Hindered, TooMuchPaid
from db.sampang.servicing.accounts import account_of
from db.sampang.servicing.loan_standing import loan_standing
from db.sampang.servicing.outlooks import collection
from db.sampang.servicing.red_list import propose_listing
from db.sampang.settlement_refusals import WrittenOffFirst
from db.sampang.trail import SampangAction, SampangSubject
from db.trail import Subject
from db.verbs import verb
from domain.closings import ClosingReason
from domain.problems import Problem
from domain.sampang.bank_file.bank_accepting import LoanMoney
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.money_in import Payment
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.loan_state import LoanState
from domain.sampang.servicing.reasons import Stance, Step
from domain.sampang.servicing.settling import SettlementAsked
from tests.db.people import a_nonce
from tests.db.sampang.collecting import LISTED_ON, LISTING, a_loan, at, give, in_default, tell_until
from tests.db.sampang.lending import a_lending_office, a_nik
from tests.db.sampang.writing_off import (
    BOOKED,
    DECREE,
    LATER,
    books,
    looked_at,
    pay,
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


def test_the_claim_stays_on_the_account_and_in_its_list_and_is_never_settled(lending):
    loan, file = a_loan(lending)
    written_off(lending, loan)
    (line,), total = lending.ask(claims, lending.officer)
    assert (total, line.loan_id, line.claim) == (1, loan, lending.ask(claim_on, lending.officer, loan))
    claim = line.claim
    assert (claim.principal, claim.interest, claim.left) == (20 * MILLION, 2_400_000, 22_400_000)
    assert (claim.since, claim.decree) == (BOOKED, DECREE.decree)
    account = lending.ask(account_of, lending.officer, file, LATER).account
    assert account.state is state(lending, file).state is LoanState.WRITTEN_OFF
    assert "tagihan tetap ada" in account.standing.told


def test_later_money_is_capital_and_lowers_the_claim(lending):
    loan, file = a_loan(lending)
    written_off(lending, loan)
    before = books(lending)
    pay(lending, loan, 3 * MILLION)
    after = books(lending)
    moved = {one: after[one] - before[one] for one in Account if after[one] != before[one]}
    assert moved == {Account.FUND_CASH: 3 * MILLION, Account.CAPITAL: -3 * MILLION}
    claim = lending.ask(claim_on, lending.officer, loan)
    assert (claim.recovered, claim.left) == (3 * MILLION, 19_400_000)
    line = lending.ask(account_of, lending.officer, file, LATER).lines[-1]
    assert (line.kind, line.amount) == (EntryKind.RECOVERY, 3 * MILLION)
    looked_at(lending)


def test_money_that_is_dated_before_the_write_off_is_capital_too(lending):
    loan, _ = a_loan(lending)
    written_off(lending, loan)
    pay(lending, loan, MILLION, on=BOOKED - timedelta(days=20))
    assert lending.ask(claim_on, lending.officer, loan).recovered == MILLION
    assert books(lending)[Account.LOANS] == 0
    looked_at(lending)


def test_all_of_the_claim_can_come_in_and_no_more_and_it_is_still_not_settled(lending):
    loan, file = a_loan(lending)
    written_off(lending, loan)
    pay(lending, loan, 22_400_000)
    with pytest.raises(TooMuchPaid):
        pay(lending, loan, 1)
    assert state(lending, file).state is LoanState.WRITTEN_OFF
    assert "sudah terbayar" in lending.ask(collection, lending.officer, loan, LATER).outlook.told
    looked_at(lending)


def test_it_is_not_taken_back_while_money_for_the_claim_is_booked(lending):
    loan, _ = a_loan(lending)
    entry = written_off(lending, loan)
    money = pay(lending, loan, MILLION)
    with pytest.raises(Hindered, match="Balik dahulu"):
        take_back(lending, entry)
    take_back(lending, money)
    assert lending.ask(claim_on, lending.officer, loan).recovered == 0
    looked_at(lending)


def test_an_earlier_payment_is_not_taken_back_before_the_write_off_is(lending):
    loan, _ = a_loan(lending)
    payment = pay(lending, loan, 5 * MILLION, on=date(2026, 12, 1))
    entry = written_off(lending, loan)
    with pytest.raises(WrittenOffFirst):
        take_back(lending, payment)
    take_back(lending, entry)
    take_back(lending, payment)
    assert books(lending)[Account.LOANS] == 20 * MILLION
    looked_at(lending)


def test_a_written_off_loan_is_not_settled_early(lending):
    loan, _ = a_loan(lending)
    written_off(lending, loan)
    found = lending.ask(settlement_asked, lending.officer, loan, SettlementAsked(on=LATER))
    assert isinstance(found, Problem)


def test_collecting_goes_on_and_the_red_list_stays_open_to_it(lending):
    loan, file = in_default(lending)
    give(lending, loan)
    written_off(lending, loan)
    listed = lending.ask(collection, lending.officer, loan, LISTED_ON).outlook.of(Step.RED_LIST)
    assert listed.stance is Stance.READY
    assert lending.run(propose_listing, lending.officer, loan, LISTING, at=at(LISTED_ON))
    assert "Kejaksaan" in state(lending, file).told


def test_a_household_sees_the_claim_that_stays(lending):
    nik = a_nik()
    loan, _ = a_loan(lending, nik=nik)
    written_off(lending, loan)
    (other,) = lending.ask(kin, lending.member, lending.file_at(Stage.FILED, nik=nik))
    assert "dihapusbukukan" in other.claim_told
    assert other.settled_on is None


def test_a_row_of_the_bank_for_it_is_capital_too(lending):
    loan, _ = a_loan(lending)
    written_off(lending, loan)
    before = books(lending)
    with lending.database.write() as session, verb(
        session, lending.officer, SAMPANG, SampangPermission.RECORD_PAYMENTS, SampangAction.ACCEPT_BANK_ROWS,
        nonce=a_nonce(), at=at(LATER),
    ) as act:  # fmt: skip
        held_fund(session)
        money = [LoanMoney(n, loan, Payment(amount=n * MILLION, on=LATER, reference=f"B{n}")) for n in (1, 2)]
        post_payments(act, money)
        act.close(Subject(SampangSubject.LOAN, loan))
    after = books(lending)
    assert after[Account.CAPITAL] - before[Account.CAPITAL] == -3 * MILLION
    assert lending.ask(claim_on, lending.officer, loan).recovered == 3 * MILLION
    looked_at(lending)


def test_what_a_letter_would_claim_is_less_by_what_came_in(lending):
    loan, file = a_loan(lending)
    written_off(lending, loan)
    before = lending.ask(account_of, lending.officer, file, LATER).account
    pay(lending, loan, MILLION)
    after = lending.ask(account_of, lending.officer, file, LATER).account
    assert before.arrears.amount - after.arrears.amount == MILLION
    assert before.owed - after.owed == MILLION
    assert (
        lending.ask(collection, lending.officer, loan, LATER).outlook.arrears.amount == after.arrears.amount
    )


def test_a_claim_of_which_only_coming_interest_is_left_asks_for_no_step(lending):
    loan, _ = a_loan(lending)
    written_off(lending, loan)
    pay(lending, loan, 22_400_000 - 100_000)
    assert lending.ask(collection, lending.officer, loan, LATER).outlook.next == ()
