"""What the map of Sampang shows of each kecamatan, counted and summed in SQL; no names."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session
from sqlalchemy.sql.selectable import Subquery

from db.access import authorise
from db.tables import ApplicationRow, InstalmentRow, JournalEntryRow, LoanRow, PostingRow
from domain.roles import Person
from domain.sampang.district_figures import DistrictFigures
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.origination.stages import Stage
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_INCOMING = (Account.FUND_CASH, Account.INTEREST_CASH)


def district_figures(session: Session, actor: Person, day: date) -> Mapping[str | None, DistrictFigures]:
    """The figures of each kecamatan that has any, by code; None holds those whose kecamatan is not known.

    An instalment is behind when its day lies before `day` and it is not fully paid by then.
    """
    authorise(session, actor, SAMPANG, SampangPermission.READ_SAMPANG_MAP)
    return figures_by_district(session, day)


def figures_by_district(session: Session, day: date) -> Mapping[str | None, DistrictFigures]:
    """The same for the verbs, which have asked who may; money and loans as of the end of a day."""
    stages: dict[str | None, dict[Stage, int]] = {}
    for code, status, count in session.execute(_applications()):
        stages.setdefault(code, {})[Stage(status)] = count
    lent = {row.district_code: row for row in session.execute(loans_by_district(day))}
    return {
        code: DistrictFigures(by_stage=by_stage)
        if code not in lent
        else DistrictFigures(
            by_stage=by_stage,
            loans=int(lent[code].running),
            settled=int(lent[code].settled),
            lent=int(lent[code].lent),
            owed=int(lent[code].owed),
            behind=int(lent[code].behind),
            loans_behind=int(lent[code].loans_behind),
        )
        for code, by_stage in stages.items()
    }


def _applications() -> Select[str | None, str, int]:
    return select(ApplicationRow.district_code, ApplicationRow.status, func.count()).group_by(
        ApplicationRow.district_code, ApplicationRow.status
    )


def loans_by_district(day: date) -> Select[str | None, int, int, int, int, int, int]:
    """Loans that were paid out by a day, what was owed and behind then, by kecamatan."""
    paid = _moved((EntryKind.PAYMENT, EntryKind.REVERSAL), _INCOMING, day)
    owed = _moved(tuple(EntryKind), (Account.LOANS,), day)
    due = _due(paid, day)
    return (
        select(
            ApplicationRow.district_code,
            func.sum(case((due.c.left > 0, 1), else_=0)).label("running"),
            func.sum(case((due.c.left > 0, 0), else_=1)).label("settled"),
            func.sum(LoanRow.principal).label("lent"),
            func.sum(func.coalesce(owed.c.amount, 0)).label("owed"),
            func.sum(due.c.behind).label("behind"),
            func.sum(case((due.c.behind > 0, 1), else_=0)).label("loans_behind"),
        )
        .select_from(LoanRow)
        .join(ApplicationRow, ApplicationRow.id == LoanRow.application_id)
        .join(due, due.c.loan_id == LoanRow.id)
        .outerjoin(owed, owed.c.loan_id == LoanRow.id)
        .where(LoanRow.disbursed_on <= day)
        .group_by(ApplicationRow.district_code)
    )


def _due(paid: Subquery, day: date) -> Subquery:
    """For each loan, what is left to pay and how many instalments are behind."""
    # Money is laid on the oldest instalment first, so one is fully paid when all up to it are.
    up_to_here = func.sum(InstalmentRow.principal + InstalmentRow.interest).over(
        partition_by=InstalmentRow.loan_id, order_by=InstalmentRow.number
    )
    rows = select(InstalmentRow.loan_id, InstalmentRow.due_on, up_to_here.label("up_to_here")).subquery()
    received = func.coalesce(paid.c.amount, 0)
    is_behind = (rows.c.due_on < day) & (rows.c.up_to_here > received)
    return (
        select(
            rows.c.loan_id,
            (func.max(rows.c.up_to_here) - func.max(received)).label("left"),
            func.sum(case((is_behind, 1), else_=0)).label("behind"),
        )
        .outerjoin(paid, paid.c.loan_id == rows.c.loan_id)
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
            JournalEntryRow.on <= until,
        )
        .group_by(JournalEntryRow.loan_id)
        .subquery()
    )
