"""The reports themselves, each read at one moment when somebody asks for it; nothing here is for a rerun."""

from collections import Counter
from dataclasses import replace
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.bank_files.coverage import bank_data_until, covered_days
from db.sampang.fund.moved_by_month import moved_until
from db.sampang.reports.loans_at_end import loans_at_end
from db.sampang.reports.month_figures import fund_at_end
from db.tables import BankFileRow, BankRowRow, FileStepRow
from domain.programme import may
from domain.roles import Person
from domain.sampang.bank_file.bank_coverage import duty_of
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import OF_PAYING, EntryKind
from domain.sampang.origination.stages import COMMITTED
from domain.sampang.origination.steps import Step
from domain.sampang.programme import SAMPANG
from domain.sampang.reports.ageing_of_loans import AgeingAtEnd, ageing_of, late_of
from domain.sampang.reports.bank_month import BankMonth, OpenRows
from domain.sampang.reports.fund_at_end import FundAtEnd
from domain.sampang.reports.report_shape import as_of
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.quality import class_limits

_OPEN = tuple(kind for kind in RowKind if kind is not RowKind.DUPLICATE)


def bank_month(session: Session, actor: Person, month: date, today: date) -> BankMonth:
    """What came in for each loan in a month and where it stood at its end (VII.8)."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_LOANS)
    day = as_of(month, today)
    booked = _booked(session, month, day)
    return BankMonth(
        month=month,
        day=day,
        known_until=bank_data_until(session),
        loans=loans_at_end(session, month, day),
        duty=duty_of(covered_days(session), month, today),
        open_rows=_open_rows(session, month, day),
        booked=(booked[Account.LOANS], booked[Account.INTEREST_CASH]),
        recovered=booked[Account.FUND_CASH],
        limits=class_limits(law_of(session, SAMPANG, day)),
    )


def fund_of_month(session: Session, actor: Person, month: date, today: date) -> FundAtEnd:
    """The fund at a month's end, with what was promised then and not yet paid out."""
    found = fund_at_end(session, actor, month, today)
    return replace(found, committed=_committed_on(session, found.day))


def ageing_at_end(session: Session, actor: Person, month: date, today: date) -> AgeingAtEnd:
    """The ageing at a month's end; the loans one by one only for those who may read loans."""
    person = authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    day = as_of(month, today)
    loans = loans_at_end(session, month, day)
    found = ageing_of(loans, law_of(session, SAMPANG, day))
    late = late_of(loans, found.limits) if may(person, SampangPermission.READ_LOANS, SAMPANG) else None
    return AgeingAtEnd(month=month, day=day, known_until=bank_data_until(session), ageing=found, late=late)


def _open_rows(session: Session, month: date, day: date) -> OpenRows:
    """Rows of the month that are not in the books; one without a readable day counts in its file's months."""
    row, file = BankRowRow, BankFileRow
    by_file = row.on.is_(None) & (file.first <= day) & (file.last >= month)
    query = (
        select(func.count(), func.coalesce(func.sum(row.amount), 0))
        .join(file, file.id == row.file_id)
        .where(row.on.between(month, day) | by_file, row.state != RowState.POSTED, row.kind.in_(_OPEN))
    )
    rows, amount = session.execute(query).one()
    return OpenRows(int(rows or 0), int(amount or 0))


def _booked(session: Session, month: date, day: date) -> Counter[Account]:
    """What the journal took in within a month, by its own days: off the loans, interest, old claims."""
    moved: Counter[Account] = Counter()
    accounts = (Account.LOANS, Account.INTEREST_CASH, Account.FUND_CASH)
    for (account, kind, of), amount in moved_until(session, accounts, day).items():
        if of != month:
            continue
        if account is Account.FUND_CASH:
            moved[account] += amount if kind is EntryKind.RECOVERY else 0
        elif kind in (*OF_PAYING, EntryKind.SURCHARGE):
            moved[account] += -amount if account is Account.LOANS else amount
    return moved


def _committed_on(session: Session, day: date) -> int:
    """What files that stood approved, agreed or requested at the end of a day were granted, in rupiah."""
    step = FileStepRow
    newest = (
        select(step.application_id, func.max(step.seq).label("seq"))
        .where(step.on <= day)
        .group_by(step.application_id)
        .subquery()
    )
    standing = (
        select(step.application_id)
        .join(newest, (newest.c.application_id == step.application_id) & (newest.c.seq == step.seq))
        .where(step.to_stage.in_(COMMITTED))
    )
    granted = (
        select(step.application_id, step.body)
        .where(step.application_id.in_(standing), step.step == Step.APPROVE, step.on <= day)
        .order_by(step.application_id, step.seq)
    )
    # The newest approval of a file counts; an earlier one was taken back.
    return sum({file: int(body["amount"]) for file, body in session.execute(granted)}.values())
