"""As of which moments the demo is prepared, and which of them serves a moment."""

from collections.abc import Collection, Iterator
from datetime import date, datetime, time, timedelta
from typing import Final

from domain.dates import JAKARTA
from domain.working_days import monday_of

_OPENS: Final = time(8, tzinfo=JAKARTA)
_DAYS_GOOD: Final = 7  # until the office opens again on the next Monday


def days_to_prepare(first: date, last: date) -> Iterator[date]:
    """The Mondays of a span, because plans are made by the week, and New Year, when contracts begin anew."""
    day = monday_of(first)
    while day <= last:
        yield day
        following = day + timedelta(weeks=1)
        if following.year > day.year and following != date(following.year, 1, 1):
            yield date(following.year, 1, 1)
        day = following


def moment_of(day: date) -> datetime:
    """The moment as of which a day is prepared: its office opens."""
    return datetime.combine(day, _OPENS)


def day_for(now: datetime, days: Collection[date]) -> date | None:
    """The newest of the prepared days that is past, unless it is longer ago than a week."""
    past = [day for day in days if moment_of(day) <= now]
    newest = max(past, default=None)
    if newest is None or now.astimezone(JAKARTA).date() - newest > timedelta(days=_DAYS_GOOD):
        return None
    return newest
