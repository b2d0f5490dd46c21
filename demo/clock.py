"""Moments of the demo's working days, never later than now, and what is done at them."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from domain.dates import JAKARTA

_OPENS: Final = time(8, tzinfo=JAKARTA)


@dataclass(frozen=True, slots=True)
class Act:
    """Something that somebody does at a moment."""

    at: datetime
    do: Callable[[datetime], object]

    def done(self) -> None:
        """Do it, at its moment."""
        self.do(self.at)


@dataclass(frozen=True, slots=True)
class Clock:
    """Tells the moments of working days; `now` is the last of all."""

    now: datetime

    def at(self, day: date, minutes: int) -> datetime:
        """So many minutes after the office opens on a day."""
        return min(self.now, datetime.combine(day, _OPENS) + timedelta(minutes=minutes))
