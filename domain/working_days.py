"""Working days in Indonesia: Monday to Friday but for public holidays and cuti bersama."""

from datetime import date, timedelta
from functools import lru_cache

_SATURDAY = 5


def holiday_name(day: date) -> str | None:
    """The Indonesian name of a public holiday or a cuti bersama; None on any other day."""
    return _of_year(day.year).get(day)


def is_working_day(day: date) -> bool:
    """Whether offices work on a day."""
    return day.weekday() < _SATURDAY and holiday_name(day) is None


def monday_of(day: date) -> date:
    """The Monday of the week that a day lies in."""
    return day - timedelta(days=day.weekday())


@lru_cache(maxsize=1_024)
def working_week(monday: date) -> tuple[date, ...]:
    """Monday to Friday of a week, holidays among them."""
    return tuple(monday_of(monday) + timedelta(days=place) for place in range(_SATURDAY))


@lru_cache(maxsize=8)
def _of_year(year: int) -> dict[date, str]:
    from holidays import country_holidays  # every country's, for whoever asks for a day off

    found = country_holidays("ID", years=year, categories=("public", "government"), language="id")
    return dict(found.items())
