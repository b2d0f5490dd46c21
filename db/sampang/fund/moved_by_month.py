"""What each month moved on the accounts of the fund up to a day, from the kept months."""

from collections.abc import Collection, Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.tables import AccountMonthRow, JournalEntryRow, PostingRow
from domain.dates import month_end
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind

ByMonth = Mapping[tuple[Account, EntryKind, date], int]


def moved_until(session: Session, accounts: Collection[Account], day: date) -> ByMonth:
    """Signed rupiah by account, kind and month (its first day), without what was booked after a day."""
    table = AccountMonthRow
    query = select(table.account, table.kind, table.month, table.amount)
    kept = session.execute(query.where(table.account.in_(accounts), table.month <= day))
    found = {(Account(account), EntryKind(kind), month): amount for account, kind, month, amount in kept}
    for key, amount in _later_in_month(session, accounts, day).items():
        found[key] -= amount
    return found


def booked_after(session: Session, day: date) -> bool:
    """Whether any booking is dated after a day."""
    return session.scalar(select(JournalEntryRow.id).where(JournalEntryRow.on > day).limit(1)) is not None


def _later_in_month(session: Session, accounts: Collection[Account], day: date) -> ByMonth:
    """What the rest of the month of a day moved; today that is nothing."""
    last = month_end(day)
    if day == last:
        return {}
    entry, part = JournalEntryRow, PostingRow
    query = (
        select(part.account, entry.kind, func.sum(part.amount))
        .join(part, part.entry_id == entry.id)
        .where(part.account.in_(accounts), entry.on > day, entry.on <= last)
        .group_by(part.account, entry.kind)
    )
    month = day.replace(day=1)
    return {
        (Account(account), EntryKind(kind), month): int(amount)
        for account, kind, amount in session.execute(query)
    }
