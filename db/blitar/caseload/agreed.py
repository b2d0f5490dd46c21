"""What was agreed at visits and still has to be done."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, literal, select

from db.tables import FollowUpRow, VisitRow
from domain.blitar.visiting.visit import COUNTED, FollowUpState


def is_to_do() -> ColumnElement[bool]:
    """Whether something agreed still has to be done: it is open, and its joined visit counts."""
    # Each state by itself, not as a list of any length, so that many rows can be changed by one statement.
    counted = [literal(one.value) for one in COUNTED]
    return and_(FollowUpRow.state == FollowUpState.OPEN, VisitRow.state.in_(counted))


def still_open() -> Select[*tuple[Any, ...]]:
    """The binaan of whatever was agreed at a visit that counts, and is not closed."""
    return select(FollowUpRow.client_id).join(VisitRow, VisitRow.id == FollowUpRow.visit_id).where(is_to_do())
