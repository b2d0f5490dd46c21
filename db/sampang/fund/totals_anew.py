"""What is kept with each booking, made anew from the journal: to check it, or after bookings were moved."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, cast

from sqlalchemy import Table, case, delete, extract, func, insert, select
from sqlalchemy.orm import Session

from db.engine import require_write
from db.sampang.fund.kept_totals import LENDING, due_row, progress_of
from db.sampang.fund.loan_books import books_of_each
from db.tables import (
    AccountMonthRow,
    Base,
    JournalEntryRow,
    LendingMonthRow,
    LoanProgressRow,
    PostingRow,
    PrincipalDueRow,
)
from domain.sampang.fund.loan_course import NO_LENDING, Lending
from domain.sampang.fund.principal_due import NOTHING_DUE, PrincipalDue, principal_due


@dataclass(frozen=True, slots=True)
class Totals:
    """All that is kept: rupiah and bookings by account, month and kind, each loan's progress, the lending.

    The lending is by kecamatan and month, the principal by the day on which it falls due.
    """

    moved: Mapping[tuple[str, date, str], tuple[int, int]]
    progress: Mapping[int, Mapping[str, Any]]
    lending: Mapping[tuple[str, date], Lending]
    due: Mapping[date, PrincipalDue]


def kept(session: Session) -> Totals:
    """The totals as they are kept; what came back to nothing is left out."""
    months = {
        (row.district_code, row.month): Lending(*(getattr(row, name) for name in LENDING))
        for row in session.execute(select(_table(LendingMonthRow)))
    }
    return Totals(
        moved={
            (row.account, row.month, row.kind): (row.amount, row.entries)
            for row in session.execute(select(_table(AccountMonthRow)))
        },
        progress={
            row.loan_id: dict(row._mapping) for row in session.execute(select(_table(LoanProgressRow)))
        },
        lending={key: figures for key, figures in months.items() if figures != NO_LENDING},
        due={
            row.due_on: PrincipalDue(row.due, row.paid, row.written_off)
            for row in session.execute(select(_table(PrincipalDueRow)))
        },
    )


def made_anew(session: Session) -> Totals:
    """The same totals from the journal, the loans and their instalments."""
    progress, lending, due = {}, Counter[tuple[str, date, str]](), dict[date, PrincipalDue]()
    for loan in books_of_each(session):
        progress[loan.loan_id] = progress_of(loan)
        for month, figures in loan.course.months().items():
            for name in LENDING:
                lending[loan.district_code, month, name] += getattr(figures, name)
        for on, falls_due in principal_due(loan.course).items():
            due[on] = due.get(on, NOTHING_DUE) + falls_due
    keys = {(code, month) for (code, month, _), amount in lending.items() if amount}
    return Totals(
        moved=_moved(session),
        progress=progress,
        lending={(code, on): Lending(*(lending[code, on, name] for name in LENDING)) for code, on in keys},
        due=due,
    )


def make_anew(session: Session) -> None:
    """Write every kept total anew, for whoever has moved bookings in time; the fund must be held."""
    require_write(session)
    found = made_anew(session)
    lending = [
        {"district_code": code, "month": month, **{name: getattr(figures, name) for name in LENDING}}
        for (code, month), figures in found.lending.items()
    ]
    moved = [
        {"account": account, "month": month, "kind": kind, "amount": amount, "entries": entries}
        for (account, month, kind), (amount, entries) in found.moved.items()
    ]
    rows = (
        (AccountMonthRow, moved),
        (LoanProgressRow, list(found.progress.values())),
        (LendingMonthRow, lending),
        (PrincipalDueRow, [due_row(on, falls_due) for on, falls_due in found.due.items()]),
    )
    for table, made in rows:
        session.execute(delete(table))
        if made:
            session.execute(insert(_table(table)), made)


def _moved(session: Session) -> Mapping[tuple[str, date, str], tuple[int, int]]:
    entry, part = JournalEntryRow, PostingRow
    year, month = extract("year", entry.on), extract("month", entry.on)
    first = select(part.entry_id, func.min(part.account).label("account")).group_by(part.entry_id).subquery()
    entries = func.sum(case((part.account == first.c.account, 1), else_=0))
    query = (
        select(part.account, year, month, entry.kind, func.sum(part.amount), entries)
        .join(part, part.entry_id == entry.id)
        .join(first, first.c.entry_id == entry.id)
        .group_by(part.account, year, month, entry.kind)
    )
    return {
        (account, date(int(in_year), int(in_month), 1), kind): (int(amount), int(count))
        for account, in_year, in_month, kind, amount, count in session.execute(query)
    }


def _table(mapped: type[Base]) -> Table:
    return cast(Table, mapped.__table__)
