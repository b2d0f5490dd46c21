"""Domain's rule for several indicators together (caseload.progress.movement_of) as SQL.

The smallest place in WEIGHED among the indicators of a goal is where the goal went.
"""

from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, select

from db.tables import ClientIndicatorRow, ClientRow
from domain.blitar.caseload.progress import WEIGHED, Movement
from domain.blitar.client import CLIENT_KINDS
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.indicators import Indicator, indicators_of, measured_by

UNKNOWN_PLACE = WEIGHED.index(Movement.UNKNOWN)
UP_PLACE = WEIGHED.index(Movement.UP)


def place_of(movement: Any) -> ColumnElement[int]:
    """The place of a movement in WEIGHED; the minimum over a goal's indicators is the goal's."""
    places = {one.value: place for place, one in enumerate(WEIGHED)}
    return case(places, value=movement, else_=UNKNOWN_PLACE)


def goal_of(indicator: Any) -> ColumnElement[str]:
    """The goal that an indicator measures."""
    return case({one.value: one.goal.value for one in Indicator}, value=indicator)


def weight_of_movement(goal: Goal | None) -> ColumnElement[int]:
    """The place in WEIGHED of where a binaan went, in one goal or in all: domain's rule as SQL."""
    row = ClientIndicatorRow
    lightest = select(func.min(place_of(row.movement))).where(row.client_id == ClientRow.id, _counts(goal))
    return func.coalesce(lightest.correlate(ClientRow).scalar_subquery(), UNKNOWN_PLACE)


def _counts(goal: Goal | None) -> ColumnElement[bool]:
    """Whether an indicator is one of the goal, or of a goal that is about this kind of binaan."""
    indicator = ClientIndicatorRow.indicator
    if goal is not None:
        return indicator.in_(measured_by(goal))
    return or_(*(and_(ClientRow.kind == kind, indicator.in_(indicators_of(kind))) for kind in CLIENT_KINDS))
