"""Capital changes by a decree and two people; nothing is booked before, no promised money is taken out."""

from datetime import date

import pytest

from db.refusals import AlreadyClosed, NotFound, NotYourProposal, OwnProposal, SameAgain, SelfApproval
from db.sampang.refusals import Hindered
from db.sampang.treasury.capital import return_capital, withdraw_capital
from db.sampang.treasury.capital_lists import (
    booked_capital,
    closed_capital,
    returned_capital,
    waiting_capital,
)
from db.sampang.treasury.fund_refusals import AlreadyBooked, OutsideFund
from domain.closings import ClosingReason
from domain.programme import NotAllowed
from domain.sampang.fund.money_out import CapitalMove
from domain.sampang.origination.stages import Stage
from tests.db.people import a_nonce
from tests.db.races import at_one_moment, the_one_refused
from tests.db.sampang.kept_totals import look_at_kept_totals
from tests.db.sampang.lending import ASKED, a_lending_office
from tests.db.sampang.treasury import (
    LATER,
    a_change,
    approve,
    approve_taking_back,
    ask_back,
    propose,
    take_back,
)

JUTA = 10**6
WHY = ClosingReason(reason="SK belum ditandatangani")
OUT = CapitalMove.WITHDRAWN


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 100 * JUTA) as lending:
        yield lending
        with lending.database.read() as session:
            look_at_kept_totals(session)
        assert sum(lending.balances().values()) == 0


def close(lending, verb, proposal, who):
    with lending.database.write() as session:
        verb(session, who, proposal, WHY, at=LATER)


def test_capital_is_added_once_another_person_approves(lending):
    proposal = propose(lending, a_change(50 * JUTA))
    assert lending.position().capital == 100 * JUTA
    entry = approve(lending, proposal)
    assert (lending.position().capital, lending.position().cash) == (150 * JUTA, 150 * JUTA)
    assert lending.balances() == {"fund_cash": 150 * JUTA, "capital": -150 * JUTA}
    (booked,) = lending.ask(booked_capital, lending.leadership)
    assert (booked.entry_id, booked.approved_by) == (entry, lending.lead.name)


def test_capital_is_withdrawn_the_same_way(lending):
    approve(lending, propose(lending, a_change(30 * JUTA, OUT)))
    assert lending.balances() == {"fund_cash": 70 * JUTA, "capital": -70 * JUTA}


def test_who_proposed_does_not_approve(lending):
    both = lending.officer_and_lead
    proposal = propose(lending, a_change(1), who=both)
    with pytest.raises(SelfApproval):
        approve(lending, proposal, who=both)
    with pytest.raises(NotAllowed):
        approve(lending, proposal, who=lending.officer)


def test_what_is_promised_to_borrowers_is_not_taken_out(lending):
    lending.file_at(Stage.APPROVED)
    before = lending.office.everything()
    with pytest.raises(Hindered, match=r"kurang Rp1: belum terikat Rp80\.000\.000"):
        propose(lending, a_change(80 * JUTA + 1, OUT))
    assert lending.office.everything() == before
    proposal = propose(lending, a_change(80 * JUTA, OUT))
    lending.file_at(Stage.APPROVED)
    with pytest.raises(Hindered, match=r"kurang Rp20\.000\.000"):
        approve(lending, proposal)
    assert lending.position().capital == 100 * JUTA


def test_it_is_approved_once(lending):
    proposal = propose(lending, a_change(1))
    entry = approve(lending, proposal)
    with pytest.raises(AlreadyBooked, match=f"nomor {entry}"):
        approve(lending, proposal, who=lending.other_lead)
    with pytest.raises(AlreadyBooked):
        close(lending, return_capital, proposal, lending.other_lead)


def test_of_two_who_approve_at_one_moment_one_books(lending):
    proposal = propose(lending, a_change(JUTA))
    refused = the_one_refused(
        at_one_moment(
            lambda: approve(lending, proposal, lending.lead),
            lambda: approve(lending, proposal, lending.other_lead),
        )
    )
    assert isinstance(refused, AlreadyBooked)
    assert lending.position().capital == 101 * JUTA


