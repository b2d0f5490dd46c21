"""A proposal of the office that nobody approved can be returned or withdrawn, and then counts for nothing."""

from datetime import date, timedelta

import pytest

from db.audit import history
from db.office.closed_proposals import closed_proposals, returned_proposals
from db.office.practice import practice
from db.office.settings import (
    approve_reading,
    approve_setting,
    pending,
    propose_reading,
    propose_setting,
    return_proposal,
    withdraw_proposal,
)
from db.refusals import (
    AlreadyApproved,
    AlreadyClosed,
    NotFound,
    NotYourProposal,
    OwnProposal,
    Wrong,
)
from db.trail import OfficeSubject, Subject
from domain.blitar.programme import BLITAR
from domain.closings import Closed, Closing, ClosingReason
from domain.programme import NotAllowed
from domain.regulation.law_in_force import NO_PRACTICE
from domain.regulation.office_proposals import ReadingProposed, SettingProposed
from domain.sampang.parameters import INSURANCE_RATE, NOTARY_FEE
from domain.sampang.programme import SAMPANG
from domain.sampang.readings import S01
from tests.db.people import NOW, a_nonce, an_office
from tests.db.races import DONE, at_one_moment, the_one_refused

APRIL = date(2026, 4, 1)
LATER = NOW + timedelta(hours=1)
SETTING, READING = OfficeSubject.OFFICE_SETTING, OfficeSubject.READING_SETTLEMENT
KINDS = pytest.mark.parametrize("kind", [SETTING, READING])
APPROVE = {SETTING: approve_setting, READING: approve_reading}
CLOSE = {"returned": return_proposal, "withdrawn": withdraw_proposal}
WHY = ClosingReason(reason="Angkanya dari polis lama")


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def proposed(office, kind=SETTING, actor=None, parameter=INSURANCE_RATE):
    with office.database.write() as session:
        actor, more = actor or office.admin, {"nonce": a_nonce(), "at": NOW}
        if kind is SETTING:
            asked = SettingProposed(since=APRIL, reason="Polis 2026")
            number = propose_setting(session, actor, SAMPANG, parameter, 7, asked, **more)
        else:
            asked = ReadingProposed(letter="B", on=APRIL, decree="SK 1", reason="Rapat")
            number = propose_reading(session, actor, SAMPANG, S01, asked, **more)
    return Subject(kind, number)


def approved(office, subject, actor=None):
    with office.database.write() as session:
        APPROVE[subject.kind](session, actor or office.lead, SAMPANG, subject.id, at=LATER)


def closed(office, how, subject, actor=None, why=WHY, programme=SAMPANG):
    usual = office.lead if how == "returned" else office.admin
    with office.database.write() as session:
        CLOSE[how](session, actor or usual, programme, subject, why, at=LATER)


def listed(office, list_of, actor=None):
    with office.database.read() as session:
        return list_of(session, actor or office.lead, SAMPANG)


@KINDS
@pytest.mark.parametrize(
    ("how", "by"), [("returned", "Orang Ketua Harian"), ("withdrawn", "Orang administrator")]
)
def test_a_closed_proposal_waits_no_more_and_tells_who_when_and_why(office, kind, how, by):
    subject = proposed(office, kind)
    closed(office, how, subject)
    assert listed(office, pending) == ()
    (entry,) = listed(office, closed_proposals)
    assert (entry.subject, entry.closed) == (subject, Closed(Closing(how), WHY.reason, by, LATER))
    with office.database.read() as session:
        assert practice(session, SAMPANG) == NO_PRACTICE


@KINDS
@pytest.mark.parametrize(("how", "words"), [("returned", "dikembalikan oleh Orang Ketua Harian"),
                                            ("withdrawn", "ditarik oleh Orang administrator")])  # fmt: skip
def test_a_closed_proposal_cannot_be_approved_any_more(office, kind, how, words):
    subject = proposed(office, kind)
    closed(office, how, subject)
    with pytest.raises(AlreadyClosed) as refused:
        approved(office, subject)
    assert f"{words} pada 2 Maret 2026 11.14" in refused.value.sentence


