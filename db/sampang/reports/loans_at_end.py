"""Where every loan stood at the end of a day, from the journal and the fixed instalments, in one statement.

It reads whole tables, so only a report that somebody has asked for asks it, never a screen.
"""

from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, Row, and_, case, func, or_, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import Subquery

from db.sampang.amount_lent import amount_lent
from db.tables import ApplicationRow, BankRowRow, InstalmentRow, JournalEntryRow, LoanRow, PostingRow
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import OF_PAYING, EntryKind
from domain.sampang.kinds import ApplicantKind
from domain.sampang.reports.loan_at_end import LoanAtEnd, due_days_gone


def loans_at_end(session: Session, month: date, day: date) -> tuple[LoanAtEnd, ...]:
    """The loans that ran on a day or got money in the month up to it, by their numbers."""
    money, fallen, gone = _money(month, day), _released(day), _written_off(day)
    plan, off = _plan(money, fallen, day), func.coalesce(gone.c.amount, 0)
    # What was written off stays a claim, and is neither outstanding nor behind in the books.
    left = case((off == 0, plan.c.left), else_=0)
    loan, file = LoanRow, ApplicationRow
    got = or_(money.c.principal_in != 0, money.c.interest_in != 0, money.c.surcharge_in != 0)
    query = (
        select(
            file.id, file.number, file.name, file.kind, file.district_code, loan.disbursed_on, loan.principal,
            amount_lent().label("lent"), loan.due_from, loan.own_day,
            *(func.coalesce(money.c[name], 0).label(name) for name in _OF_MONEY),
            off.label("written_off"), left.label("left"), plan.c.wholly,
            case((off == 0, plan.c.since)).label("since"),
            *(case((off == 0, plan.c[name]), else_=0).label(name) for name in ("behind", "behind_interest")),
        )
        .select_from(loan)
        .join(file, file.id == loan.application_id)
        .join(plan, plan.c.loan_id == loan.id)
        .outerjoin(money, money.c.loan_id == loan.id)
        .outerjoin(gone, gone.c.loan_id == loan.id)
        .where(func.coalesce(loan.taken_over_on, loan.disbursed_on) <= day, or_(left > 0, got))
        .order_by(file.number)
    )  # fmt: skip
    return tuple(_read(row, day) for row in session.execute(query))


_OF_MONEY = ("principal_paid", "principal_in", "interest_in", "surcharge_in", "from_bank")


def _money(month: date, day: date) -> Subquery:
    """For each loan, what came in by a day and within the month, by the day of the money."""
    entry, part, told = JournalEntryRow, PostingRow, BankRowRow
    by_plan = entry.kind != EntryKind.SURCHARGE
    principal = and_(part.account == Account.FUND_CASH, by_plan)
    interest = and_(part.account == Account.INTEREST_CASH, by_plan)
    within = entry.value_on >= month
    return (
        select(
            entry.loan_id,
            _sum(principal).label("principal_paid"),
            _sum(or_(principal, interest)).label("paid"),
            _sum(and_(principal, within)).label("principal_in"),
            _sum(and_(interest, within)).label("interest_in"),
            _sum(and_(~by_plan, within)).label("surcharge_in"),
            _sum(and_(within, told.entry_id.is_not(None))).label("from_bank"),
        )
        .join(part, part.entry_id == entry.id)
        .outerjoin(told, told.entry_id == entry.id)
        .where(
            entry.loan_id.is_not(None),
            entry.kind.in_((*OF_PAYING, EntryKind.SURCHARGE)),
            part.account.in_((Account.FUND_CASH, Account.INTEREST_CASH)),
            entry.value_on <= day,
        )
        .group_by(entry.loan_id)
        .subquery("money")
    )


def _sum(chosen: ColumnElement[bool]) -> ColumnElement[int]:
    return func.sum(case((chosen, PostingRow.amount), else_=0))


def _released(day: date) -> Subquery:
    """For each loan, the interest that a settlement has let fall by a day."""
    entry = JournalEntryRow
    return (
        select(entry.loan_id, func.sum(entry.released).label("amount"))
        .where(entry.kind == EntryKind.SETTLEMENT, entry.value_on <= day)
        .group_by(entry.loan_id)
        .subquery("fallen")
    )


def _written_off(day: date) -> Subquery:
    """For each loan, the principal that left the books by the regency's decree by a day."""
    entry, part = JournalEntryRow, PostingRow
    return (
        select(entry.loan_id, func.sum(part.amount).label("amount"))
        .join(part, part.entry_id == entry.id)
        .where(entry.kind == EntryKind.WRITE_OFF, part.account == Account.CAPITAL, entry.value_on <= day)
        .group_by(entry.loan_id)
        .subquery("gone")
    )


def _plan(money: Subquery, fallen: Subquery, day: date) -> Subquery:
    """For each loan, what is left of its plan, how many instalments are wholly paid, and what is behind."""
    row = InstalmentRow
    up_to_here = func.sum(row.principal + row.interest).over(partition_by=row.loan_id, order_by=row.number)
    rows = select(row.loan_id, row.due_on, row.principal, row.interest, up_to_here.label("up_to")).subquery()
    covered = func.coalesce(money.c.paid, 0) + func.coalesce(fallen.c.amount, 0)
    # Interest before principal: what of this instalment is paid takes its interest off first.
    whole = rows.c.principal + rows.c.interest
    here = covered - (rows.c.up_to - whole)
    paid_here = case((here > 0, here), else_=0)
    interest_left = case((paid_here >= rows.c.interest, 0), else_=rows.c.interest - paid_here)
    behind = and_(rows.c.due_on < day, rows.c.up_to > covered)
    return (
        select(
            rows.c.loan_id,
            (func.max(rows.c.up_to) - func.max(covered)).label("left"),
            func.sum(case((rows.c.up_to <= covered, 1), else_=0)).label("wholly"),
            func.min(case((behind, rows.c.due_on))).label("since"),
            func.sum(case((behind, whole - paid_here), else_=0)).label("behind"),
            func.sum(case((behind, interest_left), else_=0)).label("behind_interest"),
        )
        .outerjoin(money, money.c.loan_id == rows.c.loan_id)
        .outerjoin(fallen, fallen.c.loan_id == rows.c.loan_id)
        .group_by(rows.c.loan_id)
        .subquery("plan")
    )


def _read(row: Row[*tuple[Any, ...]], day: date) -> LoanAtEnd:
    behind, of_interest = int(row.behind), int(row.behind_interest)
    return LoanAtEnd(
        application_id=row.id,
        number=row.number,
        name=row.name,
        kind=ApplicantKind(row.kind),
        district_code=row.district_code,
        disbursed_on=row.disbursed_on,
        principal=int(row.lent),
        owed=row.principal - int(row.principal_paid) - int(row.written_off),
        left=int(row.left),
        principal_in=int(row.principal_in),
        interest_in=int(row.interest_in),
        surcharge_in=int(row.surcharge_in),
        from_bank=int(row.from_bank),
        arrears_principal=behind - of_interest,
        arrears_interest=of_interest,
        since=row.since,
        months=0 if row.since is None else _gone(row, day) - int(row.wholly),
    )


def _gone(row: Row[*tuple[Any, ...]], day: date) -> int:
    return due_days_gone(row.due_from or row.disbursed_on, row.own_day or row.disbursed_on.day, day)
