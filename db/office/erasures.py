"""Verbs of the yearly list of what is to be erased: one person puts it forward, another approves it.

At the approval everything is looked at anew: what is held back by then, or no longer due, stays.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Final

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from db.closings import close_proposal, is_pressed_again, require_not_closed
from db.limits import require_text, require_whole
from db.noted_rows import note_row
from db.office.erased_photos import withdraw_photos
from db.office.retention_reading import due_on, held_on, kept_on, records_of
from db.refusals import AlreadyApproved, NotFound, SelfApproval, Wrong
from db.retention.ended_sign_ins import ended_sign_ins
from db.retention.erasing import erase_rows
from db.retention.touched import Ended, Touched
from db.tables import ErasureHoldRow, ErasureLineRow, ErasureListRow, SignInRow
from db.trail import OfficeAction, OfficeSubject, Subject
from db.verbs import Act, verb
from db.wings import wing_of
from domain.closings import Closing, ClosingReason
from domain.problems import Problem
from domain.programme import Programme
from domain.retention.erasure_asked import ErasureAsked, Holding, check_holding
from domain.retention.retention_kinds import SIGN_INS, Outcome, gone_name
from domain.roles import OfficePermission, Person
from domain.typed import Line

Kind = Annotated[str, Line("Jenis data", longest=40)]
_NOTHING_DUE: Final = "Tidak ada yang jatuh tempo hari ini, jadi tidak ada daftarnya."


def hold_erasure(
    session: Session,
    actor: Person,
    programme: Programme,
    kind: Kind,
    subject_id: int,
    holding: Holding,
    *,
    nonce: str,
    at: datetime,
) -> int:
    """Keep something back though it is due, for a reason, until a day; the newest word on it counts."""
    permissions = (OfficePermission.PROPOSE_ERASURE, OfficePermission.APPROVE_ERASURE)
    with verb(session, actor, programme, permissions, OfficeAction.HOLD_ERASURE, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_text(Kind, kind, "kind")
        require_whole(holding)
        if problems := check_holding(holding, act.day):
            raise Wrong(problems)
        records = {one.kind.key: one for one in records_of(programme)}
        if kind not in records or subject_id not in records[kind].named(session, [subject_id]):
            raise NotFound("Data ini")
        row = ErasureHoldRow(programme=programme.key, kind=kind, subject_id=subject_id, reason=holding.reason)
        row.until, row.by_person_id, row.at = holding.until, act.person.id, at
        session.add(row)
        session.flush()
        subject = Subject(wing_of(programme).subject(records[kind].subject), subject_id)
        after = {"reason": holding.reason, "until": holding.until.isoformat()}
        act.close(subject, after=after, came_to=row.id)
        return row.id


def propose_erasure(
    session: Session, actor: Person, programme: Programme, asked: ErasureAsked, *, nonce: str, at: datetime
) -> int:
    """Put forward all that is due today and not held back; gives the number of the list.

    Raises Wrong where nothing is due, or another list still waits.
    """
    action = OfficeAction.PROPOSE_ERASURE
    with verb(session, actor, programme, OfficePermission.PROPOSE_ERASURE, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(asked)
        _require_none_waits(session, programme)
        held = held_on(session, programme, act.day)
        due = due_on(session, programme, kept_on(session, programme, act.day), act.day)
        wanted = [one for one in due if one.key not in held]
        if not wanted:
            raise Wrong((Problem("reason", _NOTHING_DUE),))
        row = ErasureListRow(
            programme=programme.key,
            year=act.day.year,
            on=act.day,
            reason=asked.reason,
            proposed_by_id=act.person.id,
            proposed_at=at,
        )
        row.lines = [
            ErasureLineRow(
                kind=one.kind,
                subject_id=one.id,
                number=one.number,
                event_on=one.event_on,
                due_on=one.due_on,
                pieces=one.pieces,
            )
            for one in wanted
        ]
        session.add(row)
        session.flush()
        act.close(_subject(row), after={"year": row.year, "lines": len(wanted), "reason": asked.reason})
        return row.id


def approve_erasure(
    session: Session, actor: Person, programme: Programme, list_id: int, *, at: datetime
) -> int:
    """Approve a list, and erase what is still due and not held back; gives how many things were erased.

    Raises SelfApproval for its maker, AlreadyApproved, AlreadyClosed, and ChainBroken where something of it
    was changed past the program.
    """
    permission, action = OfficePermission.APPROVE_ERASURE, OfficeAction.APPROVE_ERASURE
    with verb(session, actor, programme, permission, action, at=at) as act:
        row = _held_waiting(act, list_id)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        row.approved_by_id, row.approved_at = act.person.id, at
        going = _looked_at_anew(act, row)
        session.flush()
        _erase(act, row, going)
        row = session.get_one(ErasureListRow, list_id)
        row.erased_at = at
        session.flush()
        note_row(session, "erasure_list", [(row.id,)])
        for one in going:
            act.note(_line_subject(act, one), action=OfficeAction.ERASE, after={"year": row.year})
        told = {"year": row.year, "erased": len(going), "left": len(row.lines) - len(going)}
        act.close(_subject(row), after=told)
        return len(going)


def return_erasure(
    session: Session, actor: Person, programme: Programme, list_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Return a list to its maker with a reason; a second press changes nothing."""
    permission, action = OfficePermission.APPROVE_ERASURE, OfficeAction.RETURN_ERASURE
    with verb(session, actor, programme, permission, action, at=at) as act:
        _close(act, list_id, Closing.RETURNED, why)


