"""The revolving fund for the leadership: numbers, what they are made of, stages, and who is waited for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Final

from sqlalchemy import func, select, type_coerce
from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.applications.counting import counted
from db.sampang.applications.list_filters import Filter
from db.sampang.district_figures import figures_by_district
from db.sampang.fund.books import months_until
from db.sampang.fund.ledger import position_of
from db.sampang.fund.moved_by_month import ByMonth, moved_until
from db.sampang.lending_figures import lending_on
from db.tables import ApplicationRow, FileCountRow
from db.tables.base import Moment
from domain.dates import JAKARTA
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import OfficePermission, Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import EntryKind
from domain.sampang.fund.interest_shares import OF_INTEREST
from domain.sampang.fund.loan_course import NO_LENDING, Lending
from domain.sampang.fund.months import MonthEnd
from domain.sampang.leadership import FundNumbers, FundParts
from domain.sampang.origination.stages import UNDECIDED, Stage
from domain.sampang.programme import SAMPANG

_ACCOUNTS: Final = (Account.FUND_CASH, Account.LOANS, Account.DUE_TO_REVENUE)
_PAID_OUT: Final = (Account.LOANS, (EntryKind.DISBURSEMENT,))
_REVENUE: Final = (Account.DUE_TO_REVENUE, OF_INTEREST)


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
    person = authorise(session, actor, SAMPANG, OfficePermission.READ_SUMMARY)
    last_month_end = day.replace(day=1) - timedelta(days=1)
    books, lending = moved_until(session, _ACCOUNTS, day), lending_on(session, day)
    before = lending_on(session, last_month_end)
    revenue = _in_year(books, day, *_REVENUE)
    return SampangSummary(
        now=_numbers(books, sum(lending.values(), NO_LENDING), day),
        before=_numbers(books, sum(before.values(), NO_LENDING), last_month_end),
        parts=FundParts(
            by_district=figures_by_district(session, lending),
            committed=position_of(session).committed,
            lent_by_month=_in_year(books, day, *_PAID_OUT),
            revenue_by_month={month: -amount for month, amount in revenue.items()},
        ),
        stages=_stages(session),
        verdicts=_verdicts(session, person, law_of(session, SAMPANG, day)),
        months=months_until(session, day),
    )


def _numbers(books: ByMonth, lending: Lending, day: date) -> FundNumbers:
    """The fund at the end of a day: the last one of the books, or a month's last."""
    return FundNumbers(
        day=day,
        running=lending.running,
        owed=_balance(books, Account.LOANS, day),
        loans_behind=lending.loans_behind,
        lent_in_year=sum(_in_year(books, day, *_PAID_OUT).values()),
        revenue_in_year=-sum(_in_year(books, day, *_REVENUE).values()),
        cash=_balance(books, Account.FUND_CASH, day),
    )


def _balance(books: ByMonth, account: Account, day: date) -> int:
    return sum(amount for (on, _, month), amount in books.items() if on is account and month <= day)


def _in_year(books: ByMonth, day: date, account: Account, kinds: tuple[EntryKind, ...]) -> Mapping[date, int]:
    """What each month of the year moved on an account, in signed rupiah; quiet months are left out."""
    found: Counter[date] = Counter()
    for (on, kind, month), amount in books.items():
        if on is account and kind in kinds and month.year == day.year and month <= day:
            found[month] += amount
    return found


def _stages(session: Session) -> tuple[AtStage, ...]:
    """The files by stage; a draft has no step and counts since it was entered."""
    row, table = ApplicationRow, FileCountRow
    counts = select(table.status, func.sum(table.files)).group_by(table.status)
    files = dict(session.execute(counts).tuples().all())
    first = [
        type_coerce(select(func.min(row.stage_since)).where(row.status == stage).scalar_subquery(), Moment())
        for stage in Stage
    ]
    moments = session.execute(select(*first)).one()
    return tuple(
        AtStage(stage, int(files[stage]), _day(moment))
        for stage, moment in zip(Stage, moments, strict=True)
        if files.get(stage) and moment is not None
    )


def _verdicts(session: Session, person: Person, law: LawInForce) -> Mapping[Verdict | None, int]:
    found: Counter[Verdict | None] = Counter()
    for _, verdict, files in counted(session, person, Filter(stages=UNDECIDED), law):
        found[verdict] += files
    return found


def _day(moment: datetime) -> date:
    return moment.astimezone(JAKARTA).date()
