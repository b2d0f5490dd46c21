"""Verb for money that comes back; a booking is taken back only by two people (`reversals.py`)."""

from datetime import datetime

from sqlalchemy.orm import Session

from db.again import let_pass
from db.limits import require_whole
from db.office.practice import law_of
from db.plain import to_plain
from db.sampang.fund.ledger import book, held_fund, loan_row
from db.sampang.fund.loan_books import books_of
from db.sampang.loans.slips import same_slip
from db.sampang.refusals import OutsideLoan, TooMuchPaid
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import JournalEntryRow
from db.trail import Subject
from db.verbs import verb
from domain.again import AgainBecause
from domain.roles import Person
from domain.sampang.costs import split_interest
from domain.sampang.fund.entries import payment, payment_memo
from domain.sampang.fund.money_in import Payment
from domain.sampang.fund.repayment import parts_of
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


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
        books = books_of(session, loan)
        rows, paid = books.course.rows, books.course.progress().paid
        left = sum(row.total for row in rows) - paid
        if amount > left:
            raise TooMuchPaid(amount, left)
        parts = parts_of(rows, paid, amount)
        split = split_interest(parts.interest, law_of(session, SAMPANG, on))
        memo = payment_memo(loan.application.number, received.reference)
        entry = payment(parts.principal, split, on, memo)
        entry_id = book(session, act.person, entry, at, loan=books)
        kept = again.keep(act, JournalEntryRow, entry_id)
        after = {**to_plain(received), "entry": entry_id, **kept}
        act.close(Subject(SampangSubject.LOAN, loan_id), came_to=entry_id, after=after)
        return entry_id
