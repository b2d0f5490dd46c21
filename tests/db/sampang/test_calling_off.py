"""A meeting opened by mistake is cancelled with its reason, as long as it decided nothing."""

import pytest
from sqlalchemy import select

from db.refusals import Wrong
from db.sampang.origination.calling_off import call_off_meeting
from db.sampang.origination.correcting import take_back_decision
from db.sampang.origination.issued_papers import PaperKind, issue_paper
from db.sampang.origination.meetings import meeting, save_meeting
from db.sampang.origination.paper_check import papers_by_number
from db.sampang.refusals import Hindered, MeetingCalledOff, MeetingClosed
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import AuditRow
from domain.closings import ClosingReason
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import PaperNumber
from tests.db.people import NOW, a_nonce
from tests.db.sampang.lending import DAY, MEETING, a_lending_office

WHY = ClosingReason(reason="Salah tanggal")


@pytest.fixture
def office(database_url):
    with a_lending_office(database_url) as office:
        yield office


def call_off(office, why=WHY, nonce=None):
    with office.database.write() as session:
        return call_off_meeting(session, office.member, office.meeting, why, nonce=nonce or a_nonce(), at=NOW)


def invite(office):
    with office.database.write() as session:
        told = PaperNumber(number="UND 1", on=DAY)
        more = {"nonce": a_nonce(), "at": NOW, "meeting_id": office.meeting}
        return issue_paper(session, office.officer, PaperKind.INVITATION, b"%PDF", told, **more)


def test_it_stays_readable_with_its_reason_and_decides_nothing_more(office):
    call_off(office)
    found = office.ask(meeting, office.member, office.meeting)
    assert (found.is_called_off, found.meeting.called_off) == (True, "Salah tanggal")
    with pytest.raises(MeetingClosed):
        office.press("approve", office.file_at(Stage.SURVEYED))
    known = {"meeting_id": office.meeting, "expected_version": found.version}
    with pytest.raises(MeetingClosed):
        office.run(save_meeting, office.member, MEETING, **known)


def test_who_and_why_stand_in_the_trail(office):
    call_off(office)
    row = AuditRow
    query = select(row).where(row.subject_kind == SampangSubject.MEETING).order_by(row.id.desc())
    with office.database.read() as session:
        newest = session.scalars(query).first()
        assert newest.after == {"called_off": "Salah tanggal"}
        assert (newest.action, newest.subject_id) == (SampangAction.CALL_OFF_MEETING, office.meeting)


def test_a_meeting_that_decided_something_is_not_cancelled_even_if_that_was_taken_back(office):
    file = office.file_at(Stage.SURVEYED)
    office.press("approve", file)
    why = ClosingReason(reason="Keliru")
    office.run(take_back_decision, office.member, office.meeting, file, why)
    with pytest.raises(Hindered, match="sudah memutus berkas"):
        call_off(office)


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_reason_is_needed(office, reason):
    with pytest.raises(Wrong):
        call_off(office, ClosingReason(reason=reason))


def test_a_second_press_changes_nothing(office):
    nonce = a_nonce()
    assert call_off(office, nonce=nonce) == call_off(office, nonce=nonce)


def test_no_paper_goes_out_for_it_and_an_invitation_that_did_holds_no_more(office):
    invite(office)
    call_off(office)
    with pytest.raises(MeetingCalledOff):
        invite(office)
    (found,) = office.ask(papers_by_number, office.member, "UND 1", DAY)
    assert found.called_off == "Salah tanggal"
