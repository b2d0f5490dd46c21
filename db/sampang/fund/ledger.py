"""The journal of the fund: held while it is moved, booked in balance, and summed when asked."""

from collections.abc import Mapping
from datetime import datetime
from typing import Final

from sqlalchemy import case, func, select
from sqlalchemy.orm import Session

from db.engine import require_write
from db.refusals import NotFound
from db.sampang.taken_back import is_taken_back
from db.tables import ApplicationRow, FileStepRow, FundRow, JournalEntryRow, LoanRow, PostingRow
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import Entry, EntryKind
from domain.sampang.fund.position import CLOSED_FUND, Position
from domain.sampang.origination.stages import COMMITTED
from domain.sampang.origination.steps import Step

FUND: Final = "sampang"


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
    loan_id: int | None = None,
    reverses_id: int | None = None,
) -> int:
    """Add one balanced entry to the journal and give its number; the fund must be held."""
    require_write(session)
    row = JournalEntryRow(
        kind=entry.kind,
        on=entry.on,
        memo=entry.memo,
        loan_id=loan_id,
        reverses_id=reverses_id,
        by_person_id=person.id,
        at=at,
        postings=[PostingRow(account=account, amount=amount) for account, amount in entry.amounts.items()],
    )
    session.add(row)
    session.flush()
    return row.id


def balances(session: Session) -> Mapping[Account, int]:
    """The balance of every account in rupiah, debit positive; together they are zero."""
    summed = select(PostingRow.account, func.sum(PostingRow.amount)).group_by(PostingRow.account)
    found = {Account(account): int(amount) for account, amount in session.execute(summed)}
    return {account: found.get(account, 0) for account in Account}


def position_of(session: Session) -> Position:
    """Where the fund stands now; a fund that was never opened has nothing."""
    fund = session.get_one(FundRow, FUND, populate_existing=True)
    if fund.opened_at is None:
        return CLOSED_FUND
    now = balances(session)
    paid_out, returned = _principal_moved(session)
    return Position(
        is_open=True,
        capital=-now[Account.CAPITAL],
        cash=now[Account.FUND_CASH],
        committed=_committed(session),
        paid_out=paid_out,
        returned=returned,
    )


def paid_on(session: Session, loan_id: int) -> int:
    """What was ever paid on a loan, principal and interest, in rupiah; reversed payments count nothing."""
    kinds = (EntryKind.PAYMENT, EntryKind.REVERSAL)
    incoming = (Account.FUND_CASH, Account.INTEREST_CASH)
    query = (
        select(func.coalesce(func.sum(PostingRow.amount), 0))
        .join(JournalEntryRow, JournalEntryRow.id == PostingRow.entry_id)
        .where(
            JournalEntryRow.loan_id == loan_id,
            JournalEntryRow.kind.in_(kinds),
            PostingRow.account.in_(incoming),
        )
    )
    return int(session.scalar(query) or 0)


def entry_of(row: JournalEntryRow) -> Entry:
    """Read a booking back."""
    return Entry(EntryKind(row.kind), row.on, row.memo, amounts_of(row))


def amounts_of(row: JournalEntryRow) -> Mapping[Account, int]:
    """The signed rupiah of a booking by account."""
    return {Account(part.account): part.amount for part in row.postings}


def loan_row(session: Session, loan_id: int) -> LoanRow:
    """Find a loan; or raise NotFound."""
    row = session.get(LoanRow, loan_id)
    if row is None:
        raise NotFound("Pinjaman ini")
    return row


def _principal_moved(session: Session) -> tuple[int, int]:
    is_payout = JournalEntryRow.kind == EntryKind.DISBURSEMENT
    query = (
        select(
            func.coalesce(func.sum(case((is_payout, PostingRow.amount), else_=0)), 0),
            func.coalesce(func.sum(case((is_payout, 0), else_=-PostingRow.amount)), 0),
        )
        .join(JournalEntryRow, JournalEntryRow.id == PostingRow.entry_id)
        .where(PostingRow.account == Account.LOANS)
    )
    paid_out, returned = session.execute(query).one()
    return int(paid_out), int(returned)


def _committed(session: Session) -> int:
    approved = FileStepRow.body["amount"].as_integer()
    query = (
        select(func.coalesce(func.sum(approved), 0))
        .join(ApplicationRow, ApplicationRow.id == FileStepRow.application_id)
        .where(FileStepRow.step == Step.APPROVE, ApplicationRow.status.in_(COMMITTED), ~is_taken_back())
    )
    return int(session.scalar(query) or 0)
