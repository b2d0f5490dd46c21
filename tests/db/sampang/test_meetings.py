"""A meeting may be changed while it is open, but not what its decisions rest on; closed, it stands."""

from dataclasses import replace
from datetime import timedelta

import pytest

from db.refusals import ChangedMeanwhile
from db.sampang.origination.agreements import sign_agreement
from db.sampang.origination.meetings import close_meeting, meeting, save_meeting
from db.sampang.refusals import Hindered, MeetingClosed
from domain.sampang.origination.stages import Stage
from tests.db.people import NOW
from tests.db.sampang.lending import AGREEMENT, DAY, MEETING, a_lending_office

YESTERDAY = DAY - timedelta(days=1)


def save(office, changed, version=1):
    known = {"meeting_id": office.meeting, "expected_version": version}
    return office.run(save_meeting, office.member, changed, **known)


@pytest.mark.parametrize("changes", [{"held_on": YESTERDAY}, {"attendees": ()}, {"place": "Aula lain"}])
def test_a_meeting_that_decided_nothing_may_be_changed(database_url, changes):
    with a_lending_office(database_url) as office:
        save(office, replace(MEETING, **changes))
        assert office.ask(meeting, office.member, office.meeting).meeting == replace(MEETING, **changes)


@pytest.mark.parametrize("changes", [{"held_on": YESTERDAY}, {"attendees": ()}])
def test_what_a_decision_rests_on_is_not_changed(database_url, changes):
    with a_lending_office(database_url) as office:
        office.press("approve", office.file_at(Stage.SURVEYED))
        with pytest.raises(Hindered):
            save(office, replace(MEETING, **changes))
        assert office.ask(meeting, office.member, office.meeting).meeting == MEETING


def test_after_a_decision_the_number_of_the_minutes_may_still_be_entered(database_url):
    with a_lending_office(database_url) as office:
        office.press("approve", office.file_at(Stage.SURVEYED))
        save(office, replace(MEETING, number="BA/7"))
        assert office.ask(meeting, office.member, office.meeting).meeting.number == "BA/7"


def test_two_people_who_change_a_meeting_do_not_undo_each_other(database_url):
    with a_lending_office(database_url) as office:
        save(office, replace(MEETING, number="BA/7"))
        with pytest.raises(ChangedMeanwhile):
            save(office, replace(MEETING, number="BA/8"))


def test_an_agreement_waits_until_the_meeting_that_approved_the_file_is_closed(database_url):
    with a_lending_office(database_url) as office:
        file = office.file_at(Stage.SURVEYED)
        office.press("approve", file)
        assert office.seen(file).file.meeting_closed is False
        with pytest.raises(Hindered, match="belum ditutup"):
            office.run(sign_agreement, office.officer, file, AGREEMENT)
        with office.database.write() as session:
            close_meeting(session, office.member, office.meeting, at=NOW)
        assert office.run(sign_agreement, office.officer, file, AGREEMENT).stage is Stage.AGREED


def test_a_file_that_was_postponed_waits_for_the_meeting_that_approved_it(database_url):
    with a_lending_office(database_url) as office:
        file = office.file_at(Stage.POSTPONED)  # at the open meeting
        with office.database.write() as session:
            office.approve_elsewhere(session, file)
        assert office.seen(file).file.meeting_closed is True
        assert office.run(sign_agreement, office.officer, file, AGREEMENT).stage is Stage.AGREED


def test_a_closed_meeting_is_not_changed(database_url):
    with a_lending_office(database_url) as office:
        with office.database.write() as session:
            close_meeting(session, office.member, office.meeting, at=NOW)
        with pytest.raises(MeetingClosed):
            save(office, replace(MEETING, number="BA/7"))
