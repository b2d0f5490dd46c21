"""Kecamatan are given, ended and spread as the programme wants it."""

from dataclasses import replace

import pytest
from sqlalchemy import func, select

from db.blitar.staffing.assignments import apply_spread, assign, end_assignment
from db.refusals import NotFound, Wrong
from db.tables import AssignmentRow, AuditRow
from domain.blitar.kinds import SubjectKind
from domain.blitar.staffing.assignments import Assignment, AssignmentEnd, SpreadAccepted
from tests.db.blitar.mentoring import (
    RESIGNED,
    SRENGAT,
    START,
    TODAY,
    UDANAWU,
    UNTIL,
    WONODADI,
    days,
    end,
    fields,
)
from tests.db.people import NOW, a_nonce


@pytest.mark.parametrize(
    ("more", "field"),
    [
        ({"starts_on": START - days(1)}, "starts_on"),  # before the appointment
        ({"starts_on": UNTIL + days(1)}, "starts_on"),
        ({"temporary": True}, "ends_on"),
        ({"ends_on": TODAY - days(1)}, "ends_on"),
        ({"code": "35.72.01"}, "district_code"),
    ],
)
def test_an_assignment_that_cannot_be_is_refused(programme, more, field):
    sri = programme.appoint()
    with pytest.raises(Wrong) as refused:
        programme.assign(sri, **more)
    assert fields(refused) == [field]
    assert programme.office.count(AssignmentRow) == 0


def test_an_assignment_over_an_existing_one_is_refused_until_that_one_ends(programme):
    sri = programme.appoint()
    first = programme.assign(sri)
    with pytest.raises(Wrong, match="sudah ditugaskan"):
        programme.assign(sri, starts_on=TODAY + days(10))
    ending = AssignmentEnd(ends_on=TODAY + days(9))
    programme.do(end_assignment, programme.facilitator, first, ending, at=NOW)
    assert programme.assign(sri, starts_on=TODAY + days(10))


def test_a_fasilitator_is_given_no_kecamatan(programme):
    other = programme.appoint("Fani", kind=SubjectKind.FACILITATOR)
    with pytest.raises(NotFound):
        programme.assign(other)


@pytest.mark.parametrize(
    ("last_day", "wrong"),
    [
        (TODAY - days(2), True),
        (TODAY - days(1), False),  # never begins
        (TODAY + days(30), False),
        (TODAY + days(31), True),  # a longer one is given anew
    ],
)
def test_an_assignment_can_only_become_shorter(programme, last_day, wrong):
    sri = programme.appoint()
    given = programme.assign(sri, ends_on=TODAY + days(30))
    ending = AssignmentEnd(ends_on=last_day)
    if wrong:
        with pytest.raises(Wrong):
            programme.do(end_assignment, programme.facilitator, given, ending, at=NOW)
        return
    programme.do(end_assignment, programme.facilitator, given, ending, at=NOW)
    assert [one.ends_on for one in programme.assignments()] == [last_day]


def test_an_ending_recorded_twice_stands_once_in_the_trail(programme):
    given = programme.assign(programme.appoint())
    for _ in range(2):
        ending = AssignmentEnd(ends_on=TODAY, note="pindah")
        programme.do(end_assignment, programme.facilitator, given, ending, at=NOW)
    with programme.office.database.read() as session:
        query = select(func.count()).where(AuditRow.action == "end_assignment")
        assert session.scalar(query) == 1


FROM = TODAY + days(7)


def spread(programme, *pairs, nonce=None, from_day=FROM):
    accepted = SpreadAccepted(from_day=from_day, note="usulan")
    told = {"nonce": nonce or a_nonce(), "at": NOW}
    return programme.do(apply_spread, programme.facilitator, frozenset(pairs), accepted, **told)


def test_a_spread_holds_from_its_day_and_keeps_what_was_before(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    programme.assign(sri)
    assert spread(programme, (budi, WONODADI), (sri, UDANAWU)) == 3  # one ended, two given
    assert programme.who(WONODADI, FROM - days(1)) == {sri}
    assert programme.who(WONODADI, FROM) == {budi}
    assert programme.who(UDANAWU, FROM) == {sri}


def test_what_a_spread_leaves_as_it_is_stays_untouched(programme):
    sri = programme.appoint()
    given = programme.assign(sri)
    assert spread(programme, (sri, WONODADI)) == 0
    assert [(one.id, one.ends_on) for one in programme.assignments()] == [(given, None)]


def test_a_spread_leaves_no_gap_where_an_assignment_would_begin_later_or_end_sooner(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    programme.assign(sri, starts_on=FROM + days(20))
    programme.assign(budi, UDANAWU, ends_on=FROM + days(5))
    spread(programme, (sri, WONODADI), (budi, UDANAWU))
    for day in (FROM, FROM + days(6), UNTIL):
        assert programme.who(WONODADI, day) == {sri}
        assert programme.who(UDANAWU, day) == {budi}


def test_an_assignment_that_has_not_begun_is_given_up_for_a_spread(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    programme.assign(sri, starts_on=FROM + days(20))
    spread(programme, (budi, WONODADI))
    assert programme.who(WONODADI, FROM + days(20)) == {budi}


def test_a_cover_becomes_lasting_and_another_persons_cover_stays_until_its_end(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi")
    until = FROM + days(10)
    for code in (WONODADI, UDANAWU):
        programme.assign(sri, code, temporary=True, ends_on=until)
    spread(programme, (sri, WONODADI), (budi, UDANAWU))
    assert programme.who(WONODADI, until + days(1)) == {sri}
    assert programme.who(UDANAWU, until) == {sri, budi}
    assert programme.who(UDANAWU, until + days(1)) == {budi}


def test_a_spread_with_somebody_who_has_left_changes_nothing(programme):
    sri, budi = programme.appoint("Sri"), programme.appoint("Budi", until=FROM - days(1))
    programme.assign(sri)
    with pytest.raises(Wrong):
        spread(programme, (sri, SRENGAT), (budi, WONODADI))
    assert [one.ends_on for one in programme.assignments()] == [None]


def test_a_kecamatan_is_not_given_twice_to_somebody_whose_service_may_be_prolonged_again(programme):
    sri, later = programme.appoint(), TODAY + days(60)
    programme.assign(sri, starts_on=later)
    end(programme, sri, RESIGNED)  # before that assignment begins
    with pytest.raises(Wrong, match="sudah ditugaskan di Wonodadi sejak 1 Mei 2026"):
        programme.assign(sri, starts_on=TODAY)
    spread(programme, (sri, WONODADI))  # takes the place of the one that has not begun
    end(programme, sri, replace(RESIGNED, last_day=later + days(9)), version=2)
    holds = [one for one in programme.assignments() if one.holds_on(later, programme.one(sri).service)]
    assert [one.starts_on for one in holds] == [FROM]


def test_a_double_click_on_a_spread_changes_once(programme):
    sri = programme.appoint()
    assert spread(programme, (sri, WONODADI), nonce="s") == spread(programme, (sri, WONODADI), nonce="s") == 1
    assert programme.office.count(AssignmentRow) == 1


def test_an_assignment_is_not_given_twice_by_two_clicks(programme):
    wanted = Assignment(mentor_id=programme.appoint(), district_code=WONODADI, starts_on=TODAY)
    first, second = (
        programme.do(assign, programme.facilitator, wanted, nonce="one", at=NOW) for _ in range(2)
    )
    assert first == second
