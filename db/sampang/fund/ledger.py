"""The journal of the fund: held while it is moved, booked in balance, its totals kept with each booking."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import cache
from typing import Any, Final

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from db.bulk import write_rows
from db.engine import require_write
from db.refusals import NotFound
from db.sampang.fund.kept_totals import keep_lent, keep_moved
from db.sampang.fund.loan_books import LoanBooks
from db.sampang.taken_back import is_taken_back
from db.tables import (
    AccountMonthRow,
    ApplicationRow,
    FileStepRow,
    FundRow,
    JournalEntryRow,
    LoanRow,
    PostingRow,
)
from domain.dates import JAKARTA
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.closed_months import day_of_booking
from domain.sampang.fund.entries import Entry, EntryKind
from domain.sampang.fund.made_of_entries import booked_from
from domain.sampang.fund.position import CLOSED_FUND, Position
from domain.sampang.origination.stages import COMMITTED
from domain.sampang.origination.steps import Step

FUND: Final = "sampang"
_OF_POSITION: Final = (Account.CAPITAL, Account.FUND_CASH, Account.LOANS)


def held_fund(session: Session) -> FundRow:
    """Take the one fund, so that nobody else promises or moves its money meanwhile."""
    require_write(session)
    query = select(FundRow).where(FundRow.key == FUND).with_for_update()
    return session.scalars(query.execution_options(populate_existing=True)).one()


def book(
    session: Session,
    person: Person,
    entry: Entry,
    at: datetime,
    *,
    loan: LoanBooks | None = None,
    reverses_id: int | None = None,
) -> int:
    """Add one balanced entry to the journal, and to what is kept of it; give its number.

    What belongs to a closed month is booked on the day of its entry; its own day stays with it (O-14). The
    fund must be held; a `loan` is told as it was booked before this entry.
    """
    require_write(session)
    entry = _in_open_month(entry, _closed_until(session), at)
    told = _entry_row(person, LoanEntry(loan.loan_id if loan else None, entry), at)
    row = JournalEntryRow(
        **told | {"reverses_id": reverses_id},
        postings=[PostingRow(account=account, amount=amount) for account, amount in entry.amounts.items()],
    )
    session.add(row)
    session.flush()
    keep_moved(session, entry)
    if loan is not None:
        keep_lent(session, loan, entry)
    return row.id


@dataclass(frozen=True, slots=True)
class LoanEntry:
    """An entry with the number of its loan, if it is of one."""

    loan_id: int | None
    entry: Entry


def book_many(session: Session, person: Person, entries: Sequence[LoanEntry], at: datetime) -> Sequence[int]:
    """Add many balanced entries to the journal by a few statements; give their numbers, in their order.

    The fund must be held, so that the newest numbers are theirs. The months of the accounts are kept; what
    is kept of the loans is for whoever knows their courses (`keep_courses`).
    """
    require_write(session)
    if not entries:
        return ()
    closed = _closed_until(session)
    entries = [replace(one, entry=_in_open_month(one.entry, closed, at)) for one in entries]
    before = session.scalar(select(func.coalesce(func.max(JournalEntryRow.id), 0)))
    write_rows(session, JournalEntryRow, [_entry_row(person, one, at) for one in entries])
    added = select(JournalEntryRow.id).where(JournalEntryRow.id > before).order_by(JournalEntryRow.id)
    numbers = session.scalars(added).all()
    parts = [
        {"entry_id": number, "account": account.value, "amount": amount}
        for number, one in zip(numbers, entries, strict=True)
        for account, amount in one.entry.amounts.items()
    ]
    write_rows(session, PostingRow, parts)
    keep_moved(session, *(one.entry for one in entries))
    return numbers


def _entry_row(person: Person, one: LoanEntry, at: datetime) -> dict[str, Any]:
    return {
        "kind": one.entry.kind.value,
        "on": one.entry.on,
        "value_on": one.entry.counts_on,
        "memo": one.entry.memo,
        "released": one.entry.released,
        "loan_id": one.loan_id,
        "by_person_id": person.id,
        "at": at,
    }


def _in_open_month(entry: Entry, closed_until: date | None, at: datetime) -> Entry:
    entered_on = at.astimezone(JAKARTA).date()
    return booked_from(day_of_booking(closed_until, entry.on, entered_on), entry)


def _closed_until(session: Session) -> date | None:
    return session.get_one(FundRow, FUND).closed_until


def balances(session: Session) -> Mapping[Account, int]:
    """The balance of every account in rupiah, debit positive; together they are zero."""
    table = AccountMonthRow
    summed = select(table.account, func.sum(table.amount)).group_by(table.account)
    found = {Account(account): int(amount) for account, amount in session.execute(summed)}
    return {account: found.get(account, 0) for account in Account}


def entries_in(session: Session) -> int:
    """How many bookings the journal holds."""
    return int(session.scalar(select(func.coalesce(func.sum(AccountMonthRow.entries), 0))) or 0)


def position_of(session: Session) -> Position:
    """Where the fund stands now; a fund that was never opened has nothing."""
    fund = session.get_one(FundRow, FUND, populate_existing=True)
    if fund.opened_at is None:
        return CLOSED_FUND
    return position_by(moved_on(session, _OF_POSITION), _committed(session))


def position_by(moved: Mapping[tuple[Account, EntryKind], int], committed: int) -> Position:
    """An opened fund by what each kind of booking moved on its accounts, in signed rupiah."""

    def on(account: Account) -> int:
        return sum(moved.get((account, kind), 0) for kind in EntryKind)

    paid_out = moved.get((Account.LOANS, EntryKind.DISBURSEMENT), 0)
    taken_over = moved.get((Account.LOANS, EntryKind.TAKEN_OVER), 0)
    written_off = -moved.get((Account.LOANS, EntryKind.WRITE_OFF), 0)
    return Position(
        is_open=True,
        capital=-on(Account.CAPITAL),
        cash=on(Account.FUND_CASH),
        committed=committed,
        paid_out=paid_out,
        returned=paid_out + taken_over - on(Account.LOANS) - written_off,
        taken_over=taken_over,
        written_off=written_off,
        opened_with=-moved.get((Account.CAPITAL, EntryKind.OPENING), 0),
        recovered=-moved.get((Account.CAPITAL, EntryKind.RECOVERY), 0),
    )


def entry_of(row: JournalEntryRow) -> Entry:
    """Read a booking back."""
    return Entry(EntryKind(row.kind), row.on, row.memo, amounts_of(row), row.value_on, row.released)


def amounts_of(row: JournalEntryRow) -> Mapping[Account, int]:
    """The signed rupiah of a booking by account."""
    return {Account(part.account): part.amount for part in row.postings}


def loan_row(session: Session, loan_id: int) -> LoanRow:
    """Find a loan; or raise NotFound."""
    row = session.get(LoanRow, loan_id)
    if row is None:
        raise NotFound("Pinjaman ini")
    return row


# Every promise and every payment asks these while the fund is held, so they are put together once.
_COMMITTED: Final = (
    select(func.coalesce(func.sum(FileStepRow.body["amount"].as_integer()), 0))
    .join(ApplicationRow, ApplicationRow.id == FileStepRow.application_id)
    .where(FileStepRow.step == Step.APPROVE, ApplicationRow.status.in_(COMMITTED), ~is_taken_back())
)


@cache
def _moved(accounts: tuple[Account, ...]) -> Select[str, str, int]:
    table = AccountMonthRow
    return (
        select(table.account, table.kind, func.sum(table.amount))
        .where(table.account.in_(accounts))
        .group_by(table.account, table.kind)
    )


def moved_on(session: Session, accounts: tuple[Account, ...]) -> Mapping[tuple[Account, EntryKind], int]:
    """What each kind of booking ever moved on accounts, in signed rupiah."""
    rows = session.execute(_moved(accounts))
    return {(Account(account), EntryKind(kind)): int(amount) for account, kind, amount in rows}


def _committed(session: Session) -> int:
    return int(session.scalar(_COMMITTED) or 0)
