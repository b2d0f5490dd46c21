"""Verb for closing a month of the books, and the months that were closed.

Months are closed in their order and never opened again: whoever finds a mistake later books it in the open
month. `ledger.book` puts what belongs to a closed month on the first open day.
"""

from dataclasses import dataclass
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from db.access import authorise
from db.sampang.fund.ledger import FUND, held_fund
from db.sampang.trail import SampangAction, SampangSubject
from db.sampang.treasury.fund_refusals import MonthClosedAlready, MonthNotNext, MonthNotOver, NotYetOpened
from db.tables import AccountMonthRow, ClosedMonthRow, FundRow
from db.trail import Subject
from db.verbs import verb
from domain.dates import month_end
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.closed_months import is_over, months_over, next_to_close
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


@dataclass(frozen=True, slots=True)
class ClosedMonth:
    """A month that was closed, by its first day: by whom, when, and how many bookings there were by then."""

    month: date
    by: str
    at: datetime
    entries: int


@dataclass(frozen=True, slots=True)
class Closings:
    """The months that were closed, the newest first, and the one that comes next."""

    closed: tuple[ClosedMonth, ...]
    closed_until: date | None
    next_month: date | None


def closings(session: Session, actor: Person, *, most: int = 24) -> Closings:
    """Which months were closed last, and which is closed next; None while the fund is not open."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    fund, table = session.get_one(FundRow, FUND), ClosedMonthRow
    query = select(table).order_by(table.month.desc()).limit(most).options(joinedload(table.closed_by))
    closed = tuple(
        ClosedMonth(row.month, row.closed_by.name, row.closed_at, row.entries)
        for row in session.scalars(query)
    )
    return Closings(closed, fund.closed_until, _next(fund))


def months_to_close(session: Session, actor: Person, today: date) -> tuple[date, ...]:
    """The months that are over and not closed yet, each by its first day, the oldest first."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    following = _next(session.get_one(FundRow, FUND))
    return () if following is None else months_over(following, today)


def closed_until(session: Session, actor: Person) -> date | None:
    """The last day that was closed, if any was; for the forms in which money is written down."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND, SampangPermission.READ_LOANS)
    return session.get_one(FundRow, FUND).closed_until


def close_month(session: Session, actor: Person, month: date, *, nonce: str, at: datetime) -> int:
    """Close the next month, named by its first day; gives the number of the closing.

    Raises MonthClosedAlready with who did it, MonthNotNext, and MonthNotOver.
    """
    permission, action = SampangPermission.CLOSE_MONTHS, SampangAction.CLOSE_MONTH
    with verb(session, actor, SAMPANG, permission, action, nonce=nonce, at=at) as act:
        if act.earlier:
            return act.earlier.subject_id
        fund = held_fund(session)
        _require_next(session, fund, month, act.day)
        balances, entries = _stood_at(session, month)
        row = ClosedMonthRow(
            month=month, balances=balances, entries=entries, closed_by_id=act.person.id, closed_at=at
        )
        session.add(row)
        fund.closed_until = month_end(month)
        session.flush()
        act.close(Subject(SampangSubject.CLOSED_MONTH, row.id), after={"month": month.isoformat()})
        return row.id


def _next(fund: FundRow) -> date | None:
    return None if fund.opened_on is None else next_to_close(fund.opened_on, fund.closed_until)


def _require_next(session: Session, fund: FundRow, month: date, today: date) -> None:
    following = _next(fund)
    if following is None:
        raise NotYetOpened
    table = ClosedMonthRow
    before = session.scalars(select(table).where(table.month == month)).one_or_none()
    if before is not None:
        raise MonthClosedAlready(month, before.closed_by.name, before.closed_at)
    if month != following:
        raise MonthNotNext(following)
    if not is_over(month, today):
        raise MonthNotOver(month)


def _stood_at(session: Session, month: date) -> tuple[dict[str, int], int]:
    """The balance of each account at the end of a month, and the bookings by then, from the kept months."""
    table = AccountMonthRow
    query = select(table.account, func.sum(table.amount), func.sum(table.entries))
    rows = session.execute(query.where(table.month <= month).group_by(table.account)).all()
    balances = {str(Account(account)): int(amount) for account, amount, _ in rows if amount}
    if sum(balances.values()):
        raise RuntimeError("the books do not balance, so no month is closed")
    return balances, sum(int(entries) for *_, entries in rows)
