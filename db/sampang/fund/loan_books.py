"""A loan as the books have it: its fixed rows, what came in for it, and how far it is paid back."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Final

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from db.tables import ApplicationRow, InstalmentRow, JournalEntryRow, LoanProgressRow, LoanRow, PostingRow
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import OF_CLAIM, OF_PAYING, Entry, EntryKind
from domain.sampang.fund.loan_course import Course, OfClaim, Received
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
        if entry.kind in OF_CLAIM:
            claim = (*self.course.claim, _of_claim(entry.kind, entry.counts_on, entry.amounts))
            return replace(self, course=replace(self.course, claim=claim))
        if entry.kind not in OF_PAYING:
            return self
        principal, interest = (entry.amounts.get(account, 0) for account in _INCOMING)
        released = entry.released if entry.kind is EntryKind.SETTLEMENT else None
        received = (*self.course.received, Received(entry.counts_on, principal, interest, released))
        return replace(self, course=replace(self.course, received=received))


def books_of(session: Session, loan: LoanRow) -> LoanBooks:
    """Read everything that was booked on a loan; reversed payments count nothing."""
    received = received_of(session, [loan.id]).get(loan.id, ())
    claim = claims_of(session, [loan.id]).get(loan.id, ())
    course = Course(
        loan.principal,
        loan.disbursed_on,
        rows_of(loan),
        received,
        loan.taken_over_on,
        loan.own_day,
        claim=claim,
    )
    return LoanBooks(loan.id, loan.application.district_code or "", course)


def books_of_each(session: Session, loan_ids: Collection[int] | None = None) -> Iterator[LoanBooks]:
    """The same of some loans, or of every loan, in the order of their numbers, by a few statements."""
    received, claims, loans = received_of(session, loan_ids), claims_of(session, loan_ids), LoanRow
    asked = select(
        loans.id, loans.principal, loans.disbursed_on, loans.grace, loans.taken_over_on, loans.own_day,
        ApplicationRow.district_code,
    ).join(ApplicationRow, ApplicationRow.id == loans.application_id)  # fmt: skip
    plan = InstalmentRow
    fixed = select(
        plan.loan_id, plan.number, plan.due_on, plan.principal, plan.interest, plan.balance
    ).order_by(plan.loan_id, plan.number)
    if loan_ids is not None:
        asked, fixed = asked.where(loans.id.in_(loan_ids)), fixed.where(plan.loan_id.in_(loan_ids))
    known = {row.id: row for row in session.execute(asked)}
    for number, rows in groupby(session.execute(fixed), itemgetter(0)):
        row = known[number]
        plain = tuple(Row(*one[1:], one[1] <= row.grace) for one in rows)
        course = Course(
            row.principal,
            row.disbursed_on,
            plain,
            received.get(number, ()),
            row.taken_over_on,
            row.own_day,
            claim=claims.get(number, ()),
        )
        yield LoanBooks(number, row.district_code or "", course)


def received_of(
    session: Session, loan_ids: Collection[int] | None = None
) -> Mapping[int, tuple[Received, ...]]:
    """What came in for some loans, or for every loan, day by day; a day's reversals are taken off.

    A settlement stands apart from the other money of its day.
    """
    entry, part = JournalEntryRow, PostingRow
    # Every settlement brings principal, so that posting counts what it lets fall once.
    released = func.sum(case((part.account == Account.LOANS, entry.released), else_=0))
    query = (
        select(
            *(entry.loan_id, entry.value_on, entry.kind),
            *(sum_of(Account.FUND_CASH), sum_of(Account.INTEREST_CASH), released),
        )
        .join(part, part.entry_id == entry.id)
        .where(entry.loan_id.is_not(None) if loan_ids is None else entry.loan_id.in_(loan_ids))
        .where(entry.kind.in_(OF_PAYING))
        .group_by(entry.loan_id, entry.value_on, entry.kind)
        .order_by(entry.loan_id, entry.value_on)
    )
    days: dict[tuple[int | None, date, bool], list[int]] = {}
    for number, on, kind, *amounts in session.execute(query):
        sums = days.setdefault((number, on, kind == EntryKind.SETTLEMENT), [0, 0, 0])
        for place, amount in enumerate(amounts):
            sums[place] += int(amount)
    found: dict[int | None, list[Received]] = {}
    for (number, on, settles), (principal, interest, fallen) in days.items():
        money = Received(on, principal, interest, fallen if settles else None)
        found.setdefault(number, []).append(money)
    return {number: tuple(received) for number, received in found.items() if number is not None}


def claims_of(session: Session, loan_ids: Collection[int] | None = None) -> Mapping[int, tuple[OfClaim, ...]]:
    """What was written off of some loans, or of every loan, and what came in since, booking by booking."""
    entry, part = JournalEntryRow, PostingRow
    query = (
        select(entry.loan_id, entry.kind, entry.value_on, part.account, part.amount)
        .join(part, part.entry_id == entry.id)
        .where(entry.loan_id.is_not(None) if loan_ids is None else entry.loan_id.in_(loan_ids))
        .where(entry.kind.in_(OF_CLAIM), part.account == Account.CAPITAL)
        .order_by(entry.loan_id, entry.id)
    )
    found: dict[int, list[OfClaim]] = {}
    for number, kind, on, account, amount in session.execute(query):
        if number is not None:
            one = _of_claim(EntryKind(kind), on, {Account(account): int(amount)})
            found.setdefault(number, []).append(one)
    return {number: tuple(claim) for number, claim in found.items()}


def _of_claim(kind: EntryKind, on: date, amounts: Mapping[Account, int]) -> OfClaim:
    """Of both kinds the capital tells the amount: a write-off debits it, money for the claim credits it."""
    amount = amounts[Account.CAPITAL]
    return OfClaim(on, written_off=amount) if kind is EntryKind.WRITE_OFF else OfClaim(on, recovered=-amount)


@dataclass(frozen=True, slots=True)
class PaidSoFar:
    """What was ever paid on a loan, principal and interest, in rupiah; reversed payments count nothing.

    `released` is the interest that a settlement let fall; nothing is left since `ended_on`.
    """

    paid: int = 0
    released: int = 0
    ended_on: date | None = None


def paid_on(session: Session, loan_id: int) -> PaidSoFar:
    """How far a loan is paid, from what is kept."""
    return paid_on_each(session, (loan_id,))[loan_id]


def paid_on_each(session: Session, loan_ids: Collection[int]) -> Mapping[int, PaidSoFar]:
    """The same of several loans, asked in one statement."""
    table = LoanProgressRow
    paid = table.principal_paid + table.interest_paid
    query = select(table.loan_id, paid, table.released, table.ended_on).where(table.loan_id.in_(loan_ids))
    found = session.execute(query)
    return dict.fromkeys(loan_ids, PaidSoFar()) | {
        number: PaidSoFar(int(so_far), released, ended_on) for number, so_far, released, ended_on in found
    }


def rows_of(loan: LoanRow) -> tuple[Row, ...]:
    """The fixed instalments of a loan as the schedule's rows, of which the first are in its grace."""
    return tuple(
        Row(one.number, one.due_on, one.principal, one.interest, one.balance, one.number <= loan.grace)
        for one in loan.instalments
    )


def sum_of(account: Account) -> ColumnElement[int]:
    """What bookings moved on an account, in signed rupiah."""
    return func.sum(case((PostingRow.account == account, PostingRow.amount), else_=0))
