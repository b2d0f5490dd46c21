"""Interest goes to the treasury first, its shares are paid out of there; borrowers' costs are handed on."""

from datetime import date, timedelta

import pytest

from db.audit import history
from db.refusals import SameAgain, SelfApproval
from db.sampang.loans.reversals import approve_reversal, propose_reversal
from db.sampang.refusals import Hindered, NotReversible
from db.sampang.trail import SampangSubject
from db.sampang.treasury.fund_refusals import NotYetOpened, OutsideFund
from db.trail import Subject
from domain.programme import NotAllowed
from domain.sampang.fund.interest_shares import Share
from domain.sampang.fund.money_in import ReversalAsked
from domain.sampang.fund.money_out import Cost
from domain.sampang.programme import SAMPANG
from tests.db.people import a_nonce
from tests.db.sampang.kept_totals import look_at_kept_totals
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.treasury import (
    IN_APRIL,
    IN_MAY,
    LATER,
    a_loan,
    approve_taking_back,
    ask_back,
    hand_on,
    held,
    pay,
    pay_out,
    remit,
    take_back,
)

REVENUE, AGENCY, BANK = Share


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url) as lending:
        yield lending
        with lending.database.read() as session:
            look_at_kept_totals(session)
        assert sum(lending.balances().values()) == 0


@pytest.fixture
def loan(lending):
    return a_loan(lending)


def changed(lending, before):
    after = lending.balances()
    moved = {name: after.get(name, 0) - before.get(name, 0) for name in after.keys() | before.keys()}
    return {name: amount for name, amount in moved.items() if amount}


def test_odd_payments_of_the_fund_split_like_their_sum(lending):
    # One loan paid back whole brings Rp2.400.000 of interest, another its first three months' Rp300.000.
    first, second = a_loan(lending), a_loan(lending)
    for odd in (*[777_777] * 28, 622_244):
        pay(lending, first, odd)
        pay(lending, second, 7_777)
    pay(lending, second, 300_000 - 29 * 7_777)
    assert [held(lending)[share][0] for share in (REVENUE, BANK, AGENCY)] == [1_350_000, 450_000, 900_000]


def test_a_payment_taken_back_leaves_the_shares_of_what_stays(lending):
    loan = a_loan(lending)
    entries = [pay(lending, loan, odd) for odd in (5, 5, 5, 5)]
    take_back(lending, entries[1])
    take_back(lending, entries[2])
    assert [held(lending)[share][0] for share in Share] == [5, 3, 2]  # of Rp10


def test_remitted_interest_lies_in_the_treasury_by_its_shares(lending, loan):
    pay(lending, loan, 100_000)
    before = lending.balances()
    entry = remit(lending, 60_000)
    assert changed(lending, before) == {
        "interest_cash": -60_000,
        "remitted_revenue": 30_000,
        "remitted_agency": 20_000,
        "remitted_bank": 10_000,
    }
    assert held(lending)[BANK] == (16_667, 10_000, 0, 6_667)
    with lending.database.read() as session:
        (line,) = history(
            session, lending.office.admin, SAMPANG, Subject(SampangSubject.JOURNAL_ENTRY, entry)
        )
    assert line.action == "remit_interest"


def test_no_more_is_remitted_than_lies_in_the_bank(lending, loan):
    pay(lending, loan, 100_000)
    before = lending.office.everything()
    with pytest.raises(Hindered, match=r"hanya Rp100\.000, sedangkan yang dicatat Rp100\.001") as refused:
        remit(lending, 100_001)
    assert [one.place.short for one in refused.value.hindrances] == ["VIII.4"]
    assert lending.office.everything() == before


def test_no_share_is_paid_before_it_is_remitted(lending, loan):
    pay(lending, loan, 100_000)
    with pytest.raises(Hindered, match="Jasa disetor dahulu"):
        pay_out(lending, BANK, 1)
    remit(lending, 60_000, on=IN_MAY)
    with pytest.raises(Hindered, match="Jasa disetor dahulu"):
        pay_out(lending, BANK, 1, on=IN_MAY - timedelta(days=1))
    pay_out(lending, BANK, 10_000, on=IN_MAY)
    assert held(lending)[BANK] == (16_667, 10_000, 10_000, 6_667)


