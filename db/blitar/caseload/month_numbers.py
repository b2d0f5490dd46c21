"""A month as one whole number, so that months are compared and counted alike on every database."""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Integer, case, cast, extract

_YEAR = 12


def number_of(day: date) -> int:
    """The number of the month of a day: months since the beginning of the year 0."""
    return day.year * _YEAR + day.month - 1


def first_day(number: int) -> date:
    """The first day of the month of a number."""
    year, place = divmod(number, _YEAR)
    return date(year, place + 1, 1)


def month_number(day: Any) -> ColumnElement[int]:
    """The same in SQL; NULL for no day."""
    year, month = cast(extract("year", day), Integer), cast(extract("month", day), Integer)
    return year * _YEAR + month - 1


def later(one: Any, other: Any) -> ColumnElement[int]:
    """The later of two months; the first where the other is none."""
    return case((other > one, other), else_=one)


def earlier(one: Any, other: Any) -> ColumnElement[Any]:
    """The earlier of two months of which either may be none, which is never."""
    return case((one.is_(None), other), (other < one, other), else_=one)
