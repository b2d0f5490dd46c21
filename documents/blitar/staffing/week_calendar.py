"""The work plan as a calendar file that a telephone takes over: one whole-day entry for each place."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Final

from domain.blitar.staffing.work_week import PLACE, Slot, WeekPlan, Where
from domain.regions.regions import district

_DAY: Final = timedelta(days=1)
_OFFICE: Final = "Kantor: sekretariat Dinas"


def week_calendar(plans: Iterable[WeekPlan], made_at: datetime) -> bytes:
    """The plans as iCalendar (RFC 5545); taken over once more, an entry replaces its older self."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//Pendampingan Kabupaten Blitar//Jadwal kerja//ID")
    calendar.add("version", "2.0")
    for plan in plans:
        for place, slot in enumerate(plan.slots):
            calendar.add_component(_entry(plan, place, slot, made_at))
    return bytes(calendar.to_ical())


def _entry(plan: WeekPlan, place: int, slot: Slot, made_at: datetime):  # type: ignore[no-untyped-def]
    from icalendar import Event

    entry = Event()
    # The name of an entry turns on whose day it is, so that a changed plan replaces what was taken over.
    entry.add("uid", f"jadwal-{plan.mentor_id}-{plan.monday}-{place}@pendampingan-blitar")
    entry.add("dtstamp", made_at)
    entry.add("dtstart", slot.day)
    entry.add("dtend", slot.day + _DAY)
    entry.add("summary", _summary(slot))
    if slot.note:
        entry.add("description", slot.note)
    entry.add("comment", f"{PLACE.place}")
    entry.add("transp", "TRANSPARENT")
    return entry


def _summary(slot: Slot) -> str:
    if slot.where is Where.OFFICE:
        return _OFFICE
    if slot.where is Where.AWAY:
        return slot.where.label
    found = district(slot.district_code) if slot.district_code else None
    return f"Lapangan: {found.name if found else 'kecamatan belum diisi'}"
