"""Verbs for a write-off by the regency's own decree: one person proposes, another approves, and it is booked.

It is taken back like any other booking, by two people (`reversals`), while nothing came in for the claim.
"""

from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.closings import close_proposal, is_pressed_again, require_not_closed
from db.limits import require_whole
from db.plain import to_plain
from db.refusals import NotFound, SelfApproval
from db.sampang.fund.ledger import book, held_fund, loan_row
from db.sampang.fund.loan_books import books_of
from db.sampang.origination.advancing import require_free
from db.sampang.trail import SampangAction, SampangSubject
from db.sampang.treasury.fund_refusals import AlreadyBooked
from db.tables import WriteOffProposalRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.closings import Closing, ClosingReason
from domain.roles import Person
from domain.sampang.fund.entries import write_off, write_off_memo
from domain.sampang.hindrance import Hindrance
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import NO_RELIEF
from domain.sampang.servicing.write_off import WriteOffAsked, hindrances_to_writing_off, principal_left


def propose_write_off(
    session: Session, actor: Person, loan_id: int, asked: WriteOffAsked, *, nonce: str, at: datetime
) -> int:
    """Propose to write a loan off by a decree; gives the number of the proposal.

    Raises Hindered where nothing is left, it was written off, or a proposal about it waits.
    """
    permission, action = SampangPermission.PROPOSE_WRITE_OFF, SampangAction.PROPOSE_WRITE_OFF
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(asked)
        held_fund(session)
        course = books_of(session, loan_row(session, loan_id)).course
        require_free((*_waiting(session, loan_id), *hindrances_to_writing_off(course, asked, act.day)))
        row = WriteOffProposalRow(
            loan_id=loan_id,
            decree=asked.decree,
            decreed_on=asked.decreed_on,
            reason=asked.reason,
            principal=principal_left(course),
            proposed_by_id=act.person.id,
            proposed_at=at,
        )
        session.add(row)
        session.flush()
        act.close(_subject(row), came_to=row.id, after={**to_plain(asked), "principal": row.principal})
        return row.id


def approve_write_off(session: Session, actor: Person, proposal_id: int, *, at: datetime) -> int:
    """Approve somebody else's proposal and book it as of today; gives the booking's number.

    The loan leaves what is outstanding, and the capital falls; the claim stays. Raises AlreadyBooked,
    AlreadyClosed, SelfApproval, and Hindered where money came in since the proposal.
    """
    permission, action = SampangPermission.APPROVE_WRITE_OFF, SampangAction.APPROVE_WRITE_OFF
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        row = _held(session, proposal_id)
        _require_not_booked(row)
        require_not_closed(row)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        asked, books = asked_of(row), books_of(session, row.loan)
        require_free(hindrances_to_writing_off(books.course, asked, act.day, found=row.principal))
        row.approved_by_id, row.approved_at = act.person.id, at
        entry = write_off(row.principal, act.day, write_off_memo(row.loan.application.number, row.decree))
        row.entry_id = book(session, act.person, entry, at, loan=books)
        act.close(_subject(row), after={"entry": row.entry_id})
        return row.entry_id


def return_write_off(
    session: Session, actor: Person, proposal_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Return somebody else's proposal with a reason: nothing is booked. A second press changes nothing."""
    permission, action = SampangPermission.APPROVE_WRITE_OFF, SampangAction.RETURN_WRITE_OFF
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, proposal_id, Closing.RETURNED, why)


def withdraw_write_off(
    session: Session, actor: Person, proposal_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Take back one's own proposal that nobody approved. A second press changes nothing."""
    permission, action = SampangPermission.PROPOSE_WRITE_OFF, SampangAction.WITHDRAW_WRITE_OFF
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, proposal_id, Closing.WITHDRAWN, why)


def asked_of(row: WriteOffProposalRow) -> WriteOffAsked:
    """What a proposal asks for."""
    return WriteOffAsked(decree=row.decree, decreed_on=row.decreed_on, reason=row.reason)


def _waiting(session: Session, loan_id: int) -> tuple[Hindrance, ...]:
    table = WriteOffProposalRow
    waits = (table.loan_id == loan_id, table.closed_at.is_(None), table.entry_id.is_(None))
    if session.scalar(select(table.id).where(*waits)) is None:
        return ()
    return (Hindrance("Usul hapus buku pinjaman ini menunggu persetujuan orang lain.", NO_RELIEF),)


def _close(act: Act, proposal_id: int, how: Closing, why: ClosingReason) -> None:
    row = _held(act.session, proposal_id)
    _require_not_booked(row)
    if is_pressed_again(act, row, how):
        return
    close_proposal(act, row, how, why)
    act.close(_subject(row), before={"reason": row.reason}, after={"closed": str(how), "reason": why.reason})


def _require_not_booked(row: WriteOffProposalRow) -> None:
    if row.entry_id is not None:
        raise AlreadyBooked(row.entry_id)


def _held(session: Session, proposal_id: int) -> WriteOffProposalRow:
    held_fund(session)
    query = select(WriteOffProposalRow).where(WriteOffProposalRow.id == proposal_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Usulan hapus buku ini")
    return row


def _subject(row: WriteOffProposalRow) -> Subject:
    return Subject(SampangSubject.WRITE_OFF_PROPOSAL, row.id)
