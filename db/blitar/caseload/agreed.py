"""What was agreed at visits and still has to be done."""

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, select

from db.tables import FollowUpRow, VisitRow
from domain.blitar.visiting.visit import COUNTED, FollowUpState


def is_to_do() -> ColumnElement[bool]:
    """Whether something agreed still has to be done: it is open, and its joined visit counts."""
    return and_(FollowUpRow.state == FollowUpState.OPEN, VisitRow.state.in_(COUNTED))


def still_open() -> Select[*tuple[Any, ...]]:
    """The binaan of whatever was agreed at a visit that counts, and is not closed."""
    return select(FollowUpRow.client_id).join(VisitRow, VisitRow.id == FollowUpRow.visit_id).where(is_to_do())
