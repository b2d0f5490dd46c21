"""The plan of a week is stored by whom it concerns."""

from concurrent.futures import ThreadPoolExecutor
from datetime import date
from threading import Barrier

import pytest

from db.blitar.staffing.week_plans import save_week_plan, week_plans
from db.refusals import ChangedMeanwhile, Wrong
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from domain.programme import NotAllowed
from tests.db.blitar.mentoring import (
    days,
)
from tests.db.people import NOW, a_nonce

MONDAY = date(2026, 3, 2)


def a_plan(mentor_id, *where, monday=MONDAY):
    slots = tuple(Slot(day=monday + days(place), where=one) for place, one in enumerate(where))
    return WeekPlan(mentor_id=mentor_id, monday=monday, slots=slots)


def plan(programme, told, actor=None, version=None):
    actor = actor or programme.facilitator
    programme.do(save_week_plan, actor, told, nonce=a_nonce(), at=NOW, expected_version=version)


def test_a_pendamping_plans_their_own_week_and_nobody_elses(programme):
    own, other = programme.appoint(person=programme.mentor), programme.appoint("Budi")
    plan(programme, a_plan(own, Where.OFFICE), programme.mentor)
    with pytest.raises(NotAllowed):
        plan(programme, a_plan(other, Where.OFFICE), programme.mentor)
    assert programme.read(week_plans, MONDAY, MONDAY) == ((a_plan(own, Where.OFFICE), 1),)


def test_of_two_people_who_save_the_same_plan_the_second_is_told_by_whom_it_was_changed(programme):
    sri = programme.appoint(person=programme.mentor)
    plan(programme, a_plan(sri, Where.OFFICE))
    plan(programme, a_plan(sri, Where.AWAY), version=1)
    with pytest.raises(ChangedMeanwhile) as refused:
        plan(programme, a_plan(sri, Where.FIELD), programme.mentor, version=1)
    assert programme.facilitator.name in refused.value.sentence
    assert programme.read(week_plans, MONDAY, MONDAY) == ((a_plan(sri, Where.AWAY), 2),)


def test_of_two_who_begin_a_plan_at_one_moment_one_is_stored(programme):
    sri, together = programme.appoint(), Barrier(2)

    def save(where):
        together.wait()
        try:
            plan(programme, a_plan(sri, where))
        except ChangedMeanwhile:
            return False
        return True

    with ThreadPoolExecutor(2) as threads:
        assert sorted(threads.map(save, (Where.OFFICE, Where.AWAY))) == [False, True]
    assert len(programme.read(week_plans, MONDAY, MONDAY)) == 1


def test_a_plan_on_a_holiday_is_stored(programme):
    sri = programme.appoint()
    monday = date(2026, 4, 27)  # Friday 1 May is Hari Buruh
    told = a_plan(sri, *[Where.OFFICE] * 5, monday=monday)
    plan(programme, told)
    assert programme.read(week_plans, monday, monday) == ((told, 1),)


def test_a_plan_begins_on_a_monday_and_its_notes_are_short(programme):
    sri = programme.appoint()
    with pytest.raises(ValueError, match="not a Monday"):
        plan(programme, a_plan(sri, monday=MONDAY + days(1)))
    long = WeekPlan(
        mentor_id=sri, monday=MONDAY, slots=(Slot(day=MONDAY, where=Where.OFFICE, note="x" * 301),)
    )
    with pytest.raises(Wrong):
        plan(programme, long)
