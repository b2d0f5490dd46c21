"""Whole months between days, due dates, and days as Indonesian letters print them.

Two rules for a month without the wanted day, on purpose: a *completed* month waits for the
first day of the next month (nobody loses a day of a term that the law sets), while a *due date*
is clipped to the end of the month (31 Jan, 28 Feb, 31 Mar).
"""

from calendar import monthrange
from datetime import date, datetime
from functools import lru_cache
from typing import Final
from zoneinfo import ZoneInfo

from babel.dates import format_date, format_datetime

JAKARTA: Final = ZoneInfo("Asia/Jakarta")


def full_months(start: date, end: date) -> int:
    """Count the whole calendar months completed from `start` up to `end`.

    A month is complete on the same day number of a later month, or on the first of the month
    after when that day does not exist: 29 Feb 2024 completes a year on 1 Mar 2025, and from
    31 Jan to 28 Feb no month is complete. Raises ValueError when `end` lies before `start`:
    forms refuse that first, and a silent zero or negative would pick a wrong band of the law.
    """
    if end < start:
        raise ValueError("full_months needs start <= end")
    months = (end.year - start.year) * 12 + end.month - start.month
    return months - 1 if end.day < start.day else months


def add_months(day: date, n: int) -> date:
    """Move a day by `n` months (also backwards), clipped to the end of the month."""
    year, month = _shifted(day, n)
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def monthly(day: date, n: int, due_day: int) -> date:
    """The day `due_day` of the month that is `n` months after that of a day, clipped to the month's end."""
    year, month = _shifted(day, n)
    return date(year, month, min(due_day, monthrange(year, month)[1]))


def month_end(day: date) -> date:
    """The last day of the month of a day."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def months_ends_before(day: date, n: int) -> tuple[date, ...]:
    """The last days of the `n` months before that of a day, oldest first."""
    return tuple(month_end(add_months(day.replace(day=1), -back)) for back in range(n, 0, -1))


def months_up_to(day: date, n: int) -> tuple[date, ...]:
    """The first days of the last `n` months, that of a day too, oldest first."""
    return tuple(add_months(day.replace(day=1), -back) for back in range(n - 1, -1, -1))


def year_of(day: date) -> tuple[date, date]:
    """The first and the last day of the year of a day."""
    return date(day.year, 1, 1), date(day.year, 12, 31)


def completion_day(start: date, months: int) -> date:
    """Give the first day on which `full_months(start, day)` reaches `months`.

    29 Feb 2024 and 24 months give 1 Mar 2026. Raises ValueError for negative months.
    """
    if months < 0:
        raise ValueError("completion_day needs months >= 0")
    year, month = _shifted(start, months)
    if start.day <= monthrange(year, month)[1]:
        return date(year, month, start.day)
    next_year, next_month = _shifted(start, months + 1)
    return date(next_year, next_month, 1)


# Screens print the same days over and over, and working out how takes longer than anything around it.
@lru_cache(maxsize=8_192)
def indonesian_date(day: date) -> str:
    """Print a day in full: "2 Maret 2026"."""
    return format_date(day, "d MMMM y", locale="id")


def indonesian_span(first: date, last: date) -> str:
    """Two days as a letter joins them: '18 s.d. 31 Desember 2026'; one day alone when they are the same."""
    until = indonesian_date(last)
    if first == last:
        return until
    parts = indonesian_date(first).split(" ")
    shared = 2 if first.year == last.year and first.month == last.month else int(first.year == last.year)
    return f"{' '.join(parts[: 3 - shared])} s.d. {until}"


def indonesian_weekday(day: date) -> str:
    """Print a day of this year by its name: "Senin 30 November"."""
    return format_date(day, "EEEE d MMMM", locale="id")


@lru_cache(maxsize=1_024)
def indonesian_month(day: date, *, short: bool = False) -> str:
    """Print the month of a day: "Maret 2026", or "Mar 26" where there is little room."""
    return format_date(day, "MMM yy" if short else "MMMM y", locale="id")


def age_in_words(since: date, day: date) -> str:
    """How long something has waited: "hari ini", "46 hari"."""
    days = (day - since).days
    return f"{days} hari" if days > 0 else "hari ini"


def indonesian_moment(moment: datetime) -> str:
    """Print a moment in Jakarta time: "2 Maret 2026 10.14".

    Raises ValueError for a moment without a time zone, which could be off by seven hours.
    """
    if moment.utcoffset() is None:
        raise ValueError("indonesian_moment needs a moment with a time zone")
    return format_datetime(moment, "d MMMM y HH.mm", tzinfo=JAKARTA, locale="id")


def months_in_words(n: int) -> str:
    """Print a number of months as years and months: 61 -> "5 tahun 1 bulan"."""
    if n < 0:
        raise ValueError("months_in_words needs n >= 0")
    years, months = divmod(n, 12)
    parts = [f"{years} tahun"] if years else []
    if months or not years:
        parts.append(f"{months} bulan")
    return " ".join(parts)


def _shifted(day: date, n: int) -> tuple[int, int]:
    """Give the year and month `n` months away."""
    years, month_index = divmod(day.month - 1 + n, 12)
    return day.year + years, month_index + 1
