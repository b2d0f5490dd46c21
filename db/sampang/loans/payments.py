"""Verbs for money that comes back: recorded by one person, taken back only by two."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.again import let_pass
from db.limits import require_whole
from db.office.practice import law_of
from db.plain import to_plain
from db.refusals import NotFound, SelfApproval
from db.sampang.fund.ledger import book, held_fund, loan_row, paid_on, position_of
from db.sampang.loans.slips import same_slip
from db.sampang.origination.advancing import require_free
from db.sampang.origination.kin import rows_of
from db.sampang.refusals import NewerPaymentFirst, NotReversible, OutsideLoan, TooMuchPaid
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import JournalEntryRow, ReversalProposalRow
from db.trail import Subject
from db.verbs import verb
from domain.again import AgainBecause
from domain.roles import Person
from domain.sampang.costs import split_interest
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import Entry, EntryKind, payment, payment_memo, reversal
from domain.sampang.fund.money_in import Payment, ReversalAsked
from domain.sampang.fund.position import hindrances_to_paying
from domain.sampang.fund.repayment import parts_of
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class WaitingReversal:
    """A booking that somebody asks to have reversed."""

    id: int
    entry_id: int
    memo: str
    on: date
    amount: int
    reason: str
    proposed_by: str
    proposed_by_id: int


def record_payment(
    session: Session,
    actor: Person,
    loan_id: int,
    received: Payment,
    *,
    nonce: str,
    at: datetime,
    again_because: AgainBecause = "",
) -> int:
    """Record money that came in for a loan: oldest instalment first, interest before principal.

    Gives the booking's number. Raises TooMuchPaid when it is more than what the loan still costs, and
    SameAgain for a slip that was booked before, on whichever loan, without a written reason.
    """
    permission, action = SampangPermission.RECORD_PAYMENTS, SampangAction.RECORD_PAYMENT
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(received)
        amount, on = received.amount, received.on
        held_fund(session)
        loan = loan_row(session, loan_id)
        if not loan.disbursed_on <= on <= act.day:
            raise OutsideLoan(loan.disbursed_on)
        again = let_pass(same_slip(session, loan_id, received), again_because)
        rows = rows_of(loan.instalments)
        paid = paid_on(session, loan_id)
        left = sum(row.total for row in rows) - paid
        if amount > left:
            raise TooMuchPaid(amount, left)
        parts = parts_of(rows, paid, amount)
        split = split_interest(parts.interest, law_of(session, SAMPANG, on))
        memo = payment_memo(loan.application.number, received.reference)
        entry = payment(parts.principal, split, on, memo)
        entry_id = book(session, act.person, entry, at, loan_id=loan_id)
        kept = again.keep(act, JournalEntryRow, entry_id)
        after = {**to_plain(received), "entry": entry_id, **kept}
        act.close(Subject(SampangSubject.LOAN, loan_id), came_to=entry_id, after=after)
        return entry_id


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
        entry = session.get(JournalEntryRow, entry_id)
        known = select(ReversalProposalRow.id).where(ReversalProposalRow.entry_id == entry_id)
        if entry is None or entry.kind != EntryKind.PAYMENT or session.scalar(known) is not None:
            raise NotReversible
        _require_newest(session, entry)
        row = ReversalProposalRow(
            entry_id=entry_id, reason=asked.reason, proposed_by_id=act.person.id, proposed_at=at
        )
        session.add(row)
        session.flush()
        subject = Subject(SampangSubject.JOURNAL_ENTRY, entry_id)
        act.close(subject, came_to=row.id, after={"reason": asked.reason})
        return row.id


def approve_reversal(session: Session, actor: Person, proposal_id: int, *, on: date, at: datetime) -> int:
    """Approve somebody else's request: a booking that takes the payment back; give its number.

    The newest payment of a loan goes first, because interest comes before principal. Raises Hindered when
    the principal has been lent out again, so that the fund's cash cannot give it back.
    """
    permission, action = SampangPermission.REVERSE_PAYMENTS, SampangAction.APPROVE_REVERSAL
    with verb(session, actor, SAMPANG, permission, action, at=at) as act:
        held_fund(session)
        row = _held_proposal(session, proposal_id)
        if row.approved_at is not None:
            raise NotReversible
        if row.proposed_by_id == act.person.id:
            raise SelfApproval
        _require_newest(session, row.entry)
        now, principal = position_of(session), amounts_of(row.entry).get(Account.FUND_CASH, 0)
        require_free(hindrances_to_paying(now, principal, now.committed))
        row.approved_by_id, row.approved_at = act.person.id, at
        undone = reversal(entry_of(row.entry), on, row.reason)
        entry_id = book(session, act.person, undone, at, loan_id=row.entry.loan_id, reverses_id=row.entry_id)
        act.close(Subject(SampangSubject.JOURNAL_ENTRY, row.entry_id), after={"entry": entry_id})
        return entry_id


def _held_proposal(session: Session, proposal_id: int) -> ReversalProposalRow:
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


def waiting_reversals(session: Session, actor: Person) -> tuple[WaitingReversal, ...]:
    """What waits for a second person, the oldest first."""
    authorise(session, actor, SAMPANG, SampangPermission.RECORD_PAYMENTS, SampangPermission.REVERSE_PAYMENTS)
    query = (
        select(ReversalProposalRow)
        .where(ReversalProposalRow.approved_at.is_(None))
        .order_by(ReversalProposalRow.id)
        .options(joinedload(ReversalProposalRow.entry), joinedload(ReversalProposalRow.proposed_by))
    )
    return tuple(
        WaitingReversal(
            id=row.id,
            entry_id=row.entry_id,
            memo=row.entry.memo,
            on=row.entry.on,
            amount=_received(row.entry),
            reason=row.reason,
            proposed_by=row.proposed_by.name,
            proposed_by_id=row.proposed_by_id,
        )
        for row in session.scalars(query)
    )


def entry_of(row: JournalEntryRow) -> Entry:
    """Read a booking back."""
    return Entry(EntryKind(row.kind), row.on, row.memo, amounts_of(row))


def amounts_of(row: JournalEntryRow) -> Mapping[Account, int]:
    """The signed rupiah of a booking by account."""
    return {Account(part.account): part.amount for part in row.postings}


def _received(row: JournalEntryRow) -> int:
    amounts = amounts_of(row)
    return amounts.get(Account.FUND_CASH, 0) + amounts.get(Account.INTEREST_CASH, 0)
