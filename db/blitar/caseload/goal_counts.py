"""Where all open binaan stand, goal by goal: up, same, down, not measured, unknown (Pasal 2 ayat (2))."""

from collections import Counter

from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.lines import OPEN
from db.blitar.counted_now import BETWEEN, counted_now
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
    return open_by_goal(session)


def open_by_goal(session: Session) -> tuple[GoalCount, ...]:
    """The same for the store, which has asked who may."""
    known: dict[Goal, dict[Movement, int]] = {goal: dict.fromkeys(Movement, 0) for goal in Goal}
    shown = dict.fromkeys(Goal, 0)
    for (goal, told), count in counted_now(session, "goals now").items():
        place, is_shown = told.split(BETWEEN)
        known[Goal(goal)][WEIGHED[int(place)]] += count
        shown[Goal(goal)] += count if is_shown else 0
    clients = open_by_kind(session)
    for goal in Goal:
        about = sum(clients[kind] for kind in CLIENT_KINDS if goal in goals_of(kind))
        known[goal][Movement.UNKNOWN] += about - sum(known[goal].values())
    return tuple(GoalCount(goal=goal, by_movement=known[goal], shown=shown[goal]) for goal in Goal)


def open_by_kind(session: Session) -> Counter[SubjectKind]:
    """All open binaan by kind, from the kept numbers."""
    found: Counter[SubjectKind] = Counter()
    for (key, _), count in counted_now(session, "carers now").items():
        status, kind = key.split(BETWEEN)
        found[SubjectKind(kind)] += count if status == OPEN else 0
    return found