def test_no_share_is_paid_beyond_its_part(lending, loan):
    pay(lending, loan, 100_000)
    remit(lending, 100_000)
    pay_out(lending, BANK, 16_667)
    with pytest.raises(Hindered, match=r"hanya Rp0, sedangkan yang dicatat Rp1"):
        pay_out(lending, BANK, 1)
    pay_out(lending, AGENCY, 33_333)
    pay_out(lending, REVENUE, 50_000)
    assert {"interest_cash", "due_to_bank", "remitted_bank"}.isdisjoint(lending.balances())


def test_money_written_down_late_cannot_have_been_paid_out_twice(lending, loan):
    # What was remitted by May was paid out in June; so nothing was there in between for another in May.
    pay(lending, loan, 100_000)
    remit(lending, 100_000, on=IN_MAY)
    pay_out(lending, BANK, 16_667, on=date(2026, 6, 10))
    with pytest.raises(Hindered):
        pay_out(lending, BANK, 1, on=date(2026, 5, 10))


def test_borrowers_costs_are_handed_on_up_to_what_they_paid(lending, loan):
    before = lending.balances()
    hand_on(lending, 100_000, Cost.INSURANCE)
    hand_on(lending, 200_000, Cost.NOTARY)
    hand_on(lending, 50_000, Cost.LAND_CHECK)
    assert changed(lending, before) == {
        "costs_cash": -350_000,
        "insurance_payable": 100_000,
        "notary_payable": 200_000,
        "land_check_payable": 50_000,
    }
    with pytest.raises(Hindered, match=r"untuk BPN per 4 Mei 2026 hanya Rp0") as refused:
        hand_on(lending, 1, Cost.LAND_CHECK)
    assert [one.place.short for one in refused.value.hindrances] == ["VIII.5.d"]


def test_costs_are_not_handed_on_before_the_borrower_paid_them(lending, loan):
    with pytest.raises(Hindered):
        hand_on(lending, 1, Cost.NOTARY, on=date(2026, 3, 1))  # paid out on 2 March
    hand_on(lending, 1, Cost.NOTARY, on=date(2026, 3, 2))


PRESSES = {
    "remittance": lambda lending, **more: remit(lending, 6_000, **more),
    "payout": lambda lending, **more: pay_out(lending, BANK, 1_000, **more),
    "cost": lambda lending, **more: hand_on(lending, 1_000, **more),
}


@pytest.fixture
def stocked(lending, loan):
    pay(lending, loan, 100_000)
    remit(lending, 60_000)
    return lending


@pytest.mark.parametrize("name", PRESSES)
def test_the_same_slip_is_asked_about_and_let_pass_for_a_reason(stocked, name):
    first = PRESSES[name](stocked, reference="BKU/77-2026")
    before = stocked.office.everything()
    with pytest.raises(SameAgain) as refused:
        PRESSES[name](stocked, reference="bku 77 2026")
    assert f"nomor jurnal {first}" in refused.value.sentence
    assert stocked.office.everything() == before
    PRESSES[name](stocked, reference="bku 77 2026", again_because="dua kuitansi senomor")
    take_back(stocked, first)


@pytest.mark.parametrize("name", PRESSES)
def test_the_same_slip_on_another_day_or_taken_back_is_not_asked_about(stocked, name):
    first = PRESSES[name](stocked, reference="BKU/77")
    PRESSES[name](stocked, reference="BKU/77", on=date(2026, 5, 5))
    take_back(stocked, first)
    PRESSES[name](stocked, reference="BKU/77")


def test_the_same_slip_for_two_shares_is_two_payments(stocked):
    pay_out(stocked, BANK, 1_000, reference="SP2D 5")
    pay_out(stocked, AGENCY, 1_000, reference="SP2D 5")


