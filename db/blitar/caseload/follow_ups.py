"""What was agreed at visits, closed by who looked after it."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, contains_eager

from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.reach import client_row, require_own
from db.blitar.caseload.standing import choose_anew
from db.blitar.trail import BlitarAction, BlitarSubject
from db.limits import require_typed
from db.refusals import NotFound, Wrong
from db.tables import FollowUpRow
from db.trail import Subject
from db.verbs import verb
from domain.blitar.field_checks import day_problems
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import COUNTED, FollowUpClosed, FollowUpState, VisitState
from domain.problems import Problem
from domain.roles import Person


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
    permission, action = BlitarPermission.RECORD_VISITS, BlitarAction.CLOSE_FOLLOW_UP
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        require_typed(closed)
        state, on, note = closed.state, closed.on, closed.note
        if state is FollowUpState.OPEN:
            raise ValueError("closing needs a closing state")
        row = _held(session, follow_up_id)
        client = client_row(session, row.client_id)
        require_own(session, act.person, client.mentor_id, BlitarPermission.VERIFY_VISITS)
        if (row.state, row.closed_on, row.closing_note) == (state, on, note):
            act.unchanged()
            return
        if problems := [*day_problems(act.day, ("on", on)), *_problems(row, closed)]:
            raise Wrong(problems)
        with months_kept(session, [row.client_id], Ground.AGREED):
            row.state, row.closed_on, row.closing_note, row.closed_by_id = state, on, note, act.person.id
            choose_anew(session, [row.client_id])
        after = {"told": row.told, "state": state.value, "on": on.isoformat(), "note": note}
        act.close(Subject(BlitarSubject.VISIT, row.visit_id), after=after)


def _problems(row: FollowUpRow, closed: FollowUpClosed) -> Iterator[Problem]:
    if row.state != FollowUpState.OPEN:
        yield Problem("state", "Tindak lanjut ini sudah ditutup. Muat ulang untuk melihatnya.")
    if closed.on < row.visit.on:
        yield Problem("on", "Tanggal ini mendahului kunjungannya. Periksa tanggalnya.")
    if closed.state is FollowUpState.DROPPED and not closed.note.strip():
        yield Problem("note", "Tulis mengapa tidak dilanjutkan.")


def _held(session: Session, follow_up_id: int) -> FollowUpRow:
    query = select(FollowUpRow).where(FollowUpRow.id == follow_up_id).with_for_update(of=FollowUpRow)
    query = query.join(FollowUpRow.visit).options(contains_eager(FollowUpRow.visit))
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None or VisitState(row.visit.state) not in COUNTED:
        raise NotFound("Tindak lanjut ini")
    return row
