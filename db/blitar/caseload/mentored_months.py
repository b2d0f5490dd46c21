"""How many binaan were mentored, lately visited and risen at the end of each of some months."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.blitar.caseload.mentored import left_between
from db.blitar.caseload.month_numbers import number_of
from db.tables import MonthCountRow


@dataclass(frozen=True, slots=True)
class MentoredTotals:
    """The binaan at the end of a day, and of them those visited within the days and those risen."""

    day: date
    clients: int
    visited: int
    risen: int


def mentored_at_ends(session: Session, ends: Sequence[date], days: int) -> tuple[MentoredTotals, ...]:
    """The totals that `mentored_on` gives for each last day of a month, oldest first, asked for together."""
    member, risen = (_going_on(session, what, ends[-1]) for what in ("member", "risen"))
    visited = _visited(session, ends, days)
    gone = left_between(session, ends[0].replace(day=1), ends[-1])
    found = []
    for end in ends:
        since, first = end - timedelta(days=days), end.replace(day=1)
        left = [one for one in gone if first <= one.on < end]
        lately = [one for one in left if one.last_on is not None and since <= one.last_on <= end]
        rose = sum(one.rose for one in left)
        found.append(
            MentoredTotals(end, member(end) - len(left), visited[end] - len(lately), risen(end) - rose)
        )
    return tuple(found)


def _going_on(session: Session, what: str, last: date) -> Callable[[date], int]:
    """What came less what went, added up to the month of a day."""
    row = MonthCountRow
    query = select(row.month, func.sum(row.n)).where(row.what == what, row.month <= number_of(last))
    months, sums, total = [], [0], 0
    for month, n in session.execute(query.group_by(row.month).order_by(row.month)):
        total += int(n)
        months.append(month)
        sums.append(total)
    return lambda day: sums[bisect_right(months, number_of(day))]


def _visited(session: Session, ends: Sequence[date], days: int) -> Mapping[date, int]:
    row = MonthCountRow
    first = ends[0] - timedelta(days=days)
    query = select(row.month, row.key, func.sum(row.n)).where(
        row.what == "last",
        row.month.between(number_of(first), number_of(ends[-1])),
        row.key.between(first.isoformat(), ends[-1].isoformat()),
    )
    found: Counter[date] = Counter()
    for month, key, n in session.execute(query.group_by(row.month, row.key)):
        for end in ends:
            since = end - timedelta(days=days)
            if month <= number_of(end) and since.isoformat() <= key <= end.isoformat():
                found[end] += int(n)
    return found
