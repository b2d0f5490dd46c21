"""The books of a span of days for whoever audits them: every booking, what stood before, the shares."""

from collections import Counter
from datetime import timedelta

from sqlalchemy import ColumnElement, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.limits import require_whole
from db.refusals import Wrong
from db.sampang.fund.ledger import FUND
from db.sampang.fund.moved_by_month import moved_until
from db.sampang.loans.loans import lines_of
from db.sampang.treasury.fund_refusals import TooManyBookings
from db.tables import FundRow, JournalEntryRow
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.interest_shares import SHARE_ACCOUNTS, Moved, holdings_of
from domain.sampang.fund.journal_lines import MOST_BOOKINGS, BooksOfSpan, Span, problems_of_span
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def bookings_within(session: Session, actor: Person, span: Span) -> int:
    """How many bookings the journal has of some days."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    require_whole(span)
    return session.scalar(select(func.count(JournalEntryRow.id)).where(*_within(span))) or 0


def books_of_span(session: Session, actor: Person, span: Span) -> BooksOfSpan:
    """The books of some days, by the days of the journal.

    Raises Wrong for days that lie the other way round, and TooManyBookings for more than a workbook holds.
    """
    person = authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    require_whole(span)
    if problems := problems_of_span(span):
        raise Wrong(problems)
    if (count := bookings_within(session, actor, span)) > MOST_BOOKINGS:
        raise TooManyBookings(count, MOST_BOOKINGS)
    entry = JournalEntryRow
    return BooksOfSpan(
        span=span,
        before=_stood_before(session, span),
        lines=lines_of(session, person, select(entry).where(*_within(span)).order_by(entry.on, entry.id)),
        holdings=holdings_of(_moved_by_end(session, span)),
        closed_until=session.get_one(FundRow, FUND).closed_until,
    )


def _within(span: Span) -> tuple[ColumnElement[bool], ColumnElement[bool]]:
    return JournalEntryRow.on >= span.first, JournalEntryRow.on <= span.last


def _stood_before(session: Session, span: Span) -> dict[Account, int]:
    stood: Counter[Account] = Counter()
    for (account, *_), amount in moved_until(session, tuple(Account), span.first - timedelta(days=1)).items():
        stood[account] += amount
    return {account: stood[account] for account in Account}


def _moved_by_end(session: Session, span: Span) -> Moved:
    moved: Counter[tuple[Account, EntryKind]] = Counter()
    for (account, kind, _), amount in moved_until(session, SHARE_ACCOUNTS, span.last).items():
        moved[account, kind] += amount
    return moved
