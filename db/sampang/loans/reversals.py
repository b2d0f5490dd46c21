"""Verbs for a payment recorded wrongly: one person asks to take it back, another approves or returns.

What is returned or withdrawn is closed, and frees the payment: somebody may ask again.
"""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.closings import close_proposal, is_pressed_again, require_not_closed
from db.limits import require_whole
from db.refusals import AlreadyApproved, NotFound, SelfApproval
from db.sampang.fund.ledger import amounts_of, book, entry_of, held_fund, position_of
from db.sampang.fund.loan_books import books_of
from db.sampang.origination.advancing import require_free
from db.sampang.refusals import NewerPaymentFirst, NotReversible
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import JournalEntryRow, ReversalProposalRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.closings import Closing, ClosingReason
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind, reversal
from domain.sampang.fund.money_in import ReversalAsked
from domain.sampang.fund.position import hindrances_to_paying
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def propose_reversal(
    session: Session, actor: Person, entry_id: int, asked: ReversalAsked, *, nonce: str, at: datetime
) -> int:
    """Ask for a recorded payment to be reversed; another person approves it."""
    permission, action = SampangPermission.RECORD_PAYMENTS, SampangAction.PROPOSE_REVERSAL
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(asked)
        held_fund(session)
        entry, table = session.get(JournalEntryRow, entry_id), ReversalProposalRow
        standing = select(table.id).where(table.entry_id == entry_id, table.closed_at.is_(None))
        if entry is None or entry.kind != EntryKind.PAYMENT or session.scalar(standing) is not None:
            raise NotReversible
        _require_newest(session, entry)
        row = ReversalProposalRow(
            entry_id=entry_id, reason=asked.reason, proposed_by_id=act.person.id, proposed_at=at
        )
        session.add(row)
        session.flush()
        act.close(_subject(row), came_to=row.id, after={"reason": asked.reason})
        return row.id


def approve_reversal(session: Session, actor: Person, proposal_id: int, *, on: date, at: datetime) -> int:
    """Approve somebody else's request: a booking that takes the payment back; give its number.

    The newest payment of a loan goes first, because interest comes before principal. Raises Hindered when
    the principal has been lent out again, so that the fund's cash cannot give it back, and AlreadyClosed
    for a request that was returned or withdrawn.
    """
    permission, action = SampangPermission.REVERSE_PAYMENTS, SampangAction.APPROVE_REVERSAL
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        row = _held(session, proposal_id)
        if row.approved_at is not None:
            raise NotReversible
        require_not_closed(row)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        _require_newest(session, row.entry)
        now, principal = position_of(session), amounts_of(row.entry).get(Account.FUND_CASH, 0)
        require_free(hindrances_to_paying(now, principal, now.committed))
        row.approved_by_id, row.approved_at = act.person.id, at
        undone = reversal(entry_of(row.entry), on, row.reason)
        loan = None if row.entry.loan is None else books_of(session, row.entry.loan)
        entry_id = book(session, act.person, undone, at, loan=loan, reverses_id=row.entry_id)
        act.close(_subject(row), after={"entry": entry_id})
        return entry_id


def return_reversal(
    session: Session, actor: Person, proposal_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Return somebody else's request with a reason: nothing is booked. A second press changes nothing."""
    permission, action = SampangPermission.REVERSE_PAYMENTS, SampangAction.RETURN_REVERSAL
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, proposal_id, Closing.RETURNED, why)


def withdraw_reversal(
    session: Session, actor: Person, proposal_id: int, why: ClosingReason, *, at: datetime
) -> None:
    """Take back one's own request that nobody approved. A second press changes nothing."""
    permission, action = SampangPermission.RECORD_PAYMENTS, SampangAction.WITHDRAW_REVERSAL
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        _close(act, proposal_id, Closing.WITHDRAWN, why)


def _close(act: Act, proposal_id: int, how: Closing, why: ClosingReason) -> None:
    row = _held(act.session, proposal_id)
    if row.approved_by is not None and row.approved_at is not None:
        raise AlreadyApproved(row.approved_by.name, row.approved_at)
    if is_pressed_again(act, row, how):
        return
    close_proposal(act, row, how, why)
    after = {"closed": str(how), "reason": why.reason}
    act.close(_subject(row), before={"reason": row.reason}, after=after)


def _held(session: Session, proposal_id: int) -> ReversalProposalRow:
    held_fund(session)
    query = select(ReversalProposalRow).where(ReversalProposalRow.id == proposal_id).with_for_update()
    row = session.scalars(query.execution_options(populate_existing=True)).one_or_none()
    if row is None:
        raise NotFound("Usulan pembalikan ini")
    return row


def _require_newest(session: Session, entry: JournalEntryRow) -> None:
    reversed_before = select(JournalEntryRow.reverses_id).where(JournalEntryRow.reverses_id.is_not(None))
    newer = (
        select(JournalEntryRow.on)
        .where(
            JournalEntryRow.loan_id == entry.loan_id,
            JournalEntryRow.kind == EntryKind.PAYMENT,
            JournalEntryRow.id > entry.id,
            JournalEntryRow.id.not_in(reversed_before),
        )
        .order_by(JournalEntryRow.id.desc())
    )
    if on := session.scalar(newer.limit(1)):
        raise NewerPaymentFirst(on)


def _subject(row: ReversalProposalRow) -> Subject:
    return Subject(SampangSubject.JOURNAL_ENTRY, row.entry_id)
