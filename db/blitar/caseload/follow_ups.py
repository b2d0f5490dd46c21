"""What was agreed at visits, closed by who looked after it."""

from datetime import datetime

from sqlalchemy import ColumnElement, and_, select
from sqlalchemy.orm import Session, contains_eager

from db import audit
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.caseload.reach import client_row, require_own
from db.engine import require_write
from db.limits import require_typed
from db.refusals import NotFound, Wrong
from db.tables import FollowUpRow, VisitRow
from domain.blitar.field_checks import day_problems
from domain.blitar.visiting.visit import COUNTED, FollowUpClosed, FollowUpState, VisitState
from domain.dates import JAKARTA
from domain.problems import Problem
from domain.roles import Permission, Person


def is_to_do() -> ColumnElement[bool]:
    """Whether something agreed still has to be done: it is open, and its joined visit counts."""
    return and_(FollowUpRow.state == FollowUpState.OPEN, VisitRow.state.in_(COUNTED))


def close_follow_up(
    session: Session,
    actor: Person,
    follow_up_id: int,
    closed: FollowUpClosed,
    *,
    at: datetime,
) -> None:
    """Record that something agreed is done, or will not be done and why.

    Raises Wrong for a day before the visit or in the future, or when it was closed before.
    """
    require_write(session)
    person = authorise(session, actor, Permission.RECORD_VISITS)
    require_typed(closed)
    state, on, note = closed.state, closed.on, closed.note
    if state is FollowUpState.OPEN:
        raise ValueError("closing needs a closing state")
    row = _held(session, follow_up_id)
    client = client_row(session, row.client_id)
    require_own(session, person, client.mentor_id, Permission.VERIFY_VISITS)
    if (row.state, row.closed_on, row.closing_note) == (state, on, note):
        return
    problems = [*day_problems(at.astimezone(JAKARTA).date(), ("on", on))]
    if row.state != FollowUpState.OPEN:
        problems.append(Problem("state", "Tindak lanjut ini sudah ditutup. Muat ulang untuk melihatnya."))
    if on < row.visit.on:
        problems.append(Problem("on", "Tanggal ini mendahului kunjungannya. Periksa tanggalnya."))
    if state is FollowUpState.DROPPED and not note.strip():
        problems.append(Problem("note", "Tulis mengapa tidak dilanjutkan."))
    if problems:
        raise Wrong(problems)
    row.state, row.closed_on, row.closing_note, row.closed_by_id = state, on, note, person.id
    subject = Subject(SubjectKind.VISIT, row.visit_id)
    after = {"told": row.told, "state": state.value, "on": on.isoformat(), "note": note}
    audit.record(session, person, Action.CLOSE_FOLLOW_UP, subject, at, after=after)


def _held(session: Session, follow_up_id: int) -> FollowUpRow:
    query = select(FollowUpRow).where(FollowUpRow.id == follow_up_id).with_for_update(of=FollowUpRow)
    query = query.join(FollowUpRow.visit).options(contains_eager(FollowUpRow.visit))
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None or VisitState(row.visit.state) not in COUNTED:
        raise NotFound("Tindak lanjut ini")
    return row
