"""Many payments of many loans at once: laid as if one came after the other, by a few statements."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from sqlalchemy import select
from sqlalchemy.orm import Session

from db.bulk import Progress, untold
from db.sampang.fund.kept_totals import keep_courses
from db.sampang.fund.ledger import LoanEntry, book_many
from db.sampang.fund.loan_books import LoanBooks, books_of_each
from db.sampang.loans.claims import recovered_by
from db.sampang.loans.posting import Splits, moved_by
from db.sampang.loans.settled_loans import require_after_taking_back, require_running
from db.sampang.refusals import TooMuchPaid
from db.tables import ApplicationRow, LoanRow
from db.verbs import Act
from domain.sampang.bank_file.bank_accepting import LoanMoney
from domain.sampang.fund.entries import Entry, payment_memo
from domain.sampang.fund.in_order import placed
from domain.sampang.fund.loan_course import Course
from domain.sampang.fund.money_in import Payment

# With 36 instalments each, so many loans are some ten megabytes at a time.
_LOANS: Final = 1_000


@dataclass(slots=True)
class _Laid:
    """One payment as it is laid on its loan: its place in the list, its entry, and the moves beside it."""

    place: int
    loan_id: int
    entry: Entry
    moves: Sequence[Entry]


def post_payments(act: Act, money: Sequence[LoanMoney], progress: Progress = untold) -> Sequence[int]:
    """Book money of many loans inside an open verb that holds the fund; give the bookings' numbers, in order.

    Each payment is laid like one by itself (`post_payment`), loan by loan in the order of days, and refused
    like it.
    """
    by_loan: dict[int, list[int]] = {}
    for place, one in enumerate(money):
        by_loan.setdefault(one.loan_id, []).append(place)
    numbers, splits, loans = [0] * len(money), Splits(act.session, act.at), sorted(by_loan)
    for first in range(0, len(loans), _LOANS):
        some = loans[first : first + _LOANS]
        for place, number in _post_on(act, splits, some, by_loan, money):
            numbers[place] = number
        progress(min(1.0, (first + _LOANS) / len(loans)))
    return numbers


def _post_on(
    act: Act,
    splits: Splits,
    loan_ids: Sequence[int],
    by_loan: Mapping[int, Sequence[int]],
    money: Sequence[LoanMoney],
) -> Iterator[tuple[int, int]]:
    session, told = act.session, _numbers(act.session, loan_ids)
    laid: list[_Laid] = []
    courses: list[tuple[LoanBooks | None, LoanBooks]] = []
    for books in books_of_each(session, loan_ids):
        now, left = books, books.course.left
        # In the order of days nothing has to be moved again; the balances are the same in any order.
        for place in sorted(by_loan[books.loan_id], key=lambda place: money[place].received.on):
            _require_room(now.course, left, money[place].received)
            now = _lay(laid, place, money[place], now, splits, told[books.loan_id])
            left -= money[place].received.amount
        courses.append((books, now))
    entries = [LoanEntry(one.loan_id, one.entry) for one in laid]
    numbers = book_many(session, act.person, entries, act.at)
    moves = [
        LoanEntry(one.loan_id, replace(move, memo=moved_by(told[one.loan_id], number, one.entry.on)))
        for one, number in zip(laid, numbers, strict=True)
        for move in one.moves
    ]
    book_many(session, act.person, moves, act.at)
    keep_courses(session, courses)
    yield from zip((one.place for one in laid), numbers, strict=True)


def _require_room(course: Course, left: int, received: Payment) -> None:
    if not course.written_off:
        if left <= 0:
            require_running(course, received.on)
        require_after_taking_back(course, received.on)
    if received.amount > left:
        raise TooMuchPaid(received.amount, left)


def _lay(
    laid: list[_Laid], place: int, one: LoanMoney, books: LoanBooks, splits: Splits, number: str
) -> LoanBooks:
    """Lay one payment, and give the books as they are after it."""
    course, received = books.course, one.received
    if course.written_off:
        entry = recovered_by(received, number)
        laid.append(_Laid(place, one.loan_id, entry, ()))
        return books.after(entry)
    found = placed(course, received.amount, received.on)
    entry = splits.of_money(found.money, payment_memo(number, received.reference))
    # Each split goes on from the one before, so what moves is split here, and told why once it is booked.
    moves = [splits.of_move(move, "") for move in found.moves]
    laid.append(_Laid(place, one.loan_id, entry, moves))
    books = books.after(entry)
    for move in moves:
        books = books.after(move)
    return books


def _numbers(session: Session, loan_ids: Sequence[int]) -> Mapping[int, str]:
    query = (
        select(LoanRow.id, ApplicationRow.number)
        .join(ApplicationRow, ApplicationRow.id == LoanRow.application_id)
        .where(LoanRow.id.in_(loan_ids))
    )
    return dict(session.execute(query).all())