# what was done before, what is pressed now and by whom, how it is refused
WRONG_MOMENTS = [
    ("approved", "returned", "admin_and_lead", AlreadyApproved),
    ("approved", "withdrawn", "admin", AlreadyApproved),
    ("returned", "withdrawn", "admin", AlreadyClosed),
    ("withdrawn", "returned", "lead", AlreadyClosed),
    ("returned", "returned", "admin_and_lead", AlreadyClosed),
    ("", "withdrawn", "admin_and_lead", NotYourProposal),
    ("", "returned", "admin", NotAllowed),
    ("", "withdrawn", "lead", NotAllowed),
]


@KINDS
@pytest.mark.parametrize(("before", "now", "who", "refusal"), WRONG_MOMENTS)
def test_closing_at_a_wrong_moment_or_by_somebody_else_changes_nothing(
    office, kind, before, now, who, refusal
):
    subject = proposed(office, kind)
    if before == "approved":
        approved(office, subject)
    elif before:
        closed(office, before, subject)
    as_it_was = office.everything()
    with pytest.raises(refusal):
        closed(office, now, subject, getattr(office, who))
    assert office.everything() == as_it_was


@KINDS
def test_the_maker_withdraws_and_never_returns_even_with_both_roles(office, kind):
    subject = proposed(office, kind, office.admin_and_lead)
    with pytest.raises(OwnProposal) as refused:
        closed(office, "returned", subject, office.admin_and_lead)
    assert "tariklah usulan itu" in refused.value.sentence
    closed(office, "withdrawn", subject, office.admin_and_lead)
    assert listed(office, pending) == ()


@pytest.mark.parametrize("how", CLOSE)
def test_a_second_press_changes_nothing(office, how):
    subject = proposed(office)
    closed(office, how, subject)
    once = office.everything()
    closed(office, how, subject)
    assert office.everything() == once


@pytest.mark.parametrize("how", CLOSE)
def test_closing_needs_a_reason(office, how):
    subject = proposed(office)
    with pytest.raises(Wrong, match="Alasan belum diisi"):
        closed(office, how, subject, why=ClosingReason(reason=" "))
    assert len(listed(office, pending)) == 1


@pytest.mark.parametrize("how", CLOSE)
def test_a_proposal_of_the_other_regency_or_none_at_all_is_missing(office, how):
    both = (
        office.admin
        if how == "withdrawn"
        else next(person for role, person in office.people.items() if role == "agency_head")
    )
    for number in (proposed(office).id, 999):
        with pytest.raises(NotFound):
            closed(office, how, Subject(SETTING, number), both, programme=BLITAR)


def test_a_returned_proposal_is_told_to_its_maker_until_the_same_is_proposed_again(office):
    closed(office, "returned", proposed(office))
    mine = listed(office, returned_proposals, office.admin)
    assert [(one.key, one.closed.reason) for one in mine] == [("insurance_rate", WHY.reason)]
    assert listed(office, returned_proposals, office.admin_and_lead) == ()
    proposed(office, parameter=NOTARY_FEE)
    assert len(listed(office, returned_proposals, office.admin)) == 1
    again = proposed(office, actor=office.admin_and_lead)
    assert listed(office, returned_proposals, office.admin) == ()
    approved(office, again)
    assert len(listed(office, closed_proposals)) == 1


def test_what_the_maker_withdrew_is_not_told_to_them_as_returned(office):
    closed(office, "withdrawn", proposed(office))
    assert listed(office, returned_proposals, office.admin) == ()


def test_the_trail_tells_what_was_returned_and_why(office):
    subject = proposed(office)
    closed(office, "returned", subject)
    with office.database.read() as session:
        newest = history(session, office.admin, SAMPANG)[0]
    assert (newest.action, newest.subject) == ("return_proposal", subject)
    assert newest.person_name == "Orang Ketua Harian"
    assert newest.before["value"] == 7
    assert newest.after == {"closed": "returned", "reason": WHY.reason}


@KINDS
@pytest.mark.parametrize("how", CLOSE)
def test_approved_and_closed_at_one_moment_is_one_of_the_two(office, kind, how):
    subject = proposed(office, kind)
    results = at_one_moment(lambda: approved(office, subject), lambda: closed(office, how, subject))
    refused = the_one_refused(results)
    is_approved = results[0] == DONE
    assert isinstance(refused, AlreadyApproved if is_approved else AlreadyClosed)
    with office.database.read() as session:
        found = practice(session, SAMPANG)
    assert (len(found.settings) + len(found.settlements)) == int(is_approved)
    assert len(listed(office, closed_proposals)) == int(not is_approved)
