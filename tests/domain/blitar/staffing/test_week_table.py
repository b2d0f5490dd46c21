"""The week of everybody as a table: one word a day, and what is blank is told as blank, not as away."""

from datetime import date, timedelta

from domain.blitar.staffing.week_table import week_days, week_rows
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where
from tests.domain.blitar.staffing.people import a_service

MONDAY, WITH_HOLIDAY = date(2026, 3, 2), date(2026, 4, 27)  # Friday 1 May is Hari Buruh


def a_plan(*slots):
    return WeekPlan(mentor_id=1, monday=MONDAY, slots=slots)


def cells(plan, monday=MONDAY, **service):
    (row,) = week_rows(monday, [a_service(1, **service)], [plan] if plan else [])
    return row.cells


def on(place, where, code=None):
    return Slot(day=MONDAY + timedelta(days=place), where=where, district_code=code)


def test_office_field_and_away_are_told_in_short_and_two_places_side_by_side():
    told = a_plan(
        on(0, Where.OFFICE),
        on(1, Where.FIELD, "35.05.09"),
        on(2, Where.AWAY),
        on(3, Where.OFFICE),
        on(3, Where.FIELD),
    )
    assert cells(told) == ("K", "L Nglegok", "–", "K + L (belum diisi)", "…")


def test_a_week_without_a_plan_is_blank_but_for_holidays():
    assert cells(None, WITH_HOLIDAY) == ("…", "…", "…", "…", "–")


def test_days_outside_the_service_are_not_asked_for():
    assert cells(None, appointed_on=date(2026, 3, 4)) == ("–", "–", "…", "…", "…")


def test_only_who_serves_in_the_week_is_on_the_table_by_name():
    people = [
        a_service(1, name="Wati"),
        a_service(2, name="Budi", ended_on=MONDAY),
        a_service(3, name="Adi", ended_on=MONDAY - timedelta(days=1)),
        a_service(4, name="Eko", appointed_on=date(2026, 3, 7)),  # a Saturday
    ]
    assert [row.service.name for row in week_rows(MONDAY, people, [])] == ["Budi", "Wati"]


def test_the_days_are_headed_with_their_date_and_holidays_with_their_name():
    found = week_days(WITH_HOLIDAY)
    assert [one.heading for one in found] == [
        "Senin 27/04",
        "Selasa 28/04",
        "Rabu 29/04",
        "Kamis 30/04",
        "Jumat 01/05 (libur)",
    ]
    assert "Buruh" in found[-1].holiday
