"""Loans that were settled early: which booking did it, and what it keeps from being booked (O-15, O-16)."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from db.sampang.loans.claims import require_in_books
from db.sampang.settlement_refusals import LoanEnded, MoneyBeforeTakingBack, SettledFirst
from db.tables import JournalEntryRow, PostingRow, SettlementQuoteRow, SettlementRow
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.loan_course import Course


def require_running(course: Course, on: date) -> None:
    """Raise LoanEnded where nothing is left, WrittenOffFirst, and as `require_after_taking_back` does."""
    require_in_books(course)
    if (ended_on := course.progress().ended_on) is not None:
        raise LoanEnded(ended_on)
    require_after_taking_back(course, on)


def require_after_taking_back(course: Course, on: date) -> None:
    """Raise MoneyBeforeTakingBack for a day before the end or write-off of a running loan was taken back."""
    since = course.closed_last
    if since is not None and on < since:
        raise MoneyBeforeTakingBack(since)


def require_not_settled(session: Session, entry: JournalEntryRow) -> None:
    """Raise SettledFirst for a payment of a loan whose settlement stands."""
    if entry.kind != EntryKind.PAYMENT or entry.loan_id is None:
        return
    if (standing := standing_settlement(session, entry.loan_id)) is not None:
        raise SettledFirst(standing.entry_id)


def standing_settlement(session: Session, loan_id: int) -> SettlementRow | None:
    """The settlement of a loan that was not taken back."""
    back = aliased(JournalEntryRow)
    is_undone = select(back.id).where(back.reverses_id == SettlementRow.entry_id).exists()
    query = (
        select(SettlementRow)
        .join(SettlementQuoteRow, SettlementQuoteRow.id == SettlementRow.quote_id)
        .where(SettlementQuoteRow.loan_id == loan_id, ~is_undone)
    )
    return session.scalars(query).one_or_none()


def surcharges_of(session: Session, entry_ids: Collection[int]) -> Mapping[int, int]:
    """The surcharge in rupiah that was booked beside each of these settlements; none for other bookings."""
    query = (
        select(SettlementRow.entry_id, PostingRow.amount)
        .join(PostingRow, PostingRow.entry_id == SettlementRow.surcharge_entry_id)
        .where(SettlementRow.entry_id.in_(entry_ids), PostingRow.account == Account.INTEREST_CASH)
    )
    return dict(session.execute(query).all())
