"""How money of a loan is booked: laid in the order of its days, with the moves that this causes."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from db.sampang.fund.ledger import book
from db.sampang.fund.loan_books import LoanBooks
from db.sampang.fund.shares import RunningShares
from domain.dates import JAKARTA, indonesian_date
from domain.roles import Person
from domain.sampang.costs import InterestSplit
from domain.sampang.fund.entries import Entry, EntryKind, payment, reallocation, taking_back
from domain.sampang.fund.in_order import Placed
from domain.sampang.fund.loan_course import Received


@dataclass(frozen=True, slots=True)
class Booking:
    """Who books on which loan, and when; the fund must be held."""

    session: Session
    person: Person
    at: datetime
    books: LoanBooks


def book_placed(
    booking: Booking, found: Placed, memo: str, number: str, *, reverses_id: int | None = None
) -> int:
    """Book new money of a loan and the moves beside it; give the number of the money's booking."""
    session, person, at, books = booking.session, booking.person, booking.at, booking.books
    splits = Splits(session, at)
    entry = splits.of_money(found.money, memo)
    entry_id = book(session, person, entry, at, loan=books, reverses_id=reverses_id)
    for move in found.moves:
        books = books.after(entry)
        entry = splits.of_move(move, moved_by(number, entry_id, found.money.on))
        book(session, person, entry, at, loan=books)
    return entry_id


class Splits:
    """Money of loans as entries, its interest split on the fund's running total; each must be booked.

    One of these is made for all that is booked together, after the fund is held.
    """

    def __init__(self, session: Session, at: datetime) -> None:
        self._shares = RunningShares(session, at.astimezone(JAKARTA).date())

    def of_money(self, money: Received, memo: str) -> Entry:
        """The entry of money that came in, or that is taken back."""
        made = payment if money.principal + money.interest > 0 else taking_back
        return made(money.principal, self.of_interest(money.interest, money.on), money.on, memo)

    def of_move(self, move: Received, memo: str) -> Entry:
        """The entry of what moves between the parts of money that was booked before."""
        return reallocation(self.of_interest(move.interest, move.on), move.on, memo)

    def of_interest(self, interest: int, on: date) -> InterestSplit:
        """The shares of interest that comes on a day, or goes back below zero."""
        return self._shares.rise(interest, on)


def moved_by(number: str, entry_id: int, on: date) -> str:
    """What the booking of a move says: the loan, and the money that caused it."""
    return f"{EntryKind.REALLOCATION.label} {number} karena jurnal {entry_id} tanggal {indonesian_date(on)}"
