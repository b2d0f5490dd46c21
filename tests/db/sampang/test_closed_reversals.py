"""A request to take a payment back can be returned or withdrawn; nothing is booked, and it may come again."""

from datetime import date, timedelta

import pytest

from db.audit import history
from db.refusals import AlreadyApproved, AlreadyClosed, NotFound, NotYourProposal, OwnProposal, Wrong
from db.sampang.loans.loans import journal, loan_of
from db.sampang.loans.payments import record_payment
from db.sampang.loans.reversal_lists import closed_reversals, returned_reversals, waiting_reversals
from db.sampang.loans.reversals import (
    approve_reversal,
    propose_reversal,
    return_reversal,
    withdraw_reversal,
)
from db.sampang.refusals import NotReversible
from db.tables import JournalEntryRow
from domain.closings import Closed, Closing, ClosingReason
from domain.programme import NotAllowed
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from tests.db.people import NOW
from tests.db.races import DONE, at_one_moment, the_one_refused
from tests.db.sampang.lending import a_lending_office

PAID_AT, LATER = NOW + timedelta(days=90), NOW + timedelta(days=91)
CLOSE = {"returned": return_reversal, "withdrawn": withdraw_reversal}
WHY = ClosingReason(reason="Bukti setornya benar")


@pytest.fixture
def lending(database_url):
    with a_lending_office(database_url, 10**9) as lending:
        yield lending


@pytest.fixture
def entry(lending):
    loan = lending.ask(loan_of, lending.lead, lending.file_at(Stage.DISBURSED))
    received = Payment(amount=500_000, on=date(2026, 4, 2), reference="STS 7")
    return lending.run(record_payment, lending.officer, loan.id, received, at=PAID_AT)


def asked(lending, entry, who=None, reason="salah nomor"):
    who = who or lending.officer
    return lending.run(propose_reversal, who, entry, ReversalAsked(reason=reason), at=PAID_AT)


def approved(lending, proposal, who=None):
    with lending.database.write() as session:
        return approve_reversal(session, who or lending.lead, proposal, on=LATER.date(), at=LATER)


def closed(lending, how, proposal, who=None, why=WHY):
    usual = lending.lead if how == "returned" else lending.officer
    with lending.database.write() as session:
        CLOSE[how](session, who or usual, proposal, why, at=LATER)


@pytest.mark.parametrize(("how", "by"), [("returned", "Orang Ketua Harian"), ("withdrawn", "Orang petugas")])
def test_a_closed_request_books_nothing_and_tells_who_when_and_why(lending, entry, how, by):
    before = lending.balances()
    proposal = asked(lending, entry)
    closed(lending, how, proposal)
    assert lending.balances() == before
    assert lending.ask(waiting_reversals, lending.lead) == ()
    (one,) = lending.ask(closed_reversals, lending.officer)
    assert (one.id, one.entry_id, one.amount, one.reason) == (proposal, entry, 500_000, "salah nomor")
    assert one.closed == Closed(Closing(how), WHY.reason, by, LATER)


@pytest.mark.parametrize("how", CLOSE)
def test_a_closed_request_frees_its_payment_for_another_one(lending, entry, how):
    first = asked(lending, entry)
    with pytest.raises(NotReversible):
        asked(lending, entry)
    closed(lending, how, first)
    assert not _is_asked_back(lending, entry)
    second = asked(lending, entry, reason="sungguh salah nomor")
    assert _is_asked_back(lending, entry)
    with pytest.raises(AlreadyClosed):
        approved(lending, first)
    assert approved(lending, second)


def _is_asked_back(lending, entry):
    (line,) = [line for line in lending.ask(journal, lending.lead).lines if line.id == entry]
    return line.is_asked_back


