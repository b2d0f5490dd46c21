"""Domain's rule for several indicators together (caseload.progress.movement_of) as SQL.

The smallest place in WEIGHED among the indicators of a goal is where the goal went.
"""

from typing import Any

from sqlalchemy import ColumnElement, case

from domain.blitar.caseload.progress import WEIGHED, Movement
from domain.blitar.indicators import Indicator

UNKNOWN_PLACE = WEIGHED.index(Movement.UNKNOWN)
UP_PLACE = WEIGHED.index(Movement.UP)


def place_of(movement: Any) -> ColumnElement[int]:
    """The place of a movement in WEIGHED; the minimum over a goal's indicators is the goal's."""
    places = {one.value: place for place, one in enumerate(WEIGHED)}
    return case(places, value=movement, else_=UNKNOWN_PLACE)


def goal_of(indicator: Any) -> ColumnElement[str]:
    """The goal that an indicator measures."""
    return case({one.value: one.goal.value for one in Indicator}, value=indicator)
