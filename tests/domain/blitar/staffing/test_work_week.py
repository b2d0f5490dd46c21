"""Two days at the Dinas and three in the field, warned about and never blocked (Pasal 7 huruf m)."""

from datetime import date, timedelta

import pytest

from domain.blitar.staffing.work_week import (
    Slot,
    WeekPlan,
    Where,
    compliance_in,
    copied,
    empty_office_days,
    is_kept,
    missing_days,
    warnings_of,
)
from tests.domain.blitar.staffing.people import a_service

MONDAY = date(2026, 3, 2)  # an ordinary week, without any holiday
WITH_HOLIDAY = date(2026, 4, 27)  # Friday 1 May is Hari Buruh
K, F, A = Where.OFFICE, Where.FIELD, Where.AWAY  # kantor, field, away


def a_plan(*where, monday=MONDAY, mentor_id=1, code="35.05.01"):
    slots = tuple(
        Slot(day=monday + timedelta(days=number), where=one, district_code=code if one is F else None)
        for number, one in enumerate(where)
    )
    return WeekPlan(mentor_id=mentor_id, monday=monday, slots=slots)


def told(plan, assigned=("35.05.01",)):
    return " ".join(warning.sentence for warning in warnings_of(plan, assigned))


@pytest.mark.parametrize(
    ("where", "missing"),
    [
        ((K, K, F, F, F), (0, 0)),
        ((F, F, F, K, K), (0, 0)),
        ((K, F, F, F, F), (1, 0)),
        ((K, K, F, F, A), (0, 1)),
        ((), (2, 3)),
        ((K, K, K, F, F), (0, 1)),
    ],
)
def test_an_ordinary_week_has_two_office_days_and_three_field_days(where, missing):
    assert missing_days(a_plan(*where)) == missing
    assert is_kept(a_plan(*where)) is (missing == (0, 0))


def test_a_holiday_takes_a_field_day_away():
    assert missing_days(a_plan(K, K, F, F, monday=WITH_HOLIDAY)) == (0, 0)


def test_work_planned_on_a_holiday_is_warned_about_with_its_name_and_does_not_count():
    plan = a_plan(K, K, F, A, F, monday=WITH_HOLIDAY)
    assert "Hari Buruh" in told(plan)
    assert missing_days(plan) == (0, 1)


def test_a_plan_that_keeps_everything_has_no_warning():
    assert warnings_of(a_plan(K, K, F, F, F), ["35.05.01"]) == ()


@pytest.mark.parametrize(
    ("code", "words"),
    [
        (None, "belum diisi"),
        ("35.05.02", "bukan wilayah tugasnya"),
        ("35.72.01", "di luar wilayah Kabupaten Blitar"),
    ],
)
def test_a_field_day_is_in_an_assigned_kecamatan(code, words):
    plan = a_plan(K, K, F, F, F, code=code)
    assert words in told(plan)


def test_two_places_on_one_day_clash():
    plan = a_plan(K, K, F, F, F)
    twice = WeekPlan(
        mentor_id=1,
        monday=MONDAY,
        slots=(*plan.slots, Slot(day=MONDAY, where=F, district_code="35.05.01")),
    )
    assert "2 tempat pada hari yang sama" in told(twice)


def test_a_saturday_is_no_working_day_of_the_week():
    plan = WeekPlan(mentor_id=1, monday=MONDAY, slots=(Slot(day=date(2026, 3, 7), where=K),))
    assert "bukan hari kerja" in told(plan)


def test_office_days_on_which_nobody_comes_are_told():
    plans = [a_plan(K, K, F, F, F), a_plan(F, F, F, K, A, mentor_id=2)]
    assert empty_office_days(MONDAY, plans) == (date(2026, 3, 4), date(2026, 3, 6))


def test_a_holiday_is_no_empty_office_day():
    assert date(2026, 5, 1) not in empty_office_days(WITH_HOLIDAY, [])


def test_a_copied_plan_keeps_its_weekdays():
    after = copied(a_plan(K, F, F, K, F), date(2026, 3, 9))
    assert [slot.day for slot in after.slots] == [date(2026, 3, 9) + timedelta(days=n) for n in range(5)]
    assert [slot.where for slot in after.slots] == [K, F, F, K, F]


def test_the_compliance_of_a_month_counts_the_weeks_that_begin_in_it():
    kept, short = a_plan(K, K, F, F, F), a_plan(K, F, F, F, F, monday=date(2026, 3, 9))
    other_month = a_plan(K, K, F, F, F, monday=date(2026, 4, 6))
    found = compliance_in(2026, 3, [kept, short, other_month])[1]
    # Mondays of March 2026: 2, 9, 16, 23, 30.
    assert (found.weeks, found.planned, found.kept) == (5, 2, 1)


def test_a_day_with_two_places_is_one_day_of_the_five():
    plan = a_plan(K, K, F, F)  # nothing on Friday
    twice = WeekPlan(
        mentor_id=1,
        monday=MONDAY,
        slots=(*plan.slots, Slot(day=MONDAY, where=F, district_code="35.05.01")),
    )
    assert missing_days(twice) == (0, 1)


def test_the_compliance_tells_who_has_no_plan_and_counts_only_weeks_in_service_that_began():
    away = a_service(1, ended_on=date(2026, 3, 9))
    found = compliance_in(2026, 3, [a_plan(K, K, F, F, F)], [away, a_service(2)], until=date(2026, 3, 22))
    # Mondays that began by 22 March 2026: 2, 9, 16; the first Pendamping serves until the 9th.
    assert [(number, one.weeks, one.planned, one.kept) for number, one in sorted(found.items())] == [
        (1, 2, 1, 1),
        (2, 3, 0, 0),
    ]
