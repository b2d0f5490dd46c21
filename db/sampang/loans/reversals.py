"""Verbs for what was booked wrongly: one person asks to take it back, another approves or returns.

A payment goes with the moves that it causes on its loan, a settlement with its surcharge; what was handed on,
capital, a write-off and money for its claim go back whole.

What is returned or withdrawn is closed, and frees the payment: somebody may ask again.
"""

from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.closings import close_proposal, is_pressed_again, require_not_closed
from db.limits import require_whole
from db.refusals import AlreadyApproved, NotFound, SelfApproval
from db.sampang.fund.ledger import amounts_of, held_fund, position_of
from db.sampang.fund.loan_books import books_of
from db.sampang.loans.claims import require_in_books_of, take_back_of_claim
from db.sampang.loans.posting import Booking, book_placed
from db.sampang.loans.settled_loans import require_after_taking_back, require_not_settled
from db.sampang.loans.settlements import take_back_settlement
from db.sampang.origination.advancing import require_free
from db.sampang.refusals import NotReversible, OutsidePayment
from db.sampang.trail import SampangAction, SampangSubject
from db.sampang.treasury.undoing import undo
from db.tables import JournalEntryRow, ReversalProposalRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.closings import Closing, ClosingReason
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import OF_CLAIM, REVERSIBLE, EntryKind, reversal_memo
from domain.sampang.fund.in_order import placed
from domain.sampang.fund.made_of_entries import WITHOUT_A_LOAN
from domain.sampang.fund.money_in import ReversalAsked
from domain.sampang.fund.position import hindrances_to_paying
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def propose_reversal(
    session: Session, actor: Person, entry_id: int, asked: ReversalAsked, *, nonce: str, at: datetime
) -> int:
    """Ask for a payment, a settlement or a booking without a loan to be reversed; another person approves it.

    Raises SettledFirst for a payment on which a settlement rests (O-15), and WrittenOffFirst.
    """
    permission, action = SampangPermission.RECORD_PAYMENTS, SampangAction.PROPOSE_REVERSAL
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(asked)
        held_fund(session)
        entry, table = session.get(JournalEntryRow, entry_id), ReversalProposalRow
        standing = select(table.id).where(table.entry_id == entry_id, table.closed_at.is_(None))
        if entry is None or not is_reversible(entry) or session.scalar(standing) is not None:
            raise NotReversible
        require_in_books_of(session, entry)
        require_not_settled(session, entry)
        row = ReversalProposalRow(
            entry_id=entry_id, reason=asked.reason, proposed_by_id=act.person.id, proposed_at=at
        )
        session.add(row)
        session.flush()
        act.close(_subject(row), came_to=row.id, after={"reason": asked.reason})
        return row.id


def approve_reversal(session: Session, actor: Person, proposal_id: int, *, on: date, at: datetime) -> int:
    """Approve somebody else's request: a booking that takes it back from a day on; give its number.

    What stays of the loan's money is laid anew, so any payment can go, not only the newest. Raises
    OutsidePayment for a day before the payment or in the future, Hindered when the principal has been lent
    out again, and AlreadyClosed for a request that was returned or withdrawn.
    """
    permission, action = SampangPermission.REVERSE_PAYMENTS, SampangAction.APPROVE_REVERSAL
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        row = _held(session, proposal_id)
        if row.approved_at is not None:
            raise NotReversible
        require_not_closed(row)
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        if not row.entry.value_on <= on <= act.day:
            raise OutsidePayment(row.entry.value_on)
        row.approved_by_id, row.approved_at = act.person.id, at
        entry_id = _take_back(act, row, on)
        act.close(_subject(row), after={"entry": entry_id})
        return entry_id


def is_reversible(entry: JournalEntryRow) -> bool:
    """Whether a booking is of a kind that can be taken back, and takes nothing back itself."""
    return entry.kind in (*REVERSIBLE, *WITHOUT_A_LOAN) and entry.reverses_id is None


def _take_back(act: Act, row: ReversalProposalRow, on: date) -> int:
    if row.entry.kind in OF_CLAIM:
        return take_back_of_claim(act, row.entry, on, row.reason)
    require_in_books_of(act.session, row.entry)
    if row.entry.kind == EntryKind.SETTLEMENT:
        return take_back_settlement(act, row.entry, on, row.reason)
    require_not_settled(act.session, row.entry)
    loan, paid = row.entry.loan, amounts_of(row.entry)
    if loan is None:
        return undo(act, row.entry, on, row.reason)
    books = books_of(act.session, loan)
    require_after_taking_back(books.course, on)
    amount = paid.get(Account.FUND_CASH, 0) + paid.get(Account.INTEREST_CASH, 0)
    found, now = placed(books.course, -amount, on), position_of(act.session)
    require_free(hindrances_to_paying(now, -found.principal, now.committed))
    memo = reversal_memo(row.entry.memo, row.reason)
    booking = Booking(act.session, act.person, act.at, books)
    return book_placed(booking, found, memo, loan.application.number, reverses_id=row.entry_id)


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


def _subject(row: ReversalProposalRow) -> Subject:
    return Subject(SampangSubject.JOURNAL_ENTRY, row.entry_id)
