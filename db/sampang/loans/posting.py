"""How money of a loan is booked: laid in the order of its days, with the moves that this causes."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy.orm import Session

from db.office.practice import law_of
from db.sampang.fund.ledger import book
from db.sampang.fund.loan_books import LoanBooks
from domain.dates import indonesian_date
from domain.roles import Person
from domain.sampang.costs import InterestSplit, split_interest
from domain.sampang.fund.entries import EntryKind, payment, reallocation, taking_back
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
    money = found.money
    split = _split(session, money)
    made = payment if money.principal + money.interest > 0 else taking_back
    entry = made(money.principal, split, money.on, memo)
    entry_id = book(session, person, entry, at, loan=books, reverses_id=reverses_id)
    for move in found.moves:
        books = books.after(entry)
        entry = reallocation(_split(session, move), move.on, _move_memo(number, entry_id, money.on))
        book(session, person, entry, at, loan=books)
    return entry_id


def _split(session: Session, money: Received) -> InterestSplit:
    rules = law_of(session, SAMPANG, money.on)
    if money.interest >= 0:
        return split_interest(money.interest, rules)
    taken = split_interest(-money.interest, rules)
    return InterestSplit(-taken.revenue, -taken.agency, -taken.bank)


def _move_memo(number: str, entry_id: int, on: date) -> str:
    return f"{EntryKind.REALLOCATION.label} {number} karena jurnal {entry_id} tanggal {indonesian_date(on)}"
