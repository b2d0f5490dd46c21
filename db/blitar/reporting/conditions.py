"""What a month's report counts, as conditions that its numbers and the rows behind them share."""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Select, Subquery, and_, case, func, or_, select

from db.blank_text import stripped
from db.blitar.caseload.goals import UP_PLACE, goal_of, place_of
from db.blitar.caseload.lines import TAKEN_BACK
from db.blitar.caseload.standing import moves
from db.tables import ClientRow, FollowUpRow, HandoverLineRow, HandoverRow, VisitRow
from domain.blitar.reporting.report import last_day_of, month_of
from domain.blitar.visiting.visit import FollowUpState, VisitPlace, VisitState


@dataclass(frozen=True, slots=True)
class Span:
    """The days of a month; `overdue_before` is the day after it, or today while the month goes on."""

    start: date
    end: date
    overdue_before: date


def span_of(month: date, day: date | None = None) -> Span:
    """The days of a month as seen on a day; without a day, once it is over."""
    end = last_day_of(month)
    after = end + timedelta(days=1)
    return Span(month_of(month), end, after if day is None else min(after, day))


def in_month(span: Span) -> ColumnElement[bool]:
    """Visits of the month, in every state."""
    return VisitRow.on.between(span.start, span.end)


def verified() -> ColumnElement[bool]:
    """Visits that the Fasilitator verified; nothing else is counted."""
    return VisitRow.state == VisitState.VERIFIED


def counted(span: Span) -> ColumnElement[bool]:
    """Verified visits of the month."""
    return and_(in_month(span), verified())


def at_place(place: VisitPlace) -> ColumnElement[bool]:
    """Visits at the Dinas, or in the field."""
    return VisitRow.place == place


def recommends() -> ColumnElement[bool]:
    """Visits in which a recommendation was written."""
    return stripped(VisitRow.body["recommendation"].as_string()) != ""


def mentored(span: Span) -> ColumnElement[bool]:
    """Binaan mentored on a day of the month; who ended in it stays in it."""
    ended = or_(ClientRow.ended_on.is_(None), ClientRow.ended_on >= span.start)
    return and_(ClientRow.since <= span.end, ended, ClientRow.status != TAKEN_BACK)


def agreed(span: Span) -> ColumnElement[bool]:
    """Follow-ups of the month's verified visits; to be joined with their visit."""
    return counted(span)


def done(span: Span) -> ColumnElement[bool]:
    """Follow-ups of verified visits that were done in the month; to be joined with their visit."""
    closed = FollowUpRow.closed_on.between(span.start, span.end)
    return and_(verified(), FollowUpRow.state == FollowUpState.DONE, closed)


def overdue(span: Span) -> ColumnElement[bool]:
    """Follow-ups of verified visits, due before the month ended and open then; to be joined likewise."""
    open_then = or_(FollowUpRow.state == FollowUpState.OPEN, FollowUpRow.closed_on > span.end)
    due = FollowUpRow.due_on < span.overdue_before
    return and_(verified(), VisitRow.on <= span.end, due, open_then)


def mentor_at_end(span: Span) -> tuple[Subquery, ColumnElement[int | None]]:
    """Who had each binaan at the month's end: handovers after it are undone, and so is a first giving.

    Gives the first such handover of each binaan, to be joined by `client_id`, and then the Pendamping.
    """
    place = func.row_number().over(
        partition_by=HandoverLineRow.client_id, order_by=(HandoverRow.on, HandoverRow.id)
    )
    later = (
        select(HandoverLineRow.client_id, HandoverRow.from_staff_id, place.label("place"))
        .join(HandoverRow, HandoverRow.id == HandoverLineRow.handover_id)
        .where(HandoverRow.on > span.end)
        .subquery("later")
    )
    first = select(later.c.client_id, later.c.from_staff_id).where(later.c.place == 1).subquery("first_later")
    carer = func.coalesce(first.c.from_staff_id, ClientRow.mentor_id)
    return first, case((ClientRow.given_on > span.end, None), else_=carer)


def risen(span: Span) -> Select[*tuple[Any, ...]]:
    """Binaan and goals of which, up to the month's end, one indicator went up and none went down.

    The same rule as GoalStep.movement.
    """
    found = moves(until=span.end).subquery("moves")
    goal = goal_of(found.c.indicator)
    return (
        select(found.c.client_id, goal.label("goal"))
        .group_by(found.c.client_id, goal)
        .having(func.min(place_of(found.c.movement)) == UP_PLACE)
    )
