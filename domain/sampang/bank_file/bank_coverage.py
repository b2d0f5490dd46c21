"""Up to which day the bank's data is in, and what the bank owes the Ketua Harian each month (VII.8)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from domain.dates import add_months, indonesian_date, indonesian_month
from domain.regulation.sources import Citation
from domain.sampang.instruments import at

PLACE: Final[Citation] = at("VII.8", "paling lambat tanggal 10")
DUE_DAY: Final = 10


@dataclass(frozen=True, slots=True)
class Covered:
    """The days of which a taken-in file tells, both included, and the day on which it came in."""

    first: date
    last: date
    came_in: date


@dataclass(frozen=True, slots=True)
class MonthDuty:
    """One month of the bank's duty: its first day, when its file is due, and when it was whole, if it is."""

    month: date
    due_on: date
    came_in: date | None
    is_late: bool

    @property
    def told(self) -> str:
        """How it stands, in a few words."""
        if self.came_in is None:
            return "terlambat, belum masuk" if self.is_late else "belum masuk, belum lewat tenggat"
        when = indonesian_date(self.came_in)
        return f"masuk {when}, terlambat" if self.is_late else f"masuk {when}, tepat waktu"


def data_until(covered: Iterable[Covered]) -> date | None:
    """The day up to which nothing is missing; what comes after a gap does not count until it is closed."""
    until: date | None = None
    for one in sorted(covered, key=lambda each: (each.first, each.last)):
        if until is not None and one.first > until + timedelta(days=1):
            break
        until = one.last if until is None else max(until, one.last)
    return until


def needed_until(day: date) -> date:
    """Up to which day the data must be in: from the 11th the month before, until then the one before that."""
    months = 0 if day.day > DUE_DAY else -1
    return add_months(day.replace(day=1), months) - timedelta(days=1)


def is_late(until: date | None, day: date) -> bool:
    """Whether the file of a month is missing after its 10th."""
    return until is None or until < needed_until(day)


def counting_day(until: date | None, day: date) -> date | None:
    """The day on which months behind are counted for letters; None while data is missing (O-09)."""
    return None if until is None or is_late(until, day) else min(until, day)


def missing_months(until: date | None, day: date) -> str:
    """Which months are missing and since when, in a sentence; blank when none is late."""
    if not is_late(until, day):
        return ""
    needed = needed_until(day)
    since = indonesian_date(add_months(needed.replace(day=1), 1).replace(day=DUE_DAY))
    if until is None:
        return f"Belum ada berkas bank yang dibukukan; {indonesian_month(needed)} seharusnya masuk {since}."
    return f"Berkas {indonesian_month(needed)} belum masuk; terlambat sejak {since}."


def duties(covered: Iterable[Covered], day: date, months: int) -> tuple[MonthDuty, ...]:
    """The bank's duty of the last months, the newest first; the month that runs is none yet."""
    known, first = list(covered), day.replace(day=1)
    return tuple(_duty(known, add_months(first, -back), day) for back in range(1, months + 1))


def duty_of(covered: Iterable[Covered], month: date, day: date) -> MonthDuty:
    """The bank's duty of one month, by its first day."""
    return _duty(list(covered), month, day)


def _duty(covered: list[Covered], month: date, day: date) -> MonthDuty:
    following = add_months(month, 1)
    due_on, last = following.replace(day=DUE_DAY), following - timedelta(days=1)
    came_in = _whole_since(covered, month, last)
    return MonthDuty(month, due_on, came_in, (came_in or day) > due_on)


def _whole_since(covered: list[Covered], first: date, last: date) -> date | None:
    """When the files that came in first told of every day of a month; None while some day is missing."""
    known: list[Covered] = []
    for one in sorted(covered, key=lambda each: each.came_in):
        known.append(one)
        here = [each for each in known if each.first <= last and each.last >= first]
        if here and min(each.first for each in here) <= first and (data_until(here) or first) >= last:
            return one.came_in
    return None