@pytest.mark.parametrize("name", PRESSES)
def test_one_button_pressed_twice_books_once(stocked, name):
    nonce = a_nonce()
    first = PRESSES[name](stocked, nonce=nonce, reference="BKU/1")
    before = stocked.office.everything()
    assert PRESSES[name](stocked, nonce=nonce, reference="BKU/1") == first
    assert stocked.office.everything() == before


@pytest.mark.parametrize("name", PRESSES)
def test_only_an_officer_records_what_is_handed_on(stocked, name):
    for who in (stocked.lead, stocked.member, stocked.bank, stocked.leadership):
        with pytest.raises(NotAllowed):
            PRESSES[name](stocked, who=who)


@pytest.mark.parametrize("name", PRESSES)
@pytest.mark.parametrize("on", [date(2026, 1, 1), LATER.date() + timedelta(days=1)])
def test_it_is_dated_within_the_life_of_the_fund(stocked, name, on):
    with pytest.raises(OutsideFund, match="saldo awal dana"):
        PRESSES[name](stocked, on=on)


def test_a_fund_that_is_not_open_hands_on_nothing(database_url):
    with a_lending_office(database_url, money=0) as lending:
        for press in PRESSES.values():
            with pytest.raises(NotYetOpened):
                press(lending)


@pytest.mark.parametrize("name", PRESSES)
def test_two_people_take_it_back_whole_and_once(stocked, name):
    before = stocked.balances()
    entry = PRESSES[name](stocked)
    asked = stocked.run(propose_reversal, stocked.officer, entry, ReversalAsked(reason="keliru"), at=LATER)
    with pytest.raises(NotAllowed), stocked.database.write() as session:
        approve_reversal(session, stocked.officer, asked, on=LATER.date(), at=LATER)
    with stocked.database.write() as session:
        approve_reversal(session, stocked.lead, asked, on=LATER.date(), at=LATER)
    assert stocked.balances() == before
    with pytest.raises(NotReversible):
        stocked.run(propose_reversal, stocked.officer, entry, ReversalAsked(reason="lagi"), at=LATER)


def test_who_asked_to_take_it_back_does_not_approve_it(stocked):
    both, entry = stocked.officer_and_lead, remit(stocked, 6_000)
    asked = stocked.run(propose_reversal, both, entry, ReversalAsked(reason="keliru"), at=LATER)
    with pytest.raises(SelfApproval), stocked.database.write() as session:
        approve_reversal(session, both, asked, on=LATER.date(), at=LATER)


def test_a_remittance_goes_back_only_after_what_was_paid_out_of_it(stocked):
    entry = remit(stocked, 40_000)
    paid = pay_out(stocked, BANK, 16_667)
    asked = ask_back(stocked, entry)
    with pytest.raises(Hindered, match=r"Bagian Bank Jatim .* tinggal Rp0 dari Rp6\.667"):
        approve_taking_back(stocked, asked)
    take_back(stocked, paid)
    approve_taking_back(stocked, asked)
    assert held(stocked)[BANK] == (16_667, 10_000, 0, 6_667)


def test_a_payment_taken_back_after_its_interest_was_remitted_shows_below_zero(lending, loan):
    entry = pay(lending, loan, 100_000)
    remit(lending, 100_000)
    take_back(lending, entry)
    assert lending.balances()["interest_cash"] == -100_000
    assert [held(lending)[share][3] for share in Share] == [-50_000, -33_333, -16_667]
    with pytest.raises(Hindered, match=r"hanya Rp0"):
        remit(lending, 1)


def test_money_before_april_is_not_needed_for_a_payout_in_may(lending, loan):
    pay(lending, loan, 60_000, on=IN_APRIL)
    with pytest.raises(Hindered):
        remit(lending, 60_000, on=IN_APRIL - timedelta(days=1))
    remit(lending, 60_000, on=IN_APRIL)
