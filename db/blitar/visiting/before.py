"""What stood before a visit: the indicators of a binaan, and what its last visit did."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.access import authorise
from db.blitar.caseload.agreed import is_to_do
from db.blitar.caseload.ladders import rungs_of
from db.blitar.caseload.reach import client_row, require_own
from db.blitar.visiting.visit_rows import read_visit
from db.tables import FollowUpRow, VisitRow
from domain.blitar.caseload.progress import Rung
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.indicators import Indicator
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import COUNTED, Doer, FollowUp
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class Before:
    """How a binaan stands when it is visited again; `last_on` is None when it never was.

    `open` are what was agreed and is not done, the first due before the others.
    """

    rungs: Mapping[Indicator, Rung]
    last_on: date | None
    last_tasks: tuple[MentorTask, ...]
    last_parts: tuple[ReportPart, ...]
    open: tuple[FollowUp, ...]


def before_visit(session: Session, actor: Person, client_id: int) -> Before:
    """How a binaan stands; a Pendamping asks about their own only. Raises NotFound."""
    person = authorise(session, actor, BLITAR, BlitarPermission.READ_CLIENTS)
    client = client_row(session, client_id)
    require_own(session, person, client.mentor_id, BlitarPermission.VERIFY_VISITS)
    query = (
        select(VisitRow)
        .where(VisitRow.client_id == client_id, VisitRow.state.in_(COUNTED))
        .order_by(VisitRow.on.desc(), VisitRow.id.desc())
        .limit(1)
    )
    row = session.scalars(query).one_or_none()
    last = read_visit(row) if row else None
    return Before(
        rungs=rungs_of(session, client_id),
        last_on=last.on if last else None,
        last_tasks=last.tasks if last else (),
        last_parts=last.parts if last else (),
        open=_open(session, client_id),
    )


def _open(session: Session, client_id: int) -> tuple[FollowUp, ...]:
    row = FollowUpRow
    query = (
        select(row.told, row.due_on, row.doer)
        .join(VisitRow, VisitRow.id == row.visit_id)
        .where(row.client_id == client_id, is_to_do())
        .order_by(row.due_on, row.id)
    )
    found = session.execute(query)
    return tuple(FollowUp(told=told, due_on=due_on, doer=Doer(doer)) for told, due_on, doer in found)
