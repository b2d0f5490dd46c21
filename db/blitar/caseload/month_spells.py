"""From which month to which each binaan was mentored, had a stage, a Pendamping, a last visit, a rise.

A spell begins in a month, as it was at that month's end, and ends with the month in which it no longer was.
"""

from typing import Any, Final

from sqlalchemy import (
    CTE,
    ColumnElement,
    Select,
    and_,
    case,
    exists,
    func,
    literal,
    not_,
    or_,
    select,
    union_all,
)

from db.blank_text import stripped
from db.blitar.caseload.goals import UP_PLACE, goal_of, place_of
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.month_lines import Some
from db.blitar.caseload.month_numbers import later, month_number
from db.blitar.caseload.stages import GUIDING
from db.blitar.caseload.standing import counting_readings, movement_of
from db.tables import (
    ClientIndicatorRow,
    ClientRow,
    HandoverLineRow,
    HandoverRow,
    UpgradeProposalRow,
    VisitPartRow,
    VisitRow,
)
from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.stage import Stage
from domain.blitar.caseload.upgrade import UpgradeOutcome
from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.visiting.visit import COUNTED

_REACHED: Final = ("visited", "guided", "evaluated")
_Query = Select[*tuple[Any, ...]]


def membership() -> tuple[ColumnElement[int], ColumnElement[int]]:
    """The month in which a binaan was taken in, and the one after it ended; in that one it still was one."""
    return month_number(ClientRow.since), month_number(ClientRow.ended_on) + 1


def _next(month: Any, *by: Any) -> ColumnElement[Any]:
    return func.lead(month).over(partition_by=by, order_by=month)


# ---- stages --------------------------------------------------------------------------------------
def stage_spells(some: Some) -> CTE:
    """The stage of each binaan, by the rule of domain (stage.stage_of)."""
    row, none = UpgradeProposalRow, [literal(0).label(name) for name in _REACHED]
    begun = select(ClientRow.id.label("client_id"), month_number(ClientRow.since).label("month"), *none)
    begun = begun.where(*some)
    proposed = [
        select(row.client_id, month_number(day).label("month"), *none)
        .join(ClientRow, ClientRow.id == row.client_id)
        .where(day.is_not(None), *some)
        for day in (row.proposed_on, row.decided_on)
    ]
    steps = union_all(begun, _visited_months(some), *proposed).subquery("stage_steps")
    by = (steps.c.client_id, steps.c.month)
    most = [func.max(steps.c[name]).label(name) for name in _REACHED]
    months = select(*by, *most).group_by(*by).subquery("stage_months")
    # What was reached once stays reached.
    so_far = [
        func.max(months.c[name]).over(partition_by=months.c.client_id, order_by=months.c.month).label(name)
        for name in _REACHED
    ]
    ends = _next(months.c.month, months.c.client_id).label("ends")
    points = select(months.c.client_id, months.c.month, *so_far, ends).subquery("stage_points")
    stage = _stage(points.c).label("stage")
    return select(points.c.client_id, stage, points.c.month.label("begins"), points.c.ends).cte(
        "stage_spells"
    )


def _stage(of: Any) -> ColumnElement[str]:
    row = UpgradeProposalRow
    mine = exists().where(row.client_id == of.client_id)
    is_decided = month_number(row.decided_on) <= of.month
    waits = and_(month_number(row.proposed_on) <= of.month, or_(row.decided_on.is_(None), not_(is_decided)))
    return case(
        (mine.where(row.outcome == UpgradeOutcome.CONFIRMED, is_decided), Stage.CONFIRMED.value),
        (mine.where(waits), Stage.PROPOSED.value),
        (of.visited == 0, Stage.NEW.value),
        (of.evaluated == 1, Stage.EVALUATED.value),
        (of.guided == 1, Stage.GUIDED.value),
        else_=Stage.IDENTIFIED.value,
    )


def _visited_months(some: Some) -> _Query:
    """The months in which a binaan had visits that count, and whether one of them guided, and evaluated."""
    visit, part = VisitRow, VisitPartRow
    month = month_number(visit.on)

    def held(*parts: ReportPart) -> ColumnElement[int]:
        is_held = exists().where(part.visit_id == visit.id, part.part.in_(parts))
        return func.max(case((is_held, 1), else_=0))

    reached = (literal(1), held(*GUIDING), held(ReportPart.EVALUATION))
    columns = [column.label(name) for name, column in zip(_REACHED, reached, strict=True)]
    return (
        select(visit.client_id, month.label("month"), *columns)
        .join(ClientRow, ClientRow.id == visit.client_id)
        .where(visit.state.in_(COUNTED), *some)
        .group_by(visit.client_id, month)
    )


