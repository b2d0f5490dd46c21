"""Visits month by month, for the report and for the leadership alike."""

from collections import Counter
from collections.abc import Collection, Mapping
from datetime import date
from typing import Final

from sqlalchemy.orm import Session

from db.blitar.caseload.month_counts import days_counted
from domain.blitar.reporting.report import month_of
from domain.blitar.visiting.visit import VisitState
from domain.dates import months_up_to

MONTHS_SHOWN: Final = 12


def visits_by_month(session: Session, until: date, states: Collection[VisitState]) -> Mapping[date, int]:
    """The visits in some states in the twelve months up to a day, quiet months too, oldest first."""
    months = months_up_to(until, MONTHS_SHOWN)
    found: Counter[date] = Counter()
    for (day, state), count in days_counted(session, months[0], until).items():
        if state in states:
            found[month_of(day)] += count
    return {one: found[one] for one in months}
