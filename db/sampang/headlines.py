"""The revolving fund for the leadership: numbers, what they are made of, stages, and who is waited for."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from sqlalchemy import extract, func, select, type_coerce
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.applications.list_filters import verdict_by
from db.sampang.district_figures import figures_by_district, loans_by_district
from db.sampang.fund.books import months_until
from db.sampang.fund.ledger import position_of
from db.tables import ApplicationRow, FileStepRow, JournalEntryRow, LoanRow, PostingRow
from db.tables.base import Moment
from domain.dates import JAKARTA
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import OfficePermission, Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.months import MonthEnd
from domain.sampang.leadership import FundNumbers, FundParts
from domain.sampang.origination.stages import UNDECIDED, Stage
from domain.sampang.programme import SAMPANG


@dataclass(frozen=True, slots=True)
class AtStage:
    """How many files are at a stage, and since which day the oldest of them has been there."""

    stage: Stage
    files: int
    since: date


@dataclass(frozen=True, slots=True)
class SampangSummary:
    """Everything that the leadership sees of the fund on a day; the verdicts are of undecided files."""

    now: FundNumbers
    before: FundNumbers
    parts: FundParts
    stages: tuple[AtStage, ...]
    verdicts: Mapping[Verdict | None, int]
    months: tuple[MonthEnd, ...]


def sampang_summary(session: Session, actor: Person, day: date) -> SampangSummary:
    """The fund on a day, beside the end of the month before."""
    authorise(session, actor, SAMPANG, OfficePermission.READ_SUMMARY)
    last_month_end = day.replace(day=1) - timedelta(days=1)
    return SampangSummary(
        now=_numbers(session, day),
        before=_numbers(session, last_month_end),
        parts=FundParts(
            by_district=figures_by_district(session, day),
            committed=position_of(session).committed,
            lent_by_month=_by_month(session, day, Account.LOANS, (EntryKind.DISBURSEMENT,)),
            revenue_by_month={
                month: -amount
                for month, amount in _by_month(session, day, Account.DUE_TO_REVENUE, tuple(EntryKind)).items()
            },
        ),
        stages=_stages(session),
        verdicts=_verdicts(session, law_of(session, SAMPANG, day)),
        months=months_until(session, day),
    )


def _numbers(session: Session, day: date) -> FundNumbers:
    rows = session.execute(loans_by_district(day)).all()
    new_year = date(day.year, 1, 1)
    lent = select(func.coalesce(func.sum(LoanRow.principal), 0))
    return FundNumbers(
        day=day,
        running=sum(int(row.running) for row in rows),
        owed=_balance(session, Account.LOANS, day),
        loans_behind=sum(int(row.loans_behind) for row in rows),
        lent_in_year=int(session.scalar(lent.where(LoanRow.disbursed_on.between(new_year, day))) or 0),
        revenue_in_year=_balance(session, Account.DUE_TO_REVENUE, new_year - timedelta(days=1))
        - _balance(session, Account.DUE_TO_REVENUE, day),
        cash=_balance(session, Account.FUND_CASH, day),
    )


def _balance(session: Session, account: Account, day: date) -> int:
    query = (
        select(func.coalesce(func.sum(PostingRow.amount), 0))
        .join(JournalEntryRow, JournalEntryRow.id == PostingRow.entry_id)
        .where(PostingRow.account == account, JournalEntryRow.on <= day)
    )
    return int(session.scalar(query) or 0)


def _by_month(
    session: Session, day: date, account: Account, kinds: tuple[EntryKind, ...]
) -> Mapping[date, int]:
    """What each month of the year moved on an account, in signed rupiah; quiet months are left out."""
    month = extract("month", JournalEntryRow.on)
    query = (
        select(month, func.sum(PostingRow.amount))
        .join(PostingRow, PostingRow.entry_id == JournalEntryRow.id)
        .where(
            PostingRow.account == account,
            JournalEntryRow.kind.in_(kinds),
            JournalEntryRow.on.between(date(day.year, 1, 1), day),
        )
        .group_by(month)
    )
    return {date(day.year, int(number), 1): int(amount) for number, amount in session.execute(query)}


def _stages(session: Session) -> tuple[AtStage, ...]:
    """The files by stage; a draft has no step and counts since it was entered."""
    last = (
        select(FileStepRow.application_id, func.max(FileStepRow.at).label("at"))
        .group_by(FileStepRow.application_id)
        .subquery()
    )
    since = func.min(func.coalesce(last.c.at, ApplicationRow.entered_at))
    query = (
        select(ApplicationRow.status, func.count(), type_coerce(since, Moment()))
        .outerjoin(last, last.c.application_id == ApplicationRow.id)
        .group_by(ApplicationRow.status)
    )
    found = {Stage(status): (count, at) for status, count, at in session.execute(query)}
    return tuple(AtStage(stage, found[stage][0], _day(found[stage][1])) for stage in Stage if stage in found)


def _verdicts(session: Session, law: LawInForce) -> Mapping[Verdict | None, int]:
    told = select(verdict_by(law).label("verdict")).where(ApplicationRow.status.in_(UNDECIDED)).subquery()
    query = select(told.c.verdict, func.count()).group_by(told.c.verdict)
    return {None if name is None else Verdict(name): count for name, count in session.execute(query)}


def _day(moment: datetime) -> date:
    return moment.astimezone(JAKARTA).date()
