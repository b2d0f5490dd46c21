"""How money comes in for a claim that was written off, and how both are taken back by two people.

What is typed or told by the bank for such a loan is capital again, also where it is dated before the
write-off: the books have no principal of the loan any more.
"""

from datetime import date

from sqlalchemy.orm import Session

from db.sampang.fund.ledger import amounts_of, book, position_of
from db.sampang.fund.loan_books import LoanBooks, books_of
from db.sampang.origination.advancing import require_free
from db.sampang.refusals import TooMuchPaid
from db.sampang.settlement_refusals import WrittenOffFirst
from db.tables import JournalEntryRow, LoanProgressRow
from db.verbs import Act
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import (
    Entry,
    EntryKind,
    recovery,
    recovery_memo,
    reversal_memo,
    write_off,
)
from domain.sampang.fund.loan_course import Course
from domain.sampang.fund.money_in import Payment
from domain.sampang.fund.position import hindrances_to_promising
from domain.sampang.servicing.write_off import hindrances_to_booking_back


def recovered_by(received: Payment, number: str) -> Entry:
    """The entry of money for the claim of a loan's file."""
    return recovery(received.amount, received.on, recovery_memo(number, received.reference))


def post_recovery(act: Act, books: LoanBooks, number: str, received: Payment) -> int:
    """Book money for a written-off claim in an open verb that holds the fund; give the booking's number.

    Raises TooMuchPaid for more than is claimed (O-06).
    """
    if received.amount > books.course.left:
        raise TooMuchPaid(received.amount, books.course.left)
    return book(act.session, act.person, recovered_by(received, number), act.at, loan=books)


def require_in_books(course: Course) -> None:
    """Raise WrittenOffFirst for a loan whose principal left the books."""
    if course.written_off:
        raise WrittenOffFirst


def require_in_books_of(session: Session, entry: JournalEntryRow) -> None:
    """The same for a booking that is to be taken back, unless it is of the claim itself."""
    if entry.loan_id is None or entry.kind in (EntryKind.WRITE_OFF, EntryKind.RECOVERY):
        return
    kept = session.get(LoanProgressRow, entry.loan_id)
    if kept is not None and kept.written_off:
        raise WrittenOffFirst


def take_back_of_claim(act: Act, entry: JournalEntryRow, on: date, reason: str) -> int:
    """Book a write-off, or money for its claim, back; give the booking's number.

    Raises Hindered for a write-off for whose claim money came in, and where the money is promised again.
    """
    session, loan = act.session, entry.loan
    if loan is None:
        raise RuntimeError("a claim belongs to a loan")
    books, amounts = books_of(session, loan), amounts_of(entry)
    memo = reversal_memo(entry.memo, reason)
    if entry.kind == EntryKind.WRITE_OFF:
        require_free(hindrances_to_booking_back(books.course))
        back = write_off(-amounts[Account.CAPITAL], on, memo)
    else:
        require_free(hindrances_to_promising(position_of(session), amounts[Account.FUND_CASH]))
        back = recovery(-amounts[Account.FUND_CASH], on, memo)
    return book(session, act.person, back, act.at, loan=books, reverses_id=entry.id)
