"""How money of a loan is booked: laid in the order of its days, with the moves that this causes."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from sqlalchemy.orm import Session

from db.office.practice import law_of
from db.sampang.fund.ledger import book
from db.sampang.fund.loan_books import LoanBooks
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.costs import InterestSplit, split_interest
from domain.sampang.fund.entries import Entry, EntryKind, payment, reallocation, taking_back
from domain.sampang.fund.in_order import Placed
from domain.sampang.fund.loan_course import Received
from domain.sampang.programme import SAMPANG


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
    splits = Splits(session)
    entry = splits.of_money(found.money, memo)
    entry_id = book(session, person, entry, at, loan=books, reverses_id=reverses_id)
    for move in found.moves:
        books = books.after(entry)
        entry = splits.of_move(move, moved_by(number, entry_id, found.money.on))
        book(session, person, entry, at, loan=books)
    return entry_id


class Splits:
    """Money of loans as entries, its interest split by the law of its day, which is asked for once a day."""

    def __init__(self, session: Session) -> None:
        self._law = cache(lambda on: law_of(session, SAMPANG, on))

    def of_money(self, money: Received, memo: str) -> Entry:
        """The entry of money that came in, or that is taken back."""
        made = payment if money.principal + money.interest > 0 else taking_back
        return made(money.principal, self.of_interest(money.interest, money.on), money.on, memo)

    def of_move(self, move: Received, memo: str) -> Entry:
        """The entry of what moves between the parts of money that was booked before."""
        return reallocation(self.of_interest(move.interest, move.on), move.on, memo)

    def of_interest(self, interest: int, on: date) -> InterestSplit:
        """The shares of interest that comes on a day, or goes back below zero."""
        rules = self._law(on)
        if interest >= 0:
            return split_interest(interest, rules)
        taken = split_interest(-interest, rules)
        return InterestSplit(-taken.revenue, -taken.agency, -taken.bank)


def moved_by(number: str, entry_id: int, on: date) -> str:
    """What the booking of a move says: the loan, and the money that caused it."""
    return f"{EntryKind.REALLOCATION.label} {number} karena jurnal {entry_id} tanggal {indonesian_date(on)}"
