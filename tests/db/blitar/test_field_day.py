"""The day of a Pendamping is made of their own binaan, visits and plans, and of nobody else's."""

import pytest

from db.blitar.staffing.week_plans import save_week_plan
from db.blitar.visiting.field_day import field_day
from domain.blitar.law import law_on
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from domain.programme import NotAllowed
from domain.regulation.law_in_force import NO_PRACTICE
from tests.db.blitar.caseload import VariedCaseload
from tests.db.blitar.mentoring import TODAY, UDANAWU, UNTIL, WONODADI, days
from tests.db.blitar.visiting import a_visit
from tests.db.people import NOW, a_nonce, an_office


@pytest.fixture(scope="module")
def caseload(shared_database_url):
    with an_office(shared_database_url) as office:
        yield VariedCaseload(office)


@pytest.fixture
def own_caseload(database_url):
    with an_office(database_url) as office:
        yield VariedCaseload(office)


def day_of(caseload, actor=None, day=TODAY):
    with caseload.office.database.read() as session:
        return field_day(session, actor or caseload.mentor, law_on(day, NO_PRACTICE))


def plan(caseload, monday, *slots):
    told = WeekPlan(mentor_id=caseload.sri, monday=monday, slots=slots)
    caseload.do(save_week_plan, caseload.mentor, told, nonce=a_nonce(), at=NOW)


def test_only_ones_own_open_binaan_after_more_than_thirty_days_are_due(caseload):
    # Cipta was seen 31 days ago, Bakti 30, Ani 2; Tutup has ended, Eka (31 days) is Budi's.
    assert [one.name for one in day_of(caseload).round.due] == ["Cipta"]


def test_a_promise_is_overdue_from_the_day_after_its_last(caseload):
    assert [one.told for one in day_of(caseload).promises] == ["Daftar NIB"]


def test_the_plans_of_this_and_the_coming_week_are_there(own_caseload):
    coming = TODAY + days(7)
    plan(own_caseload, TODAY, Slot(day=TODAY, where=Where.FIELD, district_code=WONODADI))
    plan(own_caseload, coming, Slot(day=coming, where=Where.OFFICE))
    found = day_of(own_caseload)
    assert (found.this_week.monday, found.next_week.monday) == (TODAY, coming)


def test_the_plan_of_the_day_tells_who_else_is_there(own_caseload):
    plan(own_caseload, TODAY, Slot(day=TODAY, where=Where.FIELD, district_code=WONODADI))
    assert [one.name for one in day_of(own_caseload).round.also_there] == ["Bakti", "Ani"]


def test_what_came_back_and_what_is_a_draft_is_told(own_caseload):
    own_caseload.save(a_visit(own_caseload.sri, own_caseload.ids["Ani"]), send=False)
    assert [one.name for one in day_of(own_caseload).to_send] == ["Ani"]


def test_nobody_has_a_day_after_the_service_has_ended(caseload):
    assert day_of(caseload, day=UNTIL + days(1)) is None


def test_the_fasilitator_has_no_round_of_a_pendamping(caseload):
    with pytest.raises(NotAllowed):
        day_of(caseload, caseload.facilitator)


def test_a_plan_elsewhere_brings_nobody_of_another_pendamping(own_caseload):
    plan(own_caseload, TODAY, Slot(day=TODAY, where=Where.FIELD, district_code=UDANAWU))
    found = day_of(own_caseload).round
    assert {one.name for one in (*found.due, *found.also_there)} == {"Cipta"}
