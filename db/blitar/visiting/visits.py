"""Visits recorded: kept as a draft, sent for verification, changed after they were returned."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from db.again import Again, explained, let_pass
from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.reach import own_staff, require_own
from db.blitar.caseload.standing import stand_anew
from db.blitar.trail import BlitarAction, BlitarSubject
from db.blitar.visiting import same_day
from db.blitar.visiting.reaching import Reach
from db.blitar.visiting.recommending import recommend_anew
from db.blitar.visiting.visit_rows import around_of, require_single, visit_row, write_steps, write_visit
from db.limits import require_typed
from db.plain import to_plain
from db.refusals import Wrong
from db.tables import VisitRow
from db.trail import Subject
from db.verbs import Act, verb
from db.versions import require_version
from domain.again import AgainBecause
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import OPEN_TO_CHANGE, Visit, VisitState
from domain.blitar.visiting.visit_checks import VisitAround, check_draft, check_sent
from domain.problems import Problem
from domain.roles import Person


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
    again_because: AgainBecause = "",
) -> SavedVisit:
    """Keep a visit as a draft, or send it to the Fasilitator; a Pendamping only their own.

    Only a draft and a returned visit may change. Raises Wrong for what cannot be, ChangedMeanwhile over
    somebody else's change, and SameAgain for a second visit of the day, or something agreed twice, without a
    written reason.
    """
    action = BlitarAction.SEND_VISIT if send else BlitarAction.SAVE_VISIT
    with verb(session, actor, BLITAR, BlitarPermission.RECORD_VISITS, action, nonce=nonce, at=at) as act:
        require_own(session, act.person, visit.mentor_id, BlitarPermission.VERIFY_VISITS)
        if act.earlier:
            return SavedVisit(act.earlier.subject_id, act.earlier.version)
        require_typed(visit)
        around = around_of(session, visit)
        row = _row_for(act, visit_id, expected_version)
        before = row.body if row.version else None
        _require_right(act, row, visit, around, send=send)
        again = _again(session, row, visit, again_because)
        saved = _write(act, row, visit, send=send)
        subject = Subject(BlitarSubject.VISIT, saved.id)
        after = {**to_plain(visit), **again.keep(act, VisitRow, saved.id)}
        act.close(subject, version=saved.version, before=before, after=after)
        return saved


def _require_right(act: Act, row: VisitRow, visit: Visit, around: VisitAround, *, send: bool) -> None:
    # Reach alone first: the sentences of the others name the binaan.
    known = (row.client_id,) if row.version else ()
    reach = Reach(act.session, own_staff(act.session, act.person), [visit], known=known)
    check = check_sent if send else check_draft
    if problems := [*reach.problems(visit)] or check(visit, around, act.day):
        raise Wrong(problems)
    require_single(act.session, visit, but=(row.id,) if row.version else ())


def _again(session: Session, row: VisitRow, visit: Visit, because: str) -> Again:
    if not row.version:
        return let_pass(same_day.before(session, visit), because)
    earlier = same_day.before(session, visit, but=(row.id,))
    return let_pass(earlier, because, known=explained(session, VisitRow, row.id))


def _write(act: Act, row: VisitRow, visit: Visit, *, send: bool) -> SavedVisit:
    before = [(row.client_id, row.on)] if row.version else []
    clients, on = ({*each} for each in zip((visit.client_id, visit.on), *before, strict=True))
    # One that came back may be in a letter, and may be told of another binaan now.
    ground = Ground.VISITS | Ground.LETTERS if before else Ground.VISITS
    ground = ground | Ground.STAGES if send else ground
    with months_kept(act.session, clients, ground, on):
        act.changed(row)
        row.state = VisitState.SENT if send else row.state
        write_visit(act.session, row, visit)
        if send:
            write_steps(act, [row.id], VisitState.SENT)
            stand_anew(act.session, [visit.client_id])
        if before:
            recommend_anew(act.session, clients)
    return SavedVisit(row.id, row.version)


def _row_for(act: Act, visit_id: int | None, expected_version: int | None) -> VisitRow:
    if visit_id is None:
        return VisitRow(version=0, state=VisitState.DRAFT, entered_by_id=act.person.id, entered_at=act.at)
    row = visit_row(act.session, visit_id, hold=True)
    require_own(act.session, act.person, row.mentor_id, BlitarPermission.VERIFY_VISITS)
    require_version(act.session, row, expected_version, "kunjungan ini")
    if VisitState(row.state) not in OPEN_TO_CHANGE:
        told = (
            f"Kunjungan ini berstatus “{VisitState(row.state).label}”, jadi isinya tidak diubah. "
            "Minta Fasilitator mengembalikannya bila ada yang perlu diperbaiki."
        )
        raise Wrong((Problem("state", told),))
    return row