def test_a_proposal_is_returned_with_a_reason_and_its_maker_sees_it_until_the_next(lending):
    proposal, both = propose(lending, a_change(1)), lending.officer_and_lead
    own = propose(lending, a_change(2), both)
    with pytest.raises(OwnProposal):
        close(lending, return_capital, own, both)
    close(lending, return_capital, proposal, lending.lead)
    close(lending, return_capital, proposal, lending.lead)  # a second press
    with pytest.raises(AlreadyClosed):
        approve(lending, proposal)
    (returned,) = lending.ask(returned_capital, lending.officer)
    assert (returned.id, returned.closed.reason) == (proposal, WHY.reason)
    propose(lending, a_change(3))
    assert lending.ask(returned_capital, lending.officer) == ()
    assert [one.id for one in lending.ask(closed_capital, lending.lead)] == [proposal]


def test_only_its_maker_withdraws_a_proposal(lending):
    proposal = propose(lending, a_change(1))
    with pytest.raises(NotYourProposal):
        close(lending, withdraw_capital, proposal, lending.officer_and_lead)
    assert [one.id for one in lending.ask(waiting_capital, lending.lead)] == [proposal]
    close(lending, withdraw_capital, proposal, lending.officer)
    assert lending.ask(waiting_capital, lending.lead) == ()


def test_the_same_decree_is_asked_about_while_it_waits_and_once_it_is_booked(lending):
    proposal = propose(lending, a_change(5, decree="SK 9/2026"))
    with pytest.raises(SameAgain, match="menunggu persetujuan"):
        propose(lending, a_change(5, decree="sk 9 2026"))
    entry = approve(lending, proposal)
    with pytest.raises(SameAgain, match=f"nomor jurnal {entry}"):
        propose(lending, a_change(5, decree="sk 9 2026"))
    propose(lending, a_change(6, decree="sk 9 2026"))
    propose(lending, a_change(5, decree="sk 9 2026"), again_because="tahap kedua")
    take_back(lending, entry)


def test_a_decree_that_was_returned_or_taken_back_may_come_again(lending):
    proposal = propose(lending, a_change(5))
    close(lending, return_capital, proposal, lending.lead)
    entry = approve(lending, propose(lending, a_change(5)))
    take_back(lending, entry)
    propose(lending, a_change(5))


def test_it_is_taken_back_by_two_people_unless_it_was_lent(lending):
    entry = approve(lending, propose(lending, a_change(ASKED)))
    for _ in range(6):
        lending.file_at(Stage.DISBURSED)
    asked = ask_back(lending, entry)
    with pytest.raises(Hindered, match=r"kurang Rp20\.000\.000"):
        approve_taking_back(lending, asked)
    approve(lending, propose(lending, a_change(ASKED, decree="SK lain")))
    approve_taking_back(lending, asked)
    assert lending.position().capital == 100 * JUTA + ASKED


def test_withdrawn_capital_comes_back_the_same_way(lending):
    take_back(lending, approve(lending, propose(lending, a_change(7, OUT))))
    assert lending.balances() == {"fund_cash": 100 * JUTA, "capital": -100 * JUTA}


@pytest.mark.parametrize("on", [date(2026, 1, 1), date(2026, 8, 21)])
def test_it_is_dated_within_the_life_of_the_fund(lending, on):
    with pytest.raises(OutsideFund):
        propose(lending, a_change(1, on=on))


def test_an_officer_proposes_and_everybody_who_reads_the_fund_sees_what_was_booked(lending):
    for who in (lending.lead, lending.member, lending.bank, lending.leadership):
        with pytest.raises(NotAllowed):
            propose(lending, a_change(1), who=who)
    with pytest.raises(NotAllowed):
        lending.ask(waiting_capital, lending.leadership)
    assert lending.ask(booked_capital, lending.leadership) == ()
    with pytest.raises(NotFound):
        approve(lending, 99)


def test_one_button_pressed_twice_proposes_once(lending):
    nonce = a_nonce()
    assert propose(lending, a_change(1), nonce=nonce) == propose(lending, a_change(1), nonce=nonce)
    assert len(lending.ask(waiting_capital, lending.officer)) == 1
