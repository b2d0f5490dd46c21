"""A loan as the books have it: its fixed rows, what came in for it, and how far it is paid back."""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final, cast

from sqlalchemy import ColumnElement, Table, case, func, select
from sqlalchemy.orm import Session

from db.tables import ApplicationRow, InstalmentRow, JournalEntryRow, LoanProgressRow, LoanRow, PostingRow
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import OF_PAYING, Entry
from domain.sampang.fund.loan_course import Course, Received
from domain.sampang.loan import Row

_INCOMING: Final = (Account.FUND_CASH, Account.INTEREST_CASH)


@dataclass(frozen=True, slots=True)
class LoanBooks:
    """A loan with its number, its kecamatan, and its course so far; blank where it has no kecamatan."""

    loan_id: int
    district_code: str
    course: Course

    def after(self, entry: Entry) -> "LoanBooks":
        """The same once an entry is booked."""
        if entry.kind not in OF_PAYING:
            return self
        principal, interest = (entry.amounts.get(account, 0) for account in _INCOMING)
        received = (*self.course.received, Received(entry.counts_on, principal, interest))
        return replace(self, course=replace(self.course, received=received))


def books_of(session: Session, loan: LoanRow) -> LoanBooks:
    """Read everything that was booked on a loan; reversed payments count nothing."""
    received = received_of(session, [loan.id]).get(loan.id, ())
    course = Course(loan.principal, loan.disbursed_on, rows_of(loan.instalments), received)
    return LoanBooks(loan.id, loan.application.district_code or "", course)


def books_of_each(session: Session, loan_ids: Collection[int] | None = None) -> Iterator[LoanBooks]:
    """The same of some loans, or of every loan, in the order of their numbers, by a few statements."""
    received, loans = received_of(session, loan_ids), LoanRow
    asked = select(loans.id, loans.principal, loans.disbursed_on, ApplicationRow.district_code).join(
        ApplicationRow, ApplicationRow.id == loans.application_id
    )
    plan = cast(Table, InstalmentRow.__table__)
    fixed = select(plan).order_by(plan.c.loan_id, plan.c.number)
    if loan_ids is not None:
        asked, fixed = asked.where(loans.id.in_(loan_ids)), fixed.where(plan.c.loan_id.in_(loan_ids))
    known = {row.id: row for row in session.execute(asked)}
    for number, rows in groupby(session.execute(fixed), lambda row: row.loan_id):
        row, plain = known[number], rows_of(cast(Iterable[InstalmentRow], rows))
        course = Course(row.principal, row.disbursed_on, plain, received.get(number, ()))
        yield LoanBooks(number, row.district_code or "", course)


def received_of(
    session: Session, loan_ids: Collection[int] | None = None
) -> Mapping[int, tuple[Received, ...]]:
    """What came in for some loans, or for every loan, day by day; a day's reversals are taken off."""
    entry, part = JournalEntryRow, PostingRow
    query = (
        select(entry.loan_id, entry.value_on, _sum_of(Account.FUND_CASH), _sum_of(Account.INTEREST_CASH))
        .join(part, part.entry_id == entry.id)
        .where(entry.loan_id.is_not(None) if loan_ids is None else entry.loan_id.in_(loan_ids))
        .where(entry.kind.in_(OF_PAYING))
        .group_by(entry.loan_id, entry.value_on)
        .order_by(entry.loan_id, entry.value_on)
    )
    found: dict[int | None, list[Received]] = {}
    for number, on, principal, interest in session.execute(query):
        found.setdefault(number, []).append(Received(on, int(principal), int(interest)))
    return {number: tuple(received) for number, received in found.items() if number is not None}


def paid_on(session: Session, loan_id: int) -> int:
    """What was ever paid on a loan, principal and interest, in rupiah; reversed payments count nothing."""
    return paid_on_each(session, (loan_id,))[loan_id]


def paid_on_each(session: Session, loan_ids: Collection[int]) -> Mapping[int, int]:
    """The same of several loans, asked in one statement."""
    table = LoanProgressRow
    query = select(table.loan_id, table.principal_paid + table.interest_paid)
    found = session.execute(query.where(table.loan_id.in_(loan_ids)))
    return dict.fromkeys(loan_ids, 0) | {number: int(paid) for number, paid in found}


def rows_of(instalments: Iterable[InstalmentRow]) -> tuple[Row, ...]:
    """The fixed instalments of a loan as the schedule's rows."""
    return tuple(
        Row(one.number, one.due_on, one.principal, one.interest, one.balance, one.principal == 0)
        for one in instalments
    )


def _sum_of(account: Account) -> ColumnElement[int]:
    return func.sum(case((PostingRow.account == account, PostingRow.amount), else_=0))
