"""What the store tells a meeting: the fund as it found it, and its candidates in few questions."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from db.refusals import NotFound
from db.sampang.fund.fund_at_meeting import fund_before
from db.sampang.fund.opening_balance import open_fund
from db.sampang.origination.meeting_queue import candidates
from db.sampang.origination.meetings import close_meeting, decide, save_meeting
from db.sampang.origination.screening import withdraw
from domain.programme import NotAllowed
from domain.sampang.fund.money_in import OpeningBalance
from domain.sampang.origination.stages import Stage
from domain.sampang.origination.step_notes import Withdrawal
from domain.sampang.roles import SampangRole
from tests.db.people import NOW, a_nonce
from tests.db.sampang.lending import APPROVAL, DAY, MEETING, a_lending_office

LATER = NOW + timedelta(minutes=30)
MUCH_LATER = NOW + timedelta(hours=2)


def second_meeting(office):
    return office.run(save_meeting, office.member, replace(MEETING, place="Aula kedua"), at=LATER)


def before(office, meeting):
    return office.ask(fund_before, office.lead, meeting)


def test_a_meeting_finds_the_fund_without_its_own_approvals(database_url):
    with a_lending_office(database_url) as office:  # opened with 100 million
        office.press("approve", office.file_at(Stage.SURVEYED))
        office.press("approve", office.file_at(Stage.SURVEYED))
        found = before(office, office.meeting)
    assert (found.cash, found.committed, found.free) == (100_000_000, 0, 100_000_000)
    assert (found.capital, found.paid_out, found.returned) == (100_000_000, 0, 0)


def test_the_next_meeting_finds_what_was_promised_and_what_was_paid_out_before(database_url):
    with a_lending_office(database_url) as office:  # each file is for 20 million
        office.file_at(Stage.APPROVED)
        office.file_at(Stage.DISBURSED)
        office.press("withdraw", office.file_at(Stage.APPROVED))
        meeting = second_meeting(office)
        file = office.file_at(Stage.SURVEYED)
        office.run(decide, office.member, meeting, file, APPROVAL, at=MUCH_LATER)
        found = before(office, meeting)
    assert (found.cash, found.committed, found.free) == (80_000_000, 20_000_000, 60_000_000)
    assert (found.paid_out, found.returned, found.lent) == (20_000_000, 0, 20_000_000)


def test_what_happens_after_the_meeting_changes_nothing_of_what_it_found(database_url):
    with a_lending_office(database_url) as office:
        promised = office.file_at(Stage.APPROVED)
        meeting = second_meeting(office)
        file = office.file_at(Stage.SURVEYED)
        office.run(decide, office.member, meeting, file, APPROVAL, at=LATER)
        found = before(office, meeting)
        assert found.committed == 20_000_000
        office.run(withdraw, office.officer, promised, Withdrawal(on=DAY, reason="batal"), at=MUCH_LATER)
        other = office.file_at(Stage.SURVEYED)
        third = office.run(save_meeting, office.member, MEETING, at=MUCH_LATER)
        office.run(decide, office.member, third, other, APPROVAL, at=MUCH_LATER)
        assert before(office, meeting) == found
        assert before(office, third).committed == 20_000_000  # of the second meeting alone


def test_a_meeting_that_decided_nothing_finds_the_fund_as_it_closed(database_url):
    with a_lending_office(database_url) as office:
        assert before(office, office.meeting) is None
        with office.database.write() as session:
            close_meeting(session, office.member, office.meeting, at=LATER)
        assert before(office, office.meeting).free == 100_000_000


def test_before_the_fund_opened_a_meeting_found_none(database_url):
    with a_lending_office(database_url, money=None) as office:
        with office.database.write() as session:
            close_meeting(session, office.member, office.meeting, at=LATER)
        balance = OpeningBalance(amount=5_000_000, on=DAY, decree="SK 1")
        with office.database.write() as session:
            open_fund(session, office.lead, balance, nonce=a_nonce(), at=MUCH_LATER)
        assert before(office, office.meeting) is None


def test_only_those_who_may_read_the_fund_are_told_and_only_of_a_meeting_that_is_there(database_url):
    with a_lending_office(database_url) as office:
        with pytest.raises(NotAllowed):
            office.ask(fund_before, office.people[SampangRole.BANK], office.meeting)
        with pytest.raises(NotFound):
            before(office, 999)


def test_the_candidates_cost_the_same_few_questions_however_many_they_are(database_url):
    with a_lending_office(database_url) as office:
        counts = []
        for more in (1, 6):
            for _ in range(more):
                office.file_at(Stage.SURVEYED)
            counts.append(questions_for_candidates(office))
    assert counts[0] == counts[1] <= 12


def questions_for_candidates(office):
    asked = []
    engine = office.database.engine

    def note(_connection, _cursor, statement, *_):
        asked.append(statement)

    event.listen(engine, "before_cursor_execute", note)
    try:
        assert office.ask(candidates, office.member, DAY)
    finally:
        event.remove(engine, "before_cursor_execute", note)
    return len(asked)


def test_a_candidate_carries_what_the_newest_survey_recommends_and_what_was_asked(database_url):
    with a_lending_office(database_url) as office:
        surveyed = office.file_at(Stage.SURVEYED, amount=18_000_000)  # the minutes recommend 20 million
        checked = office.file_at(Stage.CHECKED, amount=15_000_000)
        found = {one.application_id: one for one in office.ask(candidates, office.member, DAY)}
    told = {key: (one.asked, one.amount, one.term_months, one.has_survey) for key, one in found.items()}
    assert told == {
        surveyed: (18_000_000, 20_000_000, 24, True),
        checked: (15_000_000, 15_000_000, 24, False),
    }


def test_a_candidate_shows_no_identity_number(database_url):
    nik = "3527034506990002"
    with a_lending_office(database_url) as office:
        office.file_at(Stage.SURVEYED, name="Toko Rahasia", nik=nik, spouse_nik=nik[::-1])
        (one,) = office.ask(candidates, office.member, DAY)
    assert nik not in repr(one.found.application)
    assert nik[::-1] not in repr(one.found.application)
