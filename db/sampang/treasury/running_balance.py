"""How little an account ever stood at since a day, so that money of the past never overdraws it."""

from collections.abc import Sequence
from datetime import date
from itertools import accumulate

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.sampang.fund.ledger import moved_on
from db.tables import JournalEntryRow, PostingRow
from domain.sampang.fund.accounts import Account


def least_since(session: Session, account: Account, day: date, *, is_owed: bool = False) -> int:
    """The least that lay on an account, or was owed, at the end of any day from a day until now, in rupiah.

    A day is that on which the money came or went, also where it was booked later.
    """
    now = sum(moved_on(session, (account,)).values())
    stood = accumulate(_later(session, account, day), lambda after, moved: after - moved, initial=now)
    return -max(stood) if is_owed else min(stood)


def _later(session: Session, account: Account, day: date) -> Sequence[int]:
    """What each day after a day moved, the newest first."""
    entry, part = JournalEntryRow, PostingRow
    query = (
        select(func.sum(part.amount))
        .join(entry, entry.id == part.entry_id)
        # Nothing is booked before its day, so the index of the booking days finds them.
        .where(part.account == account, entry.on > day, entry.value_on > day)
        .group_by(entry.value_on)
        .order_by(entry.value_on.desc())
    )
    return [int(moved) for moved in session.scalars(query)]
