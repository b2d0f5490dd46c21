"""A person's age on a day, by the calendar, in whole years and in years begun (B-09)."""

from datetime import date

from domain.dates import completion_day, full_months

_YEAR = 12


def completed_age(born: date | None, day: date | None) -> int | None:
    """Whole years of age on a day; a 29 February is followed by 1 March in a year without one."""
    if born is None or day is None or born > day:
        return None
    return full_months(born, day) // _YEAR


def begun_age(born: date | None, day: date | None) -> int | None:
    """Years of age with a year begun counted as whole: 40 on the birthday, 41 a day later."""
    years = completed_age(born, day)
    if born is None or years is None:
        return None
    return years if completion_day(born, years * _YEAR) == day else years + 1