# ---- who cared, and the last visit ----------------------------------------------------------------
def care_spells(some: Some) -> CTE:
    """The Pendamping of each binaan: handovers one after the other, and since the last who has it now."""
    line, given = HandoverLineRow, HandoverRow
    month = month_number(given.on)
    before = func.lag(month).over(partition_by=line.client_id, order_by=(given.on, given.id))
    handed = (
        select(
            line.client_id,
            given.from_staff_id.label("carer"),
            before.label("begins"),
            month.label("ends"),
        )
        .join(given, given.id == line.handover_id)
        .join(ClientRow, ClientRow.id == line.client_id)
        .where(*some)
        .cte("handed")
    )
    last = (
        select(handed.c.client_id, func.max(handed.c.ends).label("month"))
        .group_by(handed.c.client_id)
        .subquery("last_handed")
    )
    now = select(
        ClientRow.id.label("client_id"),
        ClientRow.mentor_id.label("carer"),
        last.c.month.label("begins"),
        literal(None, HandoverRow.id.type).label("ends"),
    )
    now = now.outerjoin(last, last.c.client_id == ClientRow.id).where(*some)
    every = union_all(select(*handed.c), now).subquery("every_care")
    first = func.coalesce(month_number(ClientRow.given_on), 0)
    begins = later(first, every.c.begins)
    query = (
        select(every.c.client_id, every.c.carer, begins.label("begins"), every.c.ends)
        .join(ClientRow, ClientRow.id == every.c.client_id)
        .where(every.c.carer.is_not(None))
    )
    return query.cte("care_spells")


def last_visits(some: Some) -> CTE:
    """The day of the last visit that counts, as of each month in which there was one, until the next."""
    visit = VisitRow
    month = month_number(visit.on)
    each = (
        select(visit.client_id, month.label("begins"), func.max(visit.on).label("on"))
        .join(ClientRow, ClientRow.id == visit.client_id)
        .where(visit.state.in_(COUNTED), *some)
        .group_by(visit.client_id, month)
        .subquery("visited_months")
    )
    query = select(*each.c, _next(each.c.begins, each.c.client_id).label("ends"))
    return query.cte("last_visits")


# ---- goals that rose -----------------------------------------------------------------------------
def goal_spells(some: Some) -> CTE:
    """Each goal of a binaan as long as one of its indicators had gone up and none down."""
    known = counting_readings().subquery("known")
    told = (
        select(known, goal_of(known.c.indicator).label("goal"), month_number(known.c.on).label("month"))
        .join(ClientRow, ClientRow.id == known.c.client_id)
        .where(*some)
        .cte("told_readings")
    )
    points = select(told.c.client_id, told.c.goal, told.c.month).distinct().subquery("goal_points")
    found = _moved(told, points)
    by = (found.c.client_id, found.c.goal)
    place = func.min(place_of(found.c.movement))
    each = (
        select(*by, found.c.month.label("begins"), place.label("place"))
        .group_by(*by, found.c.month)
        .subquery("goal_places")
    )
    ends = _next(each.c.begins, each.c.client_id, each.c.goal)
    spells = select(*each.c, ends.label("ends")).subquery("goal_every")
    query = select(spells.c.client_id, spells.c.goal, spells.c.begins, spells.c.ends)
    return query.where(spells.c.place == UP_PLACE).cte("goal_spells")


def _moved(told: CTE, points: Any) -> Any:
    """Where each indicator had gone at the end of each month in which its goal was measured."""
    is_baseline = told.c.visit_id.is_(None)
    by = (points.c.client_id, points.c.goal, points.c.month, told.c.indicator)
    place = func.row_number().over(
        partition_by=(*by, is_baseline),
        order_by=(case((is_baseline, None), else_=told.c.on).desc(), told.c.id.desc()),
    )
    until = and_(
        told.c.client_id == points.c.client_id,
        told.c.goal == points.c.goal,
        told.c.month <= points.c.month,
    )
    ranked = (
        select(*by, told.c.value, told.c.on, is_baseline.label("is_baseline"), place.label("place"))
        .join_from(points, told, until)
        .subquery("goal_ranked")
    )
    of = ranked.c
    return (
        select(of.client_id, of.goal, of.month, of.indicator, movement_of(ranked).label("movement"))
        .where(of.place == 1)
        .group_by(of.client_id, of.goal, of.month, of.indicator)
        .subquery("goal_moved")
    )


def rise_spells(goals: CTE) -> CTE:
    """Each binaan as long as any of its goals had risen."""
    of = goals.c
    edges = union_all(
        select(of.client_id, of.begins.label("month"), literal(1).label("n")),
        select(of.client_id, of.ends, literal(-1)).where(of.ends.is_not(None)),
    ).subquery("rise_edges")
    by = (edges.c.client_id, edges.c.month)
    months = select(*by, func.sum(edges.c.n).label("n")).group_by(*by).subquery("rise_months")
    month = months.c.month
    risen = func.sum(months.c.n).over(partition_by=months.c.client_id, order_by=month)
    ends = _next(month, months.c.client_id)
    columns = (months.c.client_id, month.label("begins"), ends.label("ends"), risen.label("risen"))
    each = select(*columns).subquery("rise_every")
    return select(each.c.client_id, each.c.begins, each.c.ends).where(each.c.risen > 0).cte("rise_spells")


def goal_places(some: Some) -> CTE:
    """The place in WEIGHED of each goal of each open binaan now, and whether a rise of it is not shown."""
    row = ClientIndicatorRow
    blank = stripped(func.coalesce(row.latest_evidence, "")) == ""
    told = (
        select(
            row.client_id,
            goal_of(row.indicator).label("goal"),
            place_of(row.movement).label("place"),
            case((and_(row.movement == Movement.UP, blank), 1), else_=0).label("unshown"),
        )
        .join(ClientRow, and_(ClientRow.id == row.client_id, ClientRow.status == OPEN))
        .where(*some)
        .subquery("told_goals")
    )
    each = select(
        told.c.goal, func.min(told.c.place).label("place"), func.sum(told.c.unshown).label("unshown")
    )
    return each.group_by(told.c.client_id, told.c.goal).cte("goal_places")
