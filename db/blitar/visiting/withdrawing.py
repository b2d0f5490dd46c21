"""A visit that was sent and that nobody has verified yet, taken back by who made it: a draft again."""

from collections.abc import Iterator
from datetime import datetime

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from db.blitar.caseload.month_counts import months_kept
from db.blitar.caseload.month_shares import Ground
from db.blitar.caseload.reach import own_staff, require_own
from db.blitar.caseload.standing import stand_anew
from db.blitar.trail import BlitarAction, BlitarSubject
from db.blitar.visiting.visit_rows import visit_row, write_steps
from db.limits import require_whole
from db.refusals import Wrong
from db.tables import VisitRow, VisitStepRow
from db.trail import Subject
from db.verbs import Act, verb
from db.versions import require_version
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.visiting.visit import VisitState
from domain.closings import ClosingReason
from domain.problems import Problem
from domain.roles import Person


def withdraw_visit(
    session: Session, actor: Person, visit_id: int, why: ClosingReason, *, expected_version: int, at: datetime
) -> None:
    """Take back a visit that waits: by the Pendamping whose visit it is, or by who sent it.

    It is a draft again and no longer the last visit; what had been sent stays in the trail. Raises Wrong
    for one that does not wait or that somebody else sent, and ChangedMeanwhile when it is not the version
    that was looked at.
    """
    permission, action = BlitarPermission.RECORD_VISITS, BlitarAction.WITHDRAW_VISIT
    with verb(session, actor, BLITAR, permission, action, at=at) as act:
        require_whole(why)
        row = visit_row(session, visit_id, hold=True)
        require_own(session, act.person, row.mentor_id, BlitarPermission.VERIFY_VISITS)
        if problems := tuple(_problems(act, row)):
            raise Wrong(problems)
        require_version(session, row, expected_version, "kunjungan ini")
        _take_back(act, row, why)


def may_withdraw(session: Session, person: Person, row: VisitRow) -> bool:
    """Whether a visit is this person's to take back: their own as a Pendamping, or sent by them."""
    own = own_staff(session, person)
    if own is not None:
        return row.mentor_id in own
    return person.id == session.scalar(_senders(row.id))


def _senders(visit_id: int) -> Select[int]:
    sent = (VisitStepRow.visit_id == visit_id, VisitStepRow.state == VisitState.SENT)
    return select(VisitStepRow.by_person_id).where(*sent).order_by(VisitStepRow.id.desc()).limit(1)


def _take_back(act: Act, row: VisitRow, why: ClosingReason) -> None:
    with months_kept(act.session, [row.client_id], Ground.VISITS | Ground.STAGES, [row.on]):
        row.state = VisitState.DRAFT
        act.changed(row)
        write_steps(act, [row.id], VisitState.DRAFT, why.reason)
        stand_anew(act.session, [row.client_id])
    act.close(
        Subject(BlitarSubject.VISIT, row.id),
        version=row.version,
        before={"state": str(VisitState.SENT), "visit": row.body},
        after={"state": str(VisitState.DRAFT), "reason": why.reason},
    )


def _problems(act: Act, row: VisitRow) -> Iterator[Problem]:
    state = VisitState(row.state)
    if state is VisitState.VERIFIED:
        yield Problem(
            "state",
            "Kunjungan ini sudah diverifikasi, jadi tidak dapat ditarik. Minta Fasilitator mengembalikannya "
            "bila ada yang perlu diperbaiki.",
        )
    elif state is not VisitState.SENT:
        told = f"Kunjungan ini berstatus “{state.label}”, jadi tidak sedang menunggu. Ubah langsung isinya."
        yield Problem("state", told)
    elif not may_withdraw(act.session, act.person, row):
        told = "Kunjungan ini dikirim orang lain. Bila ada yang perlu diperbaiki, kembalikan dengan catatan."
        yield Problem("state", told)
