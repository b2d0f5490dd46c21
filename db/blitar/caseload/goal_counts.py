"""Where all open binaan stand, goal by goal: up, same, down, not measured, unknown (Pasal 2 ayat (2))."""

from typing import Any

from sqlalchemy import Select, and_, case, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blank_text import stripped
from db.blitar.caseload.goals import UP_PLACE, goal_of, place_of
from db.blitar.caseload.lines import OPEN
from db.tables import ClientIndicatorRow, ClientRow
from domain.blitar.caseload.progress import WEIGHED, Movement
from domain.blitar.caseload.proposal import GoalCount
from domain.blitar.client import CLIENT_KINDS
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.indicators import goals_of
from domain.blitar.kinds import SubjectKind
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.roles import Person


def goal_counts(session: Session, actor: Person) -> tuple[GoalCount, ...]:
    """The counts of each of the twelve goals over every open binaan, in the order of the text."""
    authorise(session, actor, BLITAR, BlitarPermission.READ_REPORTS)
    known: dict[Goal, dict[Movement, int]] = {goal: dict.fromkeys(Movement, 0) for goal in Goal}
    shown = dict.fromkeys(Goal, 0)
    for row in session.execute(_counts()):
        known[Goal(row.goal)][WEIGHED[row.place]] += row.clients
        shown[Goal(row.goal)] += row.shown
    clients = _clients(session)
    for goal in Goal:
        about = sum(clients.get(kind, 0) for kind in CLIENT_KINDS if goal in goals_of(kind))
        known[goal][Movement.UNKNOWN] += about - sum(known[goal].values())
    return tuple(GoalCount(goal=goal, by_movement=known[goal], shown=shown[goal]) for goal in Goal)


def _counts() -> Select[*tuple[Any, ...]]:
    """Clients by goal and by the place of what occurs first in it, with how many have all rises shown."""
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
        .subquery("told")
    )
    each = (
        select(told.c.goal, func.min(told.c.place).label("place"), func.sum(told.c.unshown).label("unshown"))
        .group_by(told.c.client_id, told.c.goal)
        .subquery("each_one")
    )
    is_shown = and_(each.c.place == UP_PLACE, each.c.unshown == 0)
    shown = func.sum(case((is_shown, 1), else_=0)).label("shown")
    counted = func.count().label("clients")
    return select(each.c.goal, each.c.place, counted, shown).group_by(each.c.goal, each.c.place)


def _clients(session: Session) -> dict[SubjectKind, int]:
    query = select(ClientRow.kind, func.count()).where(ClientRow.status == OPEN).group_by(ClientRow.kind)
    return {SubjectKind(kind): count for kind, count in session.execute(query)}
