"""Visits month by month, for the report and for the leadership alike."""

from collections.abc import Mapping
from datetime import date
from typing import Final

from sqlalchemy import ColumnElement, extract, func, select
from sqlalchemy.orm import Session

from db.tables import VisitRow
from domain.blitar.reporting.report import months_up_to

MONTHS_SHOWN: Final = 12


def visits_by_month(session: Session, until: date, condition: ColumnElement[bool]) -> Mapping[date, int]:
    """The visits that fit a condition in the twelve months up to a day, quiet months too, oldest first."""
    months = months_up_to(until, MONTHS_SHOWN)
    year, month = extract("year", VisitRow.on), extract("month", VisitRow.on)
    query = (
        select(year, month, func.count())
        .where(condition, VisitRow.on.between(months[0], until))
        .group_by(year, month)
    )
    found = {date(int(of), int(place), 1): count for of, place, count in session.execute(query)}
    return {one: found.get(one, 0) for one in months}
