"""The round of a day: who is near the plan stands first, and there who waits longest."""

from datetime import date, timedelta

from domain.blitar.caseload.day_round import InCare, day_round, planned_districts
from domain.blitar.law import law_on
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from domain.regulation.law_in_force import NO_PRACTICE

TODAY = date(2026, 3, 2)  # a Monday; the office's setting asks for a visit after 30 days
LAW = law_on(TODAY, NO_PRACTICE)
NGLEGOK, GARUM, BAKUNG = "35.05.09", "35.05.11", "35.05.05"


def client(number, days_ago, code=NGLEGOK):
    seen = None if days_ago is None else TODAY - timedelta(days=days_ago)
    return InCare(number, f"Binaan {number}", code, TODAY - timedelta(days=200), seen)


def due(clients, *planned):
    return [one.id for one in day_round(clients, planned, LAW).due]


def test_without_a_plan_who_waits_longest_stands_first():
    assert due([client(1, 31), client(2, 90, BAKUNG), client(3, None)]) == [3, 2, 1]


def test_the_kecamatan_of_the_plan_stands_first_although_others_wait_longer():
    assert due([client(1, 90, BAKUNG), client(2, 31), client(3, 40)], NGLEGOK) == [3, 2, 1]


def test_the_nearer_kecamatan_stands_before_the_farther_one():
    # Garum lies beside Nglegok, Bakung at the south coast (their villages' coordinates).
    assert due([client(1, 90, BAKUNG), client(2, 31, GARUM)], NGLEGOK) == [2, 1]


def test_who_has_no_kecamatan_stands_last_under_a_plan():
    assert due([client(1, 90, None), client(2, 31, BAKUNG)], NGLEGOK) == [2, 1]


def test_exactly_thirty_days_are_not_too_many():
    assert due([client(1, 30), client(2, 31)]) == [2]


def test_who_is_not_due_is_told_only_in_the_kecamatan_of_the_plan():
    found = day_round([client(1, 5), client(2, 9), client(3, 5, BAKUNG), client(4, 31)], [NGLEGOK], LAW)
    assert [one.id for one in found.also_there] == [2, 1]


def test_only_the_fields_of_that_day_are_planned():
    slots = (
        Slot(day=TODAY, where=Where.FIELD, district_code=NGLEGOK),
        Slot(day=TODAY, where=Where.OFFICE),
        Slot(day=TODAY + timedelta(days=1), where=Where.FIELD, district_code=BAKUNG),
    )
    assert planned_districts(WeekPlan(mentor_id=1, monday=TODAY, slots=slots), TODAY) == (NGLEGOK,)


def test_no_plan_has_no_kecamatan():
    assert planned_districts(None, TODAY) == ()
