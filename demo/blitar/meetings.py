"""When and where the Pendamping of the demo met which binaan, over the whole year."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Final

from demo.blitar.caring import Care, cares
from demo.blitar.days import Days, working_day, working_days_between
from demo.blitar.demo_clients import DemoClient
from demo.blitar.plans import demo_slots, slots_of_week
from demo.blitar.posts import APPOINTED, LEFT, WITHOUT_VISITS
from domain.blitar.staffing.work_week import Where
from domain.blitar.visiting.visit import DayPart, VisitPlace
from domain.dates import add_months
from domain.working_days import monday_of

FEWEST, MOST = 10, 18
_A_MONTH_EACH: Final = 1.2  # visits of a binaan in a month
_AT_THE_OFFICE: Final = 0.2
_UNEVEN: Final = 5.0  # days by which the turn of a binaan may come early or late


@dataclass(frozen=True, slots=True)
class Meeting:
    """A Pendamping, by the code of the post, met a binaan, by its key."""

    post: str
    client: str
    on: date
    day_part: DayPart
    place: VisitPlace
    district_code: str | None


def months_of(days: Days) -> tuple[date, ...]:
    """The first day of every month since the appointment."""
    first = days.appointed.replace(day=1)
    count = (days.today.year - first.year) * 12 + days.today.month - first.month + 1
    return tuple(add_months(first, place) for place in range(count))


def empty_months(days: Days) -> dict[str, date]:
    """The month in which each of two Pendamping visited nobody; both lie in the past."""
    whole = months_of(days)[1:-1]
    return dict(zip(WITHOUT_VISITS, (whole[max(0, len(whole) - 4)], whole[-2]), strict=True))


def demo_meetings(days: Days, clients: Sequence[DemoClient], chance: Random) -> Iterator[Meeting]:
    """Give all meetings, post by post, each in the order of time."""
    by_post = defaultdict(list)
    for care in cares(days, clients, chance):
        by_post[care.post].append(care)
    planned: dict[tuple[str, date], Where] = {}
    for post, _, slots in demo_slots(days):
        for slot in slots:
            planned.setdefault((post.district_code, slot.day), slot.where)
    for post in APPOINTED:
        yield from _Round(days, post.district_code, by_post[post.district_code], planned, chance).meetings()


class _Round:
    """One Pendamping who goes round, mostly to whoever was not visited for the longest time."""

    def __init__(
        self,
        days: Days,
        code: str,
        in_care: Sequence[Care],
        planned: dict[tuple[str, date], Where],
        chance: Random,
    ) -> None:
        self._days, self._code, self._in_care, self._chance = days, code, in_care, chance
        self._planned = planned
        self._met: dict[str, date] = {}
        self._last = days.resigned if code == LEFT else working_day(days.today)

    def meetings(self) -> Iterator[Meeting]:
        """Give the meetings of every month."""
        empty = empty_months(self._days).get(self._code)
        begin = min((care.first for care in self._in_care), default=self._last)
        for month in months_of(self._days):
            end = add_months(month, 1) - timedelta(days=1)
            first, last = max(month, begin), min(end, self._last)
            if month != empty and first <= last:
                share = len(working_days_between(first, last)) / len(working_days_between(month, end))
                yield from self._month(first, last, round(self._quota(last) * share))

    def _quota(self, day: date) -> int:
        count = sum(care.first <= day <= care.last for care in self._in_care)
        return min(MOST, max(FEWEST, round(count * _A_MONTH_EACH) + self._chance.randint(-1, 1)))

    def _month(self, first: date, last: date, count: int) -> Iterator[Meeting]:
        where = self._where(first, last)
        office = [(day, part) for day in where if where[day] is Where.OFFICE for part in DayPart]
        field = [(day, part) for day in where if where[day] is Where.FIELD for part in DayPart]
        in_field = min(len(field), count - round(count * _AT_THE_OFFICE))
        moments = self._chance.sample(field, in_field)
        moments += self._chance.sample(office, min(len(office), count - in_field))
        order = tuple(DayPart)
        for day, part in sorted(moments, key=lambda one: (one[0], order.index(one[1]))):
            if care := self._next(day):
                self._met[care.client.key] = day
                at_the_dinas = where[day] is Where.OFFICE
                place = VisitPlace.OFFICE if at_the_dinas else VisitPlace.FIELD
                code = None if at_the_dinas else care.client.district_code
                yield Meeting(self._code, care.client.key, day, part, place, code)

    def _where(self, first: date, last: date) -> dict[date, Where]:
        found: dict[date, Where] = {}
        open_days = working_days_between(first, last)
        for monday in sorted({monday_of(day) for day in open_days}):
            week = [day for day in open_days if monday_of(day) == monday]
            usual = {slot.day: slot.where for slot in slots_of_week(self._chance, self._code, week)}
            found |= {day: self._planned.get((self._code, day), usual[day]) for day in week}
        return found

    def _next(self, day: date) -> Care | None:
        fits = [
            care
            for care in self._in_care
            if care.first <= day <= care.last and self._met.get(care.client.key) != day
        ]
        return min(fits, key=self._turn, default=None)

    def _turn(self, care: Care) -> float:
        waits_since = self._met.get(care.client.key, care.first - timedelta(days=25))
        return waits_since.toordinal() + self._chance.uniform(-_UNEVEN, _UNEVEN)