def withdraw_erasure(
    session: Session, actor: Person, programme: Programme, list_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Take back a list that one put forward oneself; a second press changes nothing."""
    permission, action = OfficePermission.PROPOSE_ERASURE, OfficeAction.WITHDRAW_ERASURE
    with verb(session, actor, programme, permission, action, at=at) as act:
        _close(act, list_id, Closing.WITHDRAWN, why)


def _looked_at_anew(act: Act, row: ErasureListRow) -> list[ErasureLineRow]:
    """The lines that go; each is told what becomes of it."""
    session, programme = act.session, act.programme
    held = held_on(session, programme, act.day)
    due = {one.key for one in due_on(session, programme, kept_on(session, programme, act.day), act.day)}
    for one in row.lines:
        key = (one.kind, one.subject_id)
        one.outcome = Outcome.HELD if key in held else Outcome.ERASED if key in due else Outcome.LEFT
    return [one for one in row.lines if one.outcome == Outcome.ERASED]


def _erase(act: Act, row: ErasureListRow, going: Sequence[ErasureLineRow]) -> None:
    session, programme, gone = act.session, act.programme, gone_name(row.year)
    touched: list[Touched] = []
    for records in records_of(programme):
        ids = [one.subject_id for one in going if one.kind == records.kind.key]
        if ids:
            touched += records.touched(session, ids)
            hold = ErasureHoldRow
            mine = (hold.programme == programme.key) & (hold.kind == records.kind.key)
            touched.append(Touched(hold, mine & hold.subject_id.in_(ids)))
    withdraw_photos(act, touched, gone)
    erase_rows(session, row.id, touched, gone)
    if any(one.kind == SIGN_INS.key for one in going):
        _forget_sign_ins(act)


def _forget_sign_ins(act: Act) -> None:
    kept = {one.kind.key: one for one in kept_on(act.session, act.programme, act.day)}
    length = kept[SIGN_INS.key].length
    if length is not None:
        ended = Ended(SIGN_INS, length, SIGN_INS.last_event(act.day, length), act.day)
        act.session.execute(delete(SignInRow).where(ended_sign_ins(act.programme, ended)))


def _close(act: Act, list_id: int, how: Closing, why: ClosingReason) -> None:
    row = _held(act, list_id)
    if row.approved_by is not None and row.approved_at is not None:
        raise AlreadyApproved(row.approved_by.name, row.approved_at)
    if is_pressed_again(act, row, how):
        return
    close_proposal(act, row, how, why)
    act.close(_subject(row), after={"closed": str(how), "reason": why.reason})


def _held_waiting(act: Act, list_id: int) -> ErasureListRow:
    row = _held(act, list_id)
    if row.approved_by is not None and row.approved_at is not None:
        raise AlreadyApproved(row.approved_by.name, row.approved_at)
    require_not_closed(row)
    return row


def _held(act: Act, list_id: int) -> ErasureListRow:
    wanted = (ErasureListRow.id == list_id, ErasureListRow.programme == act.programme.key)
    query = select(ErasureListRow).where(*wanted).with_for_update()
    row = act.session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Daftar ini")
    return row


def _require_none_waits(session: Session, programme: Programme) -> None:
    row = ErasureListRow
    waiting = select(row.id).where(
        row.programme == programme.key, row.approved_at.is_(None), row.closed_at.is_(None)
    )
    if session.scalar(waiting.limit(1)) is not None:
        told = "Daftar sebelumnya masih menunggu. Tunggu disetujui atau dikembalikan, atau tarik dahulu."
        raise Wrong((Problem("reason", told),))


def _line_subject(act: Act, one: ErasureLineRow) -> Subject:
    subject = next(each.subject for each in records_of(act.programme) if each.kind.key == one.kind)
    return Subject(wing_of(act.programme).subject(subject), one.subject_id)


def _subject(row: ErasureListRow) -> Subject:
    return Subject(OfficeSubject.ERASURE_LIST, row.id)
