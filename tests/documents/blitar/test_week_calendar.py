"""The work plan as a calendar file, read back by a calendar."""

from datetime import UTC, date, datetime

from icalendar import Calendar

from documents.blitar.staffing.week_calendar import week_calendar
from domain.blitar.staffing.work_week import Slot, WeekPlan, Where

MONDAY, MADE = date(2026, 3, 2), datetime(2026, 3, 1, 8, tzinfo=UTC)
FIELD = Slot(day=MONDAY, where=Where.FIELD, district_code="35.05.09", note="Pembukuan; BEGIN:VEVENT\nx")
OFFICE = Slot(day=date(2026, 3, 3), where=Where.OFFICE)


def entries(*slots):
    plan = WeekPlan(mentor_id=7, monday=MONDAY, slots=slots)
    return Calendar.from_ical(week_calendar([plan], MADE)).walk("VEVENT")


def test_a_day_in_the_field_names_its_kecamatan():
    (entry,) = entries(FIELD)
    assert (entry["summary"], entry["dtstart"].dt) == ("Lapangan: Nglegok", MONDAY)


def test_a_day_lasts_until_the_next_one():
    (entry,) = entries(FIELD)
    assert entry["dtend"].dt == date(2026, 3, 3)


def test_what_was_typed_stays_text_and_begins_no_entry_of_its_own():
    (entry,) = entries(FIELD)
    assert entry["description"] == FIELD.note


def test_taken_over_once_more_an_entry_replaces_its_older_self():
    first, second = entries(FIELD, OFFICE), entries(FIELD, OFFICE)
    assert [one["uid"] for one in first] == [one["uid"] for one in second]


def test_two_days_are_two_entries_with_names_of_their_own():
    assert len({str(one["uid"]) for one in entries(FIELD, OFFICE)}) == 2
