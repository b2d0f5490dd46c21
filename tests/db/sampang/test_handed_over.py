"""A claim that Kejaksaan or KPKNL collects: told everywhere, still outstanding, and money for it is taken."""

from datetime import date

import pytest

from db.sampang.loans.loans import loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.origination.kin import kin
from db.sampang.servicing.accounts import account_of
from db.sampang.servicing.behind import ageing, every_late_loan, running_loans
from db.sampang.servicing.loan_standing import claim_moves, loan_standing
from db.sampang.servicing.noting import take_back_claim
from domain.sampang.fund.money_in import Payment
from domain.sampang.origination.stages import Stage
from domain.sampang.servicing.collecting import Deed
from domain.sampang.servicing.loan_state import LoanState
from tests.db.people import a_nonce
from tests.db.sampang.collecting import BACK, GIVEN, a_loan, at, give, in_default, tell_until
from tests.db.sampang.lending import a_lending_office, a_nik

DAY = date(2026, 11, 5)
TOLD = "Diserahkan ke Kejaksaan Negeri Sampang sejak 20 Oktober 2026"


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        tell_until(lending)
        yield lending


def take_back(lending, loan):
    lending.run(take_back_claim, lending.officer, loan, BACK, at=at(BACK.on))


def in_list(lending, day=DAY, **more):
    return {one.loan_id: one for one in lending.ask(running_loans, lending.officer, day, **more)[0]}


def test_account_list_report_and_heading_tell_the_same_state(lending):
    loan, file = in_default(lending)
    give(lending, loan)
    account = lending.ask(account_of, lending.officer, file, DAY).account
    late = {one.loan_id: one for one in lending.ask(every_late_loan, lending.officer, DAY)}
    heading = lending.ask(loan_standing, lending.officer, file, DAY)
    assert account.state is LoanState.HANDED_OVER
    for found in (account.standing, in_list(lending)[loan].standing, late[loan].standing, heading):
        assert found.told == TOLD


def test_the_list_can_be_asked_for_the_claims_that_were_handed_over(lending):
    given, other = in_default(lending)[0], a_loan(lending)[0]
    assert in_list(lending, only_handed_over=True) == {}
    give(lending, given)
    assert set(in_list(lending)) == {given, other}
    assert set(in_list(lending, only_handed_over=True)) == {given}
    assert lending.ask(running_loans, lending.officer, DAY, only_handed_over=True)[1] == 1


def test_a_claim_that_came_back_is_behind_again(lending):
    loan, file = in_default(lending)
    give(lending, loan)
    take_back(lending, loan)
    assert in_list(lending, BACK.on, only_handed_over=True) == {}
    assert lending.ask(account_of, lending.officer, file, BACK.on).account.state is LoanState.BEHIND
    assert [one.what for one in lending.ask(claim_moves, lending.officer, file)] == [
        Deed.HANDED_BACK,
        Deed.HANDED_OVER,
    ]


def test_it_still_counts_as_outstanding_and_in_the_ageing(lending):
    loan, _ = in_default(lending)
    before = lending.ask(ageing, lending.lead, DAY)
    give(lending, loan)
    assert lending.ask(ageing, lending.lead, DAY) == before
    assert before.all.owed == 20_000_000


def test_money_for_it_is_taken_and_paying_all_of_it_settles_it(lending):
    loan, file = in_default(lending)
    give(lending, loan)
    for amount in (1_000_000, 21_400_000):  # Rp20 million and 24 months of Rp100.000
        received = Payment(amount=amount, on=DAY, reference=f"STS {a_nonce()}")
        lending.run(record_payment, lending.officer, loan, received, at=at(DAY))
    assert lending.ask(loan_standing, lending.officer, file, DAY).state is LoanState.SETTLED
    assert in_list(lending, only_handed_over=True) == {}


def test_a_household_sees_where_the_claim_went(lending):
    nik = a_nik()
    loan, _ = in_default(lending, nik=nik)
    give(lending, loan)
    (other,) = lending.ask(kin, lending.member, lending.file_at(Stage.FILED, nik=nik))
    assert other.claim_told == TOLD[0].lower() + TOLD[1:]


def test_a_file_that_is_not_paid_out_has_no_standing(lending):
    file = lending.file_at(Stage.APPROVED)
    assert lending.ask(loan_standing, lending.officer, file, DAY) is None
    assert lending.ask(loan_of, lending.officer, file) is None


def test_the_entry_keeps_the_paper_s_number(lending):
    loan, file = in_default(lending)
    give(lending, loan)
    (line,) = lending.ask(claim_moves, lending.officer, file)
    assert (line.number, line.on) == (GIVEN.number, GIVEN.on)
