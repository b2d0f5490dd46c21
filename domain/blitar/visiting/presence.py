"""Days on which binaan were met at the Dinas and in the field, against 2 + 3 of Pasal 7 huruf m."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from domain.blitar.staffing.work_week import PLACE, WeekPlan, missing_days
from domain.blitar.visiting.visit import DayPart, VisitPlace
from domain.dates import JAKARTA
from domain.working_days import is_working_day, monday_of

RULE: Final = PLACE
# A visit is the only trace that the store has; who met nobody may have been at the Dinas all day.
CAUTION: Final = "Hari tanpa kunjungan yang tercatat belum tentu hari tanpa tugas."
_WEEK: Final = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class WeekPresence:
    """The working days of one week on which binaan were met, by kind of place, and how many are asked.

    Public holidays are taken off the field days first, as in the weekly plan.
    """

    monday: date
    office: int
    field: int
    office_asked: int
    field_asked: int

    @property
    def in_words(self) -> str:
        """The count as people read it."""
        return (
            f"kantor {self.office} dari {self.office_asked} hari, "
            f"lapangan {self.field} dari {self.field_asked} hari"
        )

    @property
    def is_reached(self) -> bool:
        """Whether both counts are reached."""
        return self.office >= self.office_asked and self.field >= self.field_asked


def presence_in(monday: date, visits: Iterable[tuple[date, VisitPlace]]) -> WeekPresence:
    """Count the days of the week of a Monday; a day counts once for each kind of place."""
    days: dict[VisitPlace, set[date]] = {VisitPlace.OFFICE: set(), VisitPlace.FIELD: set()}
    for on, place in visits:
        if monday_of(on) == monday and is_working_day(on):
            days[place].add(on)
    office_asked, field_asked = missing_days(WeekPlan(mentor_id=0, monday=monday))
    office, field = len(days[VisitPlace.OFFICE]), len(days[VisitPlace.FIELD])
    return WeekPresence(monday, office, field, office_asked, field_asked)


def mondays_between(first: date, last: date) -> tuple[date, ...]:
    """The Mondays of the weeks that have a day in a span."""
    start = monday_of(first)
    return tuple(start + _WEEK * place for place in range((monday_of(last) - start).days // 7 + 1))


def day_part_at(moment: datetime) -> DayPart:
    """The part of the day that a moment lies in, in Blitar."""
    return DayPart.at(moment.astimezone(JAKARTA).time())
