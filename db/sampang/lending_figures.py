"""Loans that run, are settled or behind, by kecamatan: at a month's end, now, or on any day of the past."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import Subquery

from db.sampang.fund.kept_totals import LENDING
from db.sampang.fund.moved_by_month import booked_after
from db.tables import (
    ApplicationRow,
    InstalmentRow,
    JournalEntryRow,
    LendingMonthRow,
    LoanProgressRow,
    LoanRow,
    PostingRow,
)
from domain.dates import month_end
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import OF_PAYING, EntryKind
from domain.sampang.fund.loan_course import NO_LENDING, Lending

_INCOMING = (Account.FUND_CASH, Account.INTEREST_CASH)


def lending_on(session: Session, day: date) -> Mapping[str | None, Lending]:
    """The lending of each kecamatan at the end of a day; None where the kecamatan is not known.

    The months are kept, and who is behind now is found by the next instalment; only a day in the middle of
    a month, with bookings after it, is summed from the journal.
    """
    if day == month_end(day):
        return _kept(session, day)
    if booked_after(session, day):
        return lending_from_journal(session, day)
    kept, behind = _kept(session, day), _behind_now(session, day)
    return {
        code: replace(found, behind=behind.get(code, (0, 0))[0], loans_behind=behind.get(code, (0, 0))[1])
        for code, found in kept.items()
    }


def lending_from_journal(session: Session, day: date) -> Mapping[str | None, Lending]:
    """The same from the journal itself, which is the ground."""
    rows = session.execute(_loans_by_district(day))
    return {row.district_code: Lending(*(int(getattr(row, name)) for name in LENDING)) for row in rows}


def _kept(session: Session, day: date) -> Mapping[str | None, Lending]:
    table = LendingMonthRow
    query = (
        select(table.district_code, *(func.sum(getattr(table, name)).label(name) for name in LENDING))
        .where(table.month <= day)
        .group_by(table.district_code)
    )
    found = {
        row.district_code or None: Lending(*(int(getattr(row, name)) for name in LENDING))
        for row in session.execute(query)
    }
    return {code: figures for code, figures in found.items() if figures != NO_LENDING}


def _behind_now(session: Session, day: date) -> Mapping[str | None, tuple[int, int]]:
    """Instalments and loans behind by all that was ever booked, by kecamatan."""
    kept, row = LoanProgressRow, InstalmentRow
    due = (
        select(row.number)
        .where(row.loan_id == kept.loan_id, row.due_on < day)
        .order_by(row.due_on.desc())
        .limit(1)
        .scalar_subquery()
    )
    query = (
        select(kept.district_code, func.sum(due - kept.instalments_paid), func.count())
        .where(kept.next_due < day)
        .group_by(kept.district_code)
    )
    return {code or None: (int(behind), loans) for code, behind, loans in session.execute(query)}


def _loans_by_district(day: date) -> Select[str | None, int, int, int, int, int, int]:
    """Loans that were paid out by a day, what was owed and behind then, by kecamatan."""
    paid = _moved(OF_PAYING, _INCOMING, day)
    owed = _moved(tuple(EntryKind), (Account.LOANS,), day)
    gone = _moved((EntryKind.WRITE_OFF,), (Account.CAPITAL,), day)
    in_books = func.coalesce(gone.c.amount, 0) == 0
    due = _due(paid, _released(day), day)
    return (
        select(
            ApplicationRow.district_code,
            func.sum(case(((due.c.left > 0) & in_books, 1), else_=0)).label("running"),
            func.sum(case((due.c.left > 0, 0), else_=1)).label("settled"),
            func.sum(LoanRow.principal).label("lent"),
            func.sum(func.coalesce(owed.c.amount, 0)).label("owed"),
            func.sum(case((in_books, due.c.behind), else_=0)).label("behind"),
            func.sum(case(((due.c.behind > 0) & in_books, 1), else_=0)).label("loans_behind"),
        )
        .select_from(LoanRow)
        .join(ApplicationRow, ApplicationRow.id == LoanRow.application_id)
        .join(due, due.c.loan_id == LoanRow.id)
        .outerjoin(owed, owed.c.loan_id == LoanRow.id)
        .outerjoin(gone, gone.c.loan_id == LoanRow.id)
        .where(func.coalesce(LoanRow.taken_over_on, LoanRow.disbursed_on) <= day)
        .group_by(ApplicationRow.district_code)
    )


def _due(paid: Subquery, fallen: Subquery, day: date) -> Subquery:
    """For each loan, what is left to pay and how many instalments are behind."""
    # Money is laid on the oldest instalment first, so one is fully paid when all up to it are.
    up_to_here = func.sum(InstalmentRow.principal + InstalmentRow.interest).over(
        partition_by=InstalmentRow.loan_id, order_by=InstalmentRow.number
    )
    rows = select(InstalmentRow.loan_id, InstalmentRow.due_on, up_to_here.label("up_to_here")).subquery()
    # What a settlement lets fall needs no payment any more.
    received = func.coalesce(paid.c.amount, 0) + func.coalesce(fallen.c.amount, 0)
    is_behind = (rows.c.due_on < day) & (rows.c.up_to_here > received)
    return (
        select(
            rows.c.loan_id,
            (func.max(rows.c.up_to_here) - func.max(received)).label("left"),
            func.sum(case((is_behind, 1), else_=0)).label("behind"),
        )
        .outerjoin(paid, paid.c.loan_id == rows.c.loan_id)
        .outerjoin(fallen, fallen.c.loan_id == rows.c.loan_id)
        .group_by(rows.c.loan_id)
        .subquery()
    )


def _moved(kinds: tuple[EntryKind, ...], accounts: tuple[Account, ...], until: date) -> Subquery:
    """For each loan, what bookings of some kinds moved on some accounts up to a day."""
    return (
        select(JournalEntryRow.loan_id, func.sum(PostingRow.amount).label("amount"))
        .join(PostingRow, PostingRow.entry_id == JournalEntryRow.id)
        .where(
            JournalEntryRow.loan_id.is_not(None),
            JournalEntryRow.kind.in_(kinds),
            PostingRow.account.in_(accounts),
            JournalEntryRow.value_on <= until,
        )
        .group_by(JournalEntryRow.loan_id)
        .subquery()
    )


def _released(until: date) -> Subquery:
    """For each loan, the interest that a settlement has let fall by a day."""
    entry = JournalEntryRow
    return (
        select(entry.loan_id, func.sum(entry.released).label("amount"))
        .where(entry.kind == EntryKind.SETTLEMENT, entry.value_on <= until)
        .group_by(entry.loan_id)
        .subquery()
    )
