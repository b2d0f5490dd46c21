"""Slips of the bank that were booked before: one deposit is one booking, on one loan."""

from collections.abc import Iterator

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from db.tables import ApplicationRow, JournalEntryRow, LoanRow, PostingRow
from domain.again import Earlier, same_sign
from domain.dates import indonesian_date
from domain.money import rupiah
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind, reference_in
from domain.sampang.fund.money_in import Payment

_INCOMING = (Account.FUND_CASH, Account.INTEREST_CASH)


def same_slip(session: Session, loan_id: int, received: Payment) -> tuple[Earlier, ...]:
    """The bookings of the same slip, day and amount, on whichever loan; the fund must be held.

    A settlement is held against its day and slip alone, since its surcharge is booked apart. A booking that
    was taken back no longer counts. A slip without a letter or a digit in its number is
    like another of the same loan only.
    """
    return tuple(
        _earlier(row, number, received)
        for row, number in _of_that_day(session, received)
        if _is_same(received.reference, reference_in(row.memo, number), is_same_loan=row.loan_id == loan_id)
    )


def _of_that_day(session: Session, received: Payment) -> Iterator[tuple[JournalEntryRow, str]]:
    row = JournalEntryRow
    taken_back = select(row.reverses_id).where(row.reverses_id.is_not(None))
    amount = (
        select(func.sum(PostingRow.amount))
        .where(PostingRow.entry_id == row.id, PostingRow.account.in_(_INCOMING))
        .scalar_subquery()
    )
    query = (
        select(row, ApplicationRow.number)
        .join(LoanRow, LoanRow.id == row.loan_id)
        .join(ApplicationRow, ApplicationRow.id == LoanRow.application_id)
        .where(row.value_on == received.on)
        .where(row.reverses_id.is_(None), row.id.not_in(taken_back))
        .where(
            (row.kind.in_((EntryKind.PAYMENT, EntryKind.RECOVERY)) & (amount == received.amount))
            | (row.kind == EntryKind.SETTLEMENT)
        )
        .order_by(row.id)
        .options(joinedload(row.by))
    )
    yield from session.execute(query)


def _is_same(reference: str, other: str, *, is_same_loan: bool) -> bool:
    return same_sign(reference, other) or (is_same_loan and reference.strip() == other.strip())


def _earlier(row: JournalEntryRow, number: str, received: Payment) -> Earlier:
    what = "Pelunasan" if row.kind == EntryKind.SETTLEMENT else f"Angsuran {rupiah(received.amount)}"
    told = (
        f"{what} untuk pinjaman {number}, masuk {indonesian_date(row.value_on)}, bukti "
        f"setor {reference_in(row.memo, number)}, sudah dibukukan dengan nomor jurnal {row.id}"
    )
    return Earlier(told, row.by.name, row.at)
