"""The weekly work plan: two days at the Dinas and three in the field (Pasal 7 huruf m, Pasal 12 huruf a)."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import lru_cache
from typing import Annotated

from domain.blitar.instruments import at
from domain.blitar.staffing.assignments import Service
from domain.dates import indonesian_date
from domain.regions.regions import BLITAR_REGENCY, district, districts
from domain.typed import Code, Given, Line, OneOf
from domain.working_days import holiday_name, is_working_day, working_week

OFFICE_DAYS, FIELD_DAYS = 2, 3
PLACE = at("7.m", "selama 2 hari dan 3 hari di lapangan")


class Where(StrEnum):
    """Where a Pendamping works on a day; the value is stable, the label is for people."""

    OFFICE = "office"
    FIELD = "field"
    AWAY = "away"

    @property
    def label(self) -> str:
        """The Indonesian word."""
        return {"office": "Kantor", "field": "Lapangan", "away": "Tidak bertugas"}[self.value]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """One day of a plan: where, in which kecamatan when in the field, and what for."""

    day: date
    where: Annotated[Where, OneOf("Tempat")]
    district_code: Annotated[str | None, Code("Kecamatan")] = None
    note: Annotated[str, Line("Keperluan")] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekPlan:
    """The plan of one Pendamping for the week of a Monday."""

    mentor_id: Annotated[int, Given()]
    monday: date
    slots: tuple[Slot, ...] = ()

    def days(self, where: Where) -> tuple[date, ...]:
        """The days spent in a kind of place, each once."""
        return tuple(dict.fromkeys(slot.day for slot in self.slots if slot.where is where))


@dataclass(frozen=True, slots=True)
class Warned:
    """Something about a plan that a person should see; nothing is blocked."""

    sentence: str
    day: date | None = None


def warnings_of(plan: WeekPlan, assigned: Collection[str]) -> tuple[Warned, ...]:
    """What is odd about a plan: its number of days, holidays, clashes, places outside the assignment."""
    found = [*_counted(plan)]
    for slot in plan.slots:
        found += _of_slot(slot, plan, assigned)
    found += _clashes(plan)
    return tuple(found)


def missing_days(plan: WeekPlan) -> tuple[int, int]:
    """How many office and field days are missing; holidays are taken off the field days first.

    A day counts once, also with two places: two and three are five days (B-20).
    """
    office_asked, field_asked = _asked_in(plan.monday)
    office = {day for day in plan.days(Where.OFFICE) if is_working_day(day)}
    field = {day for day in plan.days(Where.FIELD) if is_working_day(day)}
    no_office = max(0, office_asked - len(office))
    too_few = office_asked + field_asked - len(office | field) - no_office
    return no_office, max(0, field_asked - len(field), too_few)


@lru_cache(maxsize=1_024)
def _asked_in(monday: date) -> tuple[int, int]:
    """The office and field days of a week; holidays are taken off the field days first."""
    free = sum(holiday_name(day) is not None for day in working_week(monday))
    return min(OFFICE_DAYS, OFFICE_DAYS + FIELD_DAYS - free), max(0, FIELD_DAYS - free)


def is_kept(plan: WeekPlan) -> bool:
    """Whether a plan has its two office days and three field days, as far as the week has them."""
    return missing_days(plan) == (0, 0)


def empty_office_days(monday: date, plans: Iterable[WeekPlan]) -> tuple[date, ...]:
    """The working days of a week on which no Pendamping plans to be at the Dinas."""
    staffed = {day for plan in plans if plan.monday == monday for day in plan.days(Where.OFFICE)}
    return tuple(day for day in working_week(monday) if is_working_day(day) and day not in staffed)


def copied(plan: WeekPlan, monday: date) -> WeekPlan:
    """The same plan for another week, day by day."""
    shift = monday - plan.monday
    slots = tuple(replace(slot, day=slot.day + shift) for slot in plan.slots)
    return WeekPlan(mentor_id=plan.mentor_id, monday=monday, slots=slots)


@dataclass(frozen=True, slots=True)
class Compliance:
    """How one Pendamping's plans of a month keep to 2 + 3: weeks in the month, planned, and kept."""

    weeks: int
    planned: int
    kept: int


def compliance_in(
    year: int,
    month: int,
    plans: Iterable[WeekPlan],
    services: Iterable[Service] = (),
    until: date | None = None,
) -> Mapping[int, Compliance]:
    """The compliance of each Pendamping in a month; a week belongs to its Monday's month.

    With `services` everybody who serves in a week of the month is told, also without any plan, and only
    the weeks in which they serve count. With `until` only weeks count that have begun by that day.
    """
    mondays = [one for one in _mondays_in(date(year, month, 1)) if until is None or one <= until]
    weeks = {one.mentor_id: _weeks_of(one, mondays) for one in services}
    found: dict[int, list[WeekPlan]] = {mentor: [] for mentor, own in weeks.items() if own}
    for plan in plans:
        if plan.monday in weeks.get(plan.mentor_id, mondays):
            found.setdefault(plan.mentor_id, []).append(plan)
    return {
        mentor: Compliance(len(weeks.get(mentor, mondays)), len(own), sum(is_kept(plan) for plan in own))
        for mentor, own in found.items()
    }


def _weeks_of(service: Service, mondays: Iterable[date]) -> list[date]:
    return [one for one in mondays if any(service.is_on(day) for day in working_week(one))]


def _mondays_in(first: date) -> tuple[date, ...]:
    start = first + timedelta(days=-first.weekday() % 7)
    return tuple(
        start + timedelta(weeks=week)
        for week in range(5)
        if (start + timedelta(weeks=week)).month == first.month
    )


def _counted(plan: WeekPlan) -> list[Warned]:
    office, field = missing_days(plan)
    found = []
    if office:
        found.append(
            Warned(f"Kurang {office} hari di kantor; yang diminta {OFFICE_DAYS} hari ({PLACE.short}).")
        )
    if field:
        found.append(
            Warned(f"Kurang {field} hari di lapangan; yang diminta {FIELD_DAYS} hari ({PLACE.short}).")
        )
    return found


def _of_slot(slot: Slot, plan: WeekPlan, assigned: Collection[str]) -> list[Warned]:
    found = []
    told = indonesian_date(slot.day)
    if slot.day not in working_week(plan.monday):
        found.append(Warned(f"{told} bukan hari kerja minggu ini.", slot.day))
    if slot.where is not Where.AWAY and (name := holiday_name(slot.day)):
        found.append(Warned(f"{told} libur: {name}.", slot.day))
    if slot.where is not Where.FIELD:
        return found
    known = {one.code for one in districts(BLITAR_REGENCY.code)}
    if slot.district_code is None:
        found.append(Warned(f"{told}: kecamatan yang dituju belum diisi.", slot.day))
    elif slot.district_code not in known:
        found.append(Warned(f"{told}: lapangan di luar wilayah Kabupaten Blitar.", slot.day))
    elif slot.district_code not in assigned:
        place = district(slot.district_code)
        name = place.name if place else slot.district_code
        found.append(Warned(f"{told}: {name} bukan wilayah tugasnya.", slot.day))
    return found


def _clashes(plan: WeekPlan) -> list[Warned]:
    counted = Counter(slot.day for slot in plan.slots)
    return [
        Warned(f"{indonesian_date(day)}: {times} tempat pada hari yang sama.", day)
        for day, times in sorted(counted.items())
        if times > 1
    ]
