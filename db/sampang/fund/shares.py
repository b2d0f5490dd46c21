"""The shares of the interest in the store: what a payment adds to each, and what lies where for whom."""

from datetime import date
from functools import cache

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.fund.ledger import moved_on
from db.tables import JournalEntryRow, PostingRow
from domain.roles import Person
from domain.sampang.costs import InterestSplit
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.interest_shares import (
    OF_INTEREST,
    SHARE_ACCOUNTS,
    Holding,
    Moved,
    holdings_of,
    received_shares,
    rise_of_shares,
)
from domain.sampang.fund.same_split import SameSplit, same_split
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def holdings(session: Session, actor: Person) -> tuple[Holding, ...]:
    """What came in, was remitted and was paid out, share by share."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    return held_shares(session)


def held_shares(session: Session) -> tuple[Holding, ...]:
    """The same for the verbs, which have asked who may."""
    return holdings_of(moved_on(session, SHARE_ACCOUNTS))


class RunningShares:
    """The fund's running total of interest by its shares, to be split on while money is booked (O-08).

    It is split by the law of the day on which the money came (S-68); where the law changed the split, the
    total of the days with the same one. The fund must be held, and each rise must be booked.
    """

    def __init__(self, session: Session, today: date) -> None:
        self._session = session
        self._so_far: dict[SameSplit, InterestSplit] = {}
        self._law = cache(lambda day: law_of(session, SAMPANG, day))
        self._around = cache(lambda day: same_split(day, self._law(max(day, today))))

    def rise(self, amount: int, on: date) -> InterestSplit:
        """What the shares rise by when interest of a day comes in; below zero when it is taken back."""
        around = self._around(on)
        if around not in self._so_far:
            self._so_far[around] = received_shares(_received(self._session, around))
        rise = rise_of_shares(self._so_far[around], amount, self._law(on))
        self._so_far[around] += rise
        return rise


def _received(session: Session, around: SameSplit) -> Moved:
    if around.is_always:
        return moved_on(session, SHARE_ACCOUNTS)
    entry, part = JournalEntryRow, PostingRow
    days: list[ColumnElement[bool]] = [entry.kind.in_(OF_INTEREST), part.account.in_(SHARE_ACCOUNTS)]
    if around.since is not None:
        days += [entry.on >= around.since, entry.value_on >= around.since]  # booked on its day or later
    if around.until is not None:
        days += [entry.value_on < around.until]
    query = (
        select(entry.kind, part.account, func.sum(part.amount))
        .join(part, part.entry_id == entry.id)
        .where(*days)
        .group_by(entry.kind, part.account)
    )
    return {
        (Account(account), EntryKind(kind)): int(amount) for kind, account, amount in session.execute(query)
    }
