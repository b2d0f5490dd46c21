"""Visits recorded: kept as a draft, sent for verification, changed after they were returned."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from db import audit, submissions
from db.access import authorise
from db.audit import Action, Subject, SubjectKind
from db.blitar.caseload.reach import own_staff, require_own
from db.blitar.caseload.standing import stand_anew
from db.blitar.visiting.reaching import Reach
from db.blitar.visiting.visit_rows import around_of, require_single, visit_row, write_steps, write_visit
from db.engine import require_write
from db.limits import require_typed
from db.plain import to_plain
from db.refusals import ChangedMeanwhile, Wrong
from db.tables import VisitRow
from domain.blitar.visiting.visit import OPEN_TO_CHANGE, Visit, VisitState
from domain.blitar.visiting.visit_checks import VisitAround, check_draft, check_sent
from domain.dates import JAKARTA
from domain.problems import Problem
from domain.roles import Permission, Person


@dataclass(frozen=True, slots=True)
class SavedVisit:
    """The number and the version of a visit after saving."""

    id: int
    version: int


def save_visit(
    session: Session,
    actor: Person,
    visit: Visit,
    *,
    send: bool,
    visit_id: int | None = None,
    expected_version: int | None = None,
    nonce: str,
    at: datetime,
) -> SavedVisit:
    """Keep a visit as a draft, or send it to the Fasilitator; a Pendamping only their own.

    Only a draft and a returned visit may change. Raises Wrong for what cannot be, and ChangedMeanwhile
    over somebody else's change.
    """
    require_write(session)
    person = authorise(session, actor, Permission.RECORD_VISITS)
    require_typed(visit)
    require_own(session, person, visit.mentor_id, Permission.VERIFY_VISITS)
    action = Action.SEND_VISIT if send else Action.SAVE_VISIT
    if done := submissions.claim(session, person, action, nonce, at):
        return SavedVisit(done.subject_id, done.version)
    around, day = around_of(session, visit), at.astimezone(JAKARTA).date()
    row = _row_for(session, person, visit_id, expected_version, at)
    before = row.body if row.version else None
    _require_right(session, person, row, visit, around, send=send, day=day)
    saved = _write(session, person, row, visit, send=send, at=at)
    submissions.settle(session, nonce, saved.id, saved.version)
    subject = Subject(SubjectKind.VISIT, saved.id)
    audit.record(session, person, action, subject, at, before=before, after=to_plain(visit))
    return saved


def _require_right(
    session: Session,
    person: Person,
    row: VisitRow,
    visit: Visit,
    around: VisitAround,
    *,
    send: bool,
    day: date,
) -> None:
    # Reach alone first: the sentences of the others name the binaan.
    known = (row.client_id,) if row.version else ()
    reach = Reach(session, own_staff(session, person), [visit], known=known)
    check = check_sent if send else check_draft
    if problems := [*reach.problems(visit)] or check(visit, around, day):
        raise Wrong(problems)
    require_single(session, visit, but=(row.id,) if row.version else ())


def _write(
    session: Session, person: Person, row: VisitRow, visit: Visit, *, send: bool, at: datetime
) -> SavedVisit:
    row.version += 1
    row.state = VisitState.SENT if send else row.state
    row.changed_by_id, row.changed_at = person.id, at
    write_visit(session, row, visit)
    if send:
        write_steps(session, [row.id], VisitState.SENT, "", person, at)
        stand_anew(session, [visit.client_id])
    return SavedVisit(row.id, row.version)


def _row_for(
    session: Session, person: Person, visit_id: int | None, expected_version: int | None, at: datetime
) -> VisitRow:
    if visit_id is None:
        return VisitRow(version=0, state=VisitState.DRAFT, entered_by_id=person.id, entered_at=at)
    row = visit_row(session, visit_id, hold=True)
    require_own(session, person, row.mentor_id, Permission.VERIFY_VISITS)
    if row.version != expected_version:
        raise ChangedMeanwhile("kunjungan ini", row.changed_by.name, row.changed_at)
    if VisitState(row.state) not in OPEN_TO_CHANGE:
        told = (
            f"Kunjungan ini berstatus “{VisitState(row.state).label}”, jadi isinya tidak diubah. "
            "Minta Fasilitator mengembalikannya bila ada yang perlu diperbaiki."
        )
        raise Wrong((Problem("state", told),))
    return row