# what was done before, what is pressed now and by whom, how it is refused
WRONG_MOMENTS = [
    ("approved", "returned", "other_lead", AlreadyApproved),
    ("approved", "withdrawn", "officer", AlreadyApproved),
    ("returned", "withdrawn", "officer", AlreadyClosed),
    ("withdrawn", "returned", "lead", AlreadyClosed),
    ("returned", "returned", "other_lead", AlreadyClosed),
    ("", "withdrawn", "officer_and_lead", NotYourProposal),
    ("", "returned", "officer", NotAllowed),
    ("", "returned", "member", NotAllowed),
    ("", "withdrawn", "lead", NotAllowed),
]


@pytest.mark.parametrize(("before", "now", "who", "refusal"), WRONG_MOMENTS)
def test_closing_at_a_wrong_moment_or_by_somebody_else_changes_nothing(
    lending, entry, before, now, who, refusal
):
    proposal = asked(lending, entry)
    if before == "approved":
        approved(lending, proposal)
    elif before:
        closed(lending, before, proposal)
    as_it_was = lending.office.everything()
    with pytest.raises(refusal):
        closed(lending, now, proposal, getattr(lending, who))
    assert lending.office.everything() == as_it_was


def test_the_maker_withdraws_and_never_returns_even_with_both_roles(lending, entry):
    proposal = asked(lending, entry, lending.officer_and_lead)
    with pytest.raises(OwnProposal):
        closed(lending, "returned", proposal, lending.officer_and_lead)
    closed(lending, "withdrawn", proposal, lending.officer_and_lead)


@pytest.mark.parametrize("how", CLOSE)
def test_a_second_press_changes_nothing_and_a_reason_is_needed(lending, entry, how):
    proposal = asked(lending, entry)
    with pytest.raises(Wrong, match="Alasan belum diisi"):
        closed(lending, how, proposal, why=ClosingReason(reason=" "))
    closed(lending, how, proposal)
    once = lending.office.everything()
    closed(lending, how, proposal)
    assert lending.office.everything() == once
    with pytest.raises(NotFound):
        closed(lending, how, 999)


def test_a_returned_request_is_told_to_its_maker_until_the_payment_is_asked_for_again(lending, entry):
    closed(lending, "returned", asked(lending, entry))
    (mine,) = lending.ask(returned_reversals, lending.officer)
    assert (mine.entry_id, mine.closed.reason) == (entry, WHY.reason)
    assert lending.ask(returned_reversals, lending.officer_and_lead) == ()
    again = asked(lending, entry, lending.officer_and_lead)
    assert lending.ask(returned_reversals, lending.officer) == ()
    closed(lending, "withdrawn", again, lending.officer_and_lead)
    assert lending.ask(returned_reversals, lending.officer_and_lead) == ()


def test_the_trail_keeps_what_was_asked_and_why_it_was_returned(lending, entry):
    closed(lending, "returned", asked(lending, entry))
    newest = lending.ask(history, lending.office.admin, SAMPANG)[0]
    assert (newest.action, newest.subject.id) == ("return_reversal", entry)
    assert newest.before == {"reason": "salah nomor"}
    assert newest.after == {"closed": "returned", "reason": WHY.reason}


@pytest.mark.parametrize("how", CLOSE)
def test_approved_and_closed_at_one_moment_is_one_of_the_two(lending, entry, how):
    proposal = asked(lending, entry)
    results = at_one_moment(lambda: approved(lending, proposal), lambda: closed(lending, how, proposal))
    refused = the_one_refused(results)
    is_approved = results[0] == DONE
    assert isinstance(refused, AlreadyApproved if is_approved else AlreadyClosed)
    with lending.database.read() as session:
        kinds = [row.kind for row in session.query(JournalEntryRow)]
    assert kinds.count("reversal") == int(is_approved)


def test_two_requests_for_one_payment_at_one_moment_are_one(lending, entry):
    closed(lending, "returned", asked(lending, entry))
    refused = the_one_refused(at_one_moment(lambda: asked(lending, entry), lambda: asked(lending, entry)))
    assert isinstance(refused, NotReversible)
    assert len(lending.ask(waiting_reversals, lending.lead)) == 1
