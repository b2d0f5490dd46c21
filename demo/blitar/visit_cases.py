"""Visits of the demo that a person should look at: on a holiday, in two places at once, far away."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise
from random import Random
from typing import Final

from demo.blitar.meetings import Meeting
from demo.blitar.posts import KANIGORO, LEFT
from domain.blitar.visiting.visit import VisitPlace
from domain.working_days import holiday_name

_SATURDAY: Final = 5
ON_HOLIDAYS, ON_SATURDAYS, IN_TWO_PLACES, FAR_AWAY = 2, 2, 2, 4


def with_odd_ones(meetings: Sequence[Meeting], last: date, chance: Random) -> tuple[Meeting, ...]:
    """Move a few meetings to where or when they warrant a second look; none after the last day."""
    found = list(meetings)
    taken: set[int] = set()
    order = [place for place, one in enumerate(found) if one.post != LEFT]
    chance.shuffle(order)

    def change(count: int, make: Callable[[Meeting], Meeting | None]) -> None:
        for place in order:
            if count == 0:
                return
            if place not in taken and (made := make(found[place])) is not None:
                found[place], count = made, count - 1
                taken.add(place)

    change(ON_HOLIDAYS, lambda one: _moved(one, last, _is_holiday))
    change(ON_SATURDAYS, lambda one: _moved(one, last, lambda day: day.weekday() == _SATURDAY))
    change(FAR_AWAY, _far_away)
    doubled = [place for place, pair in enumerate(pairwise(found)) if _could_be_one_time(*pair)]
    for place in chance.sample([one for one in doubled if not {one, one + 1} & taken], IN_TWO_PLACES):
        other = found[place + 1]
        found[place + 1] = replace(
            other, day_part=found[place].day_part, place=VisitPlace.OFFICE, district_code=None
        )
    return tuple(found)


def _is_holiday(day: date) -> bool:
    return day.weekday() < _SATURDAY and holiday_name(day) is not None


def _moved(one: Meeting, last: date, wanted: Callable[[date], bool]) -> Meeting | None:
    day = one.on + timedelta(days=1)
    fits = one.place is VisitPlace.FIELD and day <= last and day.month == one.on.month and wanted(day)
    return replace(one, on=day) if fits else None


def _far_away(one: Meeting) -> Meeting | None:
    """At a market or a fair in the seat of the regency, where another Pendamping is assigned."""
    if one.district_code in (None, KANIGORO):
        return None
    return replace(one, district_code=KANIGORO)


def _could_be_one_time(one: Meeting, other: Meeting) -> bool:
    same = (one.post, one.on, one.place) == (other.post, other.on, other.place)
    return same and one.place is VisitPlace.FIELD and one.client != other.client
