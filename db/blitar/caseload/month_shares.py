"""What binaan give to the numbers of the months: visits, and how long each one stood where.

Everything is worked out from the ground, in one statement for some binaan or for all. A number of one
month is the sum of what is told for it; a number that goes on (a stage, a goal that rose) is the sum of all
comings and goings up to the month.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from datetime import date
from enum import Flag, auto
from functools import cache
from typing import Any, Final

from sqlalchemy import (
    CTE,
    Date,
    Integer,
    String,
    Text,
    and_,
    bindparam,
    case,
    cast,
    func,
    literal,
    or_,
    select,
    union_all,
)
from sqlalchemy.orm import Session

from db.among import among
from db.blank_text import stripped
from db.blitar.caseload.goals import UP_PLACE
from db.blitar.caseload.lines import OPEN, TAKEN_BACK
from db.blitar.caseload.month_lines import Line, Some
from db.blitar.caseload.month_lines import line as line_of
from db.blitar.caseload.month_numbers import earlier, later, month_number
from db.blitar.caseload.month_sales import sales_now
from db.blitar.caseload.month_spells import (
    care_spells,
    goal_places,
    goal_spells,
    last_visits,
    membership,
    rise_spells,
    stage_spells,
)
from db.blitar.caseload.month_waiting import states_of_visits, still_to_do, without_letter
from db.blitar.caseload.stages import SOME, asked_for
from db.blitar.counted_now import BETWEEN, NOW
from db.bulk import pieces_in_order
from db.tables import ClientRow, FollowUpRow, VisitPartRow, VisitRow, VisitTaskRow
from domain.blitar.reporting.report import last_day_of, month_of
from domain.blitar.visiting.visit import COUNTED, FollowUpState, VisitPlace, VisitState

Share = tuple[int, str, str, str]
"""A month, what is counted, of which kind, and for which Pendamping, kecamatan or state."""


class Ground(Flag):
    """What the numbers of the months rest on, as far as one verb may change it."""

    VISITS = auto()
    AGREED = auto()
    CARE = auto()
    STAGES = auto()
    GOALS = auto()
    CHOICES = auto()
    LETTERS = auto()
    ALL = VISITS | AGREED | CARE | STAGES | GOALS | CHOICES | LETTERS


def shares(
    session: Session, clients: Collection[int], ground: Ground = Ground.ALL, on: Collection[date] = ()
) -> Counter[Share]:
    """What some binaan give to each number of each month that rests on this ground.

    With days `on`, of their visits only those from the first of the months of these days to the last.
    """
    query, total = _query(ground, is_within=bool(on)), Counter[Share]()
    within = {"first": month_of(min(on)), "last": last_day_of(max(on))} if on else {}
    for some in pieces_in_order(clients):
        for row in session.execute(query, asked_for(some) | within):
            total[row[0], row[1], row[2], row[3]] += row[4]
    return total


def all_shares(session: Session) -> Iterator[tuple[Share, int]]:
    """What all binaan together give to the numbers of the months, each number by itself."""
    for line in _lines(Ground.ALL, []):
        yield from (((row[0], row[1], row[2], row[3]), row[4]) for row in session.execute(line))


@cache
def _query(ground: Ground, *, is_within: bool) -> Line:
    """The statement runs at every saved visit, so each form of it is put together once."""
    first, last = (bindparam(name, type_=Date()) for name in ("first", "last"))
    within = [VisitRow.on.between(first, last)] if is_within else []
    told = union_all(*_lines(ground, [among(ClientRow.id, SOME)], within)).subquery("told")
    keys = (told.c.month, told.c.what, told.c.key, told.c.place)
    total = func.sum(told.c.n)
    return select(*keys, total).group_by(*keys).having(total != 0)


def _lines(ground: Ground, some: Some, within: Some = ()) -> Iterator[Line]:
    # Who was taken in by mistake never was a binaan.
    some = [*some, ClientRow.status != TAKEN_BACK]
    if Ground.VISITS in ground:
        yield from _visits([*some, *within])
    if Ground.AGREED in ground:
        yield from _agreed(some)
    if Ground.CHOICES in ground:
        yield from _choices(some)
        yield from still_to_do(some)
    if Ground.LETTERS in ground:
        yield from without_letter(some)
    if Ground.CARE in ground:
        yield from _cared(some)
    if Ground.STAGES in ground:
        yield from _reached(some)
    if Ground.GOALS in ground:
        yield from _risen(some)


# ---- visits --------------------------------------------------------------------------------------
def _visits(some: Some) -> Iterator[Line]:
    row = VisitRow
    seen = (
        select(
            row.id, row.client_id, row.mentor_id, row.state, row.on, ClientRow.district_code, row.place,
            row.entered_by_id,
            (stripped(row.body["recommendation"].as_string()) != "").label("recommends"),
            month_number(row.on).label("month"),
        )
        .join(ClientRow, ClientRow.id == row.client_id)
        .where(*some)
        .cte("seen")
    )  # fmt: skip
    of, verified = seen.c, seen.c.state == VisitState.VERIFIED

    def line(what: str, *conditions: Any, n: Any = None, **by: Any) -> Line:
        told = line_of(what, of.month, func.count() if n is None else n, **by).select_from(seen)
        return told.where(*conditions).group_by(of.month, *(one for one in by.values()))

    clients = func.count(of.client_id.distinct())
    yield line("visits", key=of.state, place=of.mentor_id)
    yield line("days", key=of.on, place=of.state)
    yield line("office", verified, of.place == VisitPlace.OFFICE, place=of.mentor_id)
    yield line("recommends", verified, of.recommends)
    yield line("seen by", of.state.in_(COUNTED), n=clients, place=of.mentor_id)
    yield line("visited by", verified, n=clients, place=of.mentor_id)
    yield line("visited", verified, n=clients)
    yield line("district", of.state.in_(COUNTED), key=of.district_code)
    part, task = VisitPartRow, VisitTaskRow
    parts = (seen, part, part.visit_id == of.id)
    yield line("part", verified, key=part.part, place=of.mentor_id).join_from(*parts)
    yield line("part clients", verified, n=clients, key=part.part).join_from(*parts)
    yield line("task", verified, key=task.task).join_from(seen, task, task.visit_id == of.id)
    yield from states_of_visits(seen)


def _agreed(some: Some) -> Iterator[Line]:
    """What was agreed at verified visits: in its month, when it was done, and how long it was overdue."""
    agreed, visit = FollowUpRow, VisitRow
    told = (
        select(
            agreed.state,
            agreed.due_on,
            visit.mentor_id,
            month_number(visit.on).label("month"),
            month_number(agreed.closed_on).label("closed"),
            later(month_number(agreed.due_on), month_number(visit.on)).label("late"),
        )
        .join(visit, visit.id == agreed.visit_id)
        .join(ClientRow, ClientRow.id == agreed.client_id)
        .where(visit.state == VisitState.VERIFIED, *some)
        .cte("told_agreed")
    )
    of = told.c
    is_late = or_(of.closed.is_(None), of.closed > of.late)
    count = func.count()
    yield line_of("agreed", of.month, count).group_by(of.month)
    done = of.state == FollowUpState.DONE
    yield line_of("done", of.closed, count).where(done, of.closed.is_not(None)).group_by(of.closed)
    done_by = line_of("done by", of.closed, count, place=of.mentor_id)
    yield done_by.where(done, of.closed.is_not(None)).group_by(of.closed, of.mentor_id)
    yield line_of("overdue", of.late, count).where(is_late).group_by(of.late)
    yield line_of("overdue", of.closed, -count).where(is_late, of.closed.is_not(None)).group_by(of.closed)
    due = month_number(of.due_on)
    still_open = of.state == FollowUpState.OPEN
    yield line_of("due", due, count, key=of.due_on).where(still_open).group_by(due, of.due_on)


# ---- by what a list chooses ----------------------------------------------------------------------
CHOICES: Final = ("status", "district", "kind", "sector", "stage", "movement", "agreed", "visited")


def _choices(some: Some) -> Iterator[Line]:
    """The binaan by everything that a list counts, as they are now; no month is theirs."""
    row, now = ClientRow, literal(NOW, Integer())
    visited = month_number(row.last_visit_on)
    agreed = case((row.agreed_open > 0, 1), else_=0)
    columns = (row.status, row.district_code, row.kind, row.sector, row.stage, row.movement, agreed, visited)
    key: Any = literal("", Text())
    for place, column in enumerate(columns):
        told = func.coalesce(cast(column, String), "")
        key = told if place == 0 else key + BETWEEN + told
    count = func.count()
    yield line_of("choices", now, count, key=key).where(*some).group_by(key)
    by = (row.status, row.kind, row.mentor_id)
    carers = line_of("carers now", now, count, key=row.status + BETWEEN + row.kind, place=row.mentor_id)
    yield carers.where(*some).group_by(*by)
    moved = line_of("moved now", now, count, key=row.movement, place=row.mentor_id)
    yield moved.where(row.status == OPEN, *some).group_by(row.movement, row.mentor_id)
    held = line_of("held now", now, count, key=row.district_code, place=row.mentor_id)
    held = held.where(row.status == OPEN, row.mentor_id.is_not(None), *some)
    yield held.group_by(row.district_code, row.mentor_id)
    for what, day in (("waits", row.waits_since), ("agreed due", row.agreed_due)):
        line = line_of(what, now, count, key=day, place=row.status)
        yield line.where(day.is_not(None), *some).group_by(day, row.status)


# ---- how long each one stood where ---------------------------------------------------------------
# Each spell comes in its first month and goes in the month after its last, while its binaan is mentored.
def _cared(some: Some) -> Iterator[Line]:
    row, (begins, ends) = ClientRow, membership()
    columns = (begins.label("begins"), ends.label("ends"), row.kind, row.district_code)
    members = select(*columns).where(*some).cte("members")
    of = members.c
    yield from _spells("member", members, of.begins, of.ends, key=of.kind, place=of.district_code)
    yield from _within("carer", care_spells(some), "carer")


def _reached(some: Some) -> Iterator[Line]:
    yield from _within("stage", stage_spells(some), "stage")
    yield from _within("last", last_visits(some), "on", is_placed=True)


def _risen(some: Some) -> Iterator[Line]:
    each = goal_places(some)
    is_shown = and_(each.c.place == UP_PLACE, each.c.unshown == 0)
    told = cast(each.c.place, String) + BETWEEN + case((is_shown, "shown"), else_="")
    by = (each.c.goal, each.c.place, is_shown)
    yield line_of("goals now", literal(NOW, Integer()), func.count(), key=each.c.goal, place=told).group_by(
        *by
    )
    yield from sales_now(some)
    goals = goal_spells(some)
    yield from _within("goal", goals, "goal")
    yield from _within("risen", rise_spells(goals), None, is_placed=True)


def _within(what: str, spells: CTE, key: str | None, *, is_placed: bool = False) -> Iterator[Line]:
    """Spells of binaan cut to when they were mentored."""
    blank, (begins, ends) = literal("", Text()), membership()
    joined = select(
        later(begins, spells.c.begins).label("begins"),
        earlier(spells.c.ends, ends).label("ends"),
        (blank if key is None else spells.c[key]).label("key"),
        (ClientRow.district_code if is_placed else blank).label("place"),
    ).join_from(spells, ClientRow, ClientRow.id == spells.c.client_id)
    cut = joined.cte(f"cut_{what}")
    yield from _spells(what, cut, cut.c.begins, cut.c.ends, key=cut.c.key, place=cut.c.place)


def _spells(what: str, spells: CTE, begins: Any, ends: Any, **by: Any) -> Iterator[Line]:
    lasts = or_(ends.is_(None), begins < ends)
    keys = by.values()
    yield line_of(what, begins, func.count(), **by).select_from(spells).where(lasts).group_by(begins, *keys)
    gone = and_(ends.is_not(None), lasts)
    yield line_of(what, ends, -func.count(), **by).select_from(spells).where(gone).group_by(ends, *keys)
