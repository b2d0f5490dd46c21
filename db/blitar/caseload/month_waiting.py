"""What binaan give to the numbers of what waits now: visits, what was agreed, recommendations."""

from collections.abc import Iterator

from sqlalchemy import CTE, Integer, func, literal, select, union

from db.blitar.caseload.agreed import is_to_do
from db.blitar.caseload.lines import OPEN
from db.blitar.caseload.month_lines import Line, Some, line
from db.blitar.counted_now import NOW
from db.tables import ClientRow, FollowUpRow, RecommendationRow, VisitRow, VisitStepRow
from domain.blitar.visiting.visit import VisitState

_NOW = literal(NOW, Integer())


def states_of_visits(seen: CTE) -> Iterator[Line]:
    """The visits of each state and Pendamping, and of those that wait who recorded or sent them."""
    of, step = seen.c, VisitStepRow
    states = line("states", _NOW, func.count(), key=of.state, place=of.mentor_id).select_from(seen)
    yield states.group_by(of.state, of.mentor_id)
    waits = of.state == VisitState.SENT
    entered = select(of.id, of.mentor_id, of.entered_by_id.label("person")).where(waits)
    sent = (
        select(of.id, of.mentor_id, step.by_person_id)
        .join_from(seen, step, step.visit_id == of.id)
        .where(waits, step.state == VisitState.SENT)
    )
    whose = union(entered, sent).subquery("whose_visits").c
    by = line("sent by", _NOW, func.count(), key=whose.person, place=whose.mentor_id)
    yield by.group_by(whose.person, whose.mentor_id)


def still_to_do(some: Some) -> Iterator[Line]:
    """What was agreed with the binaan that are mentored and still has to be done, by the day it is due."""
    agreed = FollowUpRow
    found = line("to do", _NOW, func.count(), key=agreed.due_on).select_from(agreed)
    found = found.join(VisitRow, VisitRow.id == agreed.visit_id)
    found = found.join(ClientRow, ClientRow.id == agreed.client_id)
    yield found.where(is_to_do(), ClientRow.status == OPEN, *some).group_by(agreed.due_on)


def without_letter(some: Some) -> Iterator[Line]:
    """The recommendations that are in no letter, by Perangkat Daerah."""
    row = RecommendationRow
    found = line("unbundled", _NOW, func.count(), key=row.agency).select_from(row)
    found = found.join(ClientRow, ClientRow.id == row.client_id)
    yield found.where(row.bundle_id.is_(None), *some).group_by(row.agency)
