"""The revolving fund for the leadership: numbers, what they are made of, stages, and who is waited for."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from sqlalchemy.orm import Session

from db.access import authorise
from db.office.practice import law_of
from db.sampang.applications.counting import counted
from db.sampang.applications.list_filters import Filter
from db.sampang.decisions import decisions_of
from db.sampang.district_figures import figures_by_district
from db.sampang.file_stages import AtStage, files_by_stage
from db.sampang.fund.books import months_until
from db.sampang.fund.ledger import position_of
from db.sampang.fund.lending_trend import loans_at_ends
from db.sampang.fund.moved_by_month import ByMonth, moved_until
from db.sampang.lending_figures import lending_on
from db.sampang.servicing.late_months import behind_by_age
from domain.dates import months_ends_before, months_up_to
from domain.due_decisions import Decision
from domain.headline import MONTHS_OF_TREND
from domain.regulation.assessment import Verdict
from domain.regulation.law_in_force import LawInForce
from domain.roles import OfficePermission, Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.cash_moved import CashMoved, cash_moved
from domain.sampang.fund.entries import OF_PAYING, EntryKind
from domain.sampang.fund.interest_shares import OF_INTEREST
from domain.sampang.fund.loan_course import NO_LENDING, Lending
from domain.sampang.fund.months import MonthEnd
from domain.sampang.leadership import Flow, FundNumbers, FundParts, FundTrends
from domain.sampang.origination.stages import UNDECIDED
from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.ageing import Age, Sum

_ACCOUNTS: Final = (Account.FUND_CASH, Account.LOANS, Account.DUE_TO_REVENUE)
_PAID_OUT: Final = (Account.LOANS, (EntryKind.DISBURSEMENT,))
_MONTHS_OF_FLOW: Final = 12
_REVENUE: Final = (Account.DUE_TO_REVENUE, OF_INTEREST)


@dataclass(frozen=True, slots=True)
class SampangSummary:
    """Everything that the leadership sees of the fund on a day; the verdicts are of undecided files."""

    now: FundNumbers
    before: FundNumbers
    parts: FundParts
    stages: tuple[AtStage, ...]
    decisions: tuple[Decision, ...]
    verdicts: Mapping[Verdict | None, int]
    months: tuple[MonthEnd, ...]
    trends: FundTrends
    flows: Mapping[date, Flow]
    late: Mapping[Age, Sum]


def sampang_summary(session: Session, actor: Person, day: date) -> SampangSummary:
    """The fund on a day, beside the end of the month before."""
    person = authorise(session, actor, SAMPANG, OfficePermission.READ_SUMMARY)
    last_month_end = day.replace(day=1) - timedelta(days=1)
    books, lending = moved_until(session, _ACCOUNTS, day), lending_on(session, day)
    before = lending_on(session, last_month_end)
    now = _numbers(books, sum(lending.values(), NO_LENDING), day)
    months, stages = months_until(session, day), files_by_stage(session)
    flows = _flows(books, day)
    revenue = _in_year(books, day, *_REVENUE)
    return SampangSummary(
        now=now,
        before=_numbers(books, sum(before.values(), NO_LENDING), last_month_end),
        parts=FundParts(
            by_district=figures_by_district(session, lending),
            cash=_cash_moved(books, day),
            committed=position_of(session).committed,
            lent_by_month=_in_year(books, day, *_PAID_OUT),
            revenue_by_month={month: -amount for month, amount in revenue.items()},
        ),
        stages=stages,
        decisions=decisions_of(session, person, day, stages),
        verdicts=_verdicts(session, person, law_of(session, SAMPANG, day)),
        months=months,
        trends=_trends(session, now, months, flows),
        flows=flows,
        late=behind_by_age(session, day),
    )


def _trends(
    session: Session, now: FundNumbers, months: tuple[MonthEnd, ...], flows: Mapping[date, Flow]
) -> FundTrends:
    ends = months_ends_before(now.day, MONTHS_OF_TREND - 1)
    loans = (*loans_at_ends(session, ends), (now.running, now.loans_behind))
    known = [one for one in months if one.month <= now.day][-MONTHS_OF_TREND:]
    lately = list(flows.values())[-MONTHS_OF_TREND:]
    return FundTrends(
        running=tuple(running for running, _ in loans),
        loans_behind=tuple(behind for _, behind in loans),
        owed=tuple(one.lent for one in known),
        cash=tuple(one.cash for one in known),
        lent=tuple(one.lent for one in lately),
        revenue=tuple(one.revenue for one in lately),
    )


def _flows(books: ByMonth, day: date) -> Mapping[date, Flow]:
    """What each of the last twelve months lent, got back and brought for PAD; quiet months too."""
    months = months_up_to(day, _MONTHS_OF_FLOW)
    moved = {month: [0, 0, 0] for month in months}
    for (account, kind, month), amount in books.items():
        if month in moved:
            own = moved[month]
            own[0] += amount if account is Account.LOANS and kind is EntryKind.DISBURSEMENT else 0
            own[1] -= amount if account is Account.LOANS and kind in OF_PAYING else 0
            own[2] -= amount if account is Account.DUE_TO_REVENUE and kind in OF_INTEREST else 0
    return {month: Flow(*amounts) for month, amounts in moved.items()}


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


def _cash_moved(books: ByMonth, day: date) -> CashMoved:
    """Of this month, or of the last one while nothing moved in this."""
    moved = {
        (kind, month): amount
        for (account, kind, month), amount in books.items()
        if account is Account.FUND_CASH
    }
    return cash_moved(moved, months_up_to(day, 2))


def _balance(books: ByMonth, account: Account, day: date) -> int:
    return sum(amount for (on, _, month), amount in books.items() if on is account and month <= day)


def _in_year(books: ByMonth, day: date, account: Account, kinds: tuple[EntryKind, ...]) -> Mapping[date, int]:
    """What each month of the year moved on an account, in signed rupiah; quiet months are left out."""
    found: Counter[date] = Counter()
    for (on, kind, month), amount in books.items():
        if on is account and kind in kinds and month.year == day.year and month <= day:
            found[month] += amount
    return found


def _verdicts(session: Session, person: Person, law: LawInForce) -> Mapping[Verdict | None, int]:
    found: Counter[Verdict | None] = Counter()
    for _, verdict, files in counted(session, person, Filter(stages=UNDECIDED), law):
        found[verdict] += files
    return found
