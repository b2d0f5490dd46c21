"""Verb for money that comes back; a booking is taken back only by two people (`reversals.py`)."""

from datetime import date, datetime

from sqlalchemy.orm import Session

from db.again import let_pass
from db.limits import require_whole
from db.plain import to_plain
from db.sampang.fund.ledger import held_fund, loan_row
from db.sampang.fund.loan_books import books_of
from db.sampang.loans.claims import post_recovery
from db.sampang.loans.posting import Booking, book_placed
from db.sampang.loans.settled_loans import require_running
from db.sampang.loans.slips import same_slip
from db.sampang.refusals import OutsideLoan, TooMuchPaid
from db.sampang.trail import SampangAction, SampangSubject
from db.tables import JournalEntryRow, LoanRow
from db.trail import Subject
from db.verbs import Act, verb
from domain.again import AgainBecause
from domain.roles import Person
from domain.sampang.fund.entries import payment_memo
from domain.sampang.fund.in_order import placed
from domain.sampang.fund.loan_course import money_from
from domain.sampang.fund.money_in import Payment
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

    It counts from its own day, also when later money was booked before. Gives the booking's number. Raises
    TooMuchPaid when it is more than what the loan still costs, and SameAgain for a slip that was booked
    before, on whichever loan, without a written reason.
    """
    permission, action = SampangPermission.RECORD_PAYMENTS, SampangAction.RECORD_PAYMENT
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        require_whole(received)
        held_fund(session)
        loan = loan_row(session, loan_id)
        require_day_of_loan(loan, received.on, act.day)
        again = let_pass(same_slip(session, loan_id, received), again_because)
        entry_id = post_payment(act, loan, received)
        kept = again.keep(act, JournalEntryRow, entry_id)
        after = {**to_plain(received), "entry": entry_id, **kept}
        act.close(Subject(SampangSubject.LOAN, loan_id), came_to=entry_id, after=after)
        return entry_id


def require_day_of_loan(loan: LoanRow, on: date, today: date) -> None:
    """Raise OutsideLoan for money dated in the future, or before the books know the loan."""
    if not money_from(loan.disbursed_on, loan.taken_over_on) <= on <= today:
        raise OutsideLoan(loan.disbursed_on, loan.taken_over_on)


def post_payment(act: Act, loan: LoanRow, received: Payment) -> int:
    """Book money of a loan inside an open verb that holds the fund; give the booking's number.

    Money for a loan that was written off is capital (`claims`). Raises TooMuchPaid, LoanEnded where nothing
    is left, and MoneyBeforeTakingBack.
    """
    books = books_of(act.session, loan)
    if books.course.written_off:
        return post_recovery(act, books, loan.application.number, received)
    require_running(books.course, received.on)
    left = books.course.left
    if received.amount > left:
        raise TooMuchPaid(received.amount, left)
    booking = Booking(act.session, act.person, act.at, books)
    number = loan.application.number
    memo = payment_memo(number, received.reference)
    return book_placed(booking, placed(books.course, received.amount, received.on), memo, number)
