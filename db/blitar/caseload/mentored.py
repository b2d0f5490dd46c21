"""How many binaan are mentored on a day, and how many of them were visited lately and rose."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from sqlalchemy import Select, bindparam, case, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.goals import UP_PLACE, goal_of, place_of
from db.blitar.caseload.lines import ENDED
from db.blitar.caseload.month_counts import counts_of, last_visited
from db.tables import ClientIndicatorRow, ClientRow
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class Mentored:
    """The binaan mentored on a day, by kind and by the code of their kecamatan."""

    day: date
    by_kind: Mapping[SubjectKind, int]
    by_district: Mapping[str | None, int]
    visited: Mapping[str | None, int]
    risen: Mapping[str | None, int]


@dataclass(frozen=True, slots=True)
class Left:
    """One whose mentoring ended on a day: its kind and kecamatan, its last visit, whether it had risen."""

    kind: str
    district_code: str | None
    on: date
    last_on: date | None
    rose: bool


def mentored_by_district(session: Session, actor: Person, day: date, days: int) -> Mentored:
    """The same for the map of who serves where."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_COVERAGE)
    return mentored_on(session, day, days)


def mentored_on(session: Session, day: date, days: int) -> Mentored:
    """Count those of today, or of the last day of an earlier month; `visited` within so many days.

    The kept numbers hold everybody mentored in the month of the day: who left in it before is taken off.
    """
    found = counts_of(session, day, upto=["member", "risen"])
    by_kind: Counter[str] = Counter()
    clients: Counter[str | None] = Counter()
    for (kind, place), count in found.get("member", {}).items():
        by_kind[kind] += count
        clients[place or None] += count
    since = day - timedelta(days=days)
    visited = Counter({code or None: n for code, n in last_visited(session, since, day).items()})
    risen = Counter({code or None: n for (_, code), n in found.get("risen", {}).items()})
    for left in left_between(session, day.replace(day=1), day):
        by_kind[left.kind] -= 1
        clients[left.district_code] -= 1
        visited[left.district_code] -= left.last_on is not None and since <= left.last_on <= day
        risen[left.district_code] -= left.rose
    return Mentored(
        day, {SubjectKind(kind): n for kind, n in by_kind.items() if n}, +clients, +visited, +risen
    )


def left_between(session: Session, first: date, day: date) -> list[Left]:
    """Who left from a first day on before another; nothing of theirs comes after that."""
    found = session.execute(_leaving(), {"first": first, "day": day})
    return [Left(kind, code, on, last_on, bool(rose)) for kind, code, on, last_on, rose in found]


@cache
def _leaving() -> Select[*tuple[Any, ...]]:
    row, part = ClientRow, ClientIndicatorRow
    goals = (
        select(func.min(place_of(part.movement)).label("place"))
        .where(part.client_id == row.id)
        .group_by(goal_of(part.indicator))
        .correlate(row)
        .subquery()
    )
    rose = select(func.max(case((goals.c.place == UP_PLACE, 1), else_=0))).scalar_subquery()
    query = select(row.kind, row.district_code, row.ended_on, row.last_visit_on, rose)
    left = (row.ended_on >= bindparam("first"), row.ended_on < bindparam("day"))
    return query.where(*left, row.status == ENDED)
