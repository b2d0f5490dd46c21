"""What screens show of a report before it is made: from kept months and small tables alone."""

from collections import Counter
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.bank_files.coverage import bank_data_until, covered_days
from db.sampang.fund.ledger import FUND
from db.sampang.fund.moved_by_month import moved_until
from db.sampang.lending_figures import lending_on
from db.sampang.origination.issued_papers import PaperKind
from db.tables import FundRow, IssuedPaperRow, RedListEntryRow
from domain.roles import Person
from domain.sampang.bank_file.bank_coverage import MonthDuty, duty_of
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.entries import OF_CLAIM, EntryKind
from domain.sampang.fund.interest_shares import SHARE_ACCOUNTS, holdings_of
from domain.sampang.fund.loan_course import NO_LENDING, Lending
from domain.sampang.programme import SAMPANG
from domain.sampang.reports.fund_at_end import FundAtEnd
from domain.sampang.reports.red_list_register import RedListSums
from domain.sampang.reports.report_shape import as_of
from domain.sampang.roles import SampangPermission


def opened_on(session: Session, actor: Person) -> date | None:
    """The day on which the fund was opened, from which there are months to report; None before."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND_REPORTS)
    return session.get_one(FundRow, FUND).opened_on


def bank_data(session: Session, actor: Person) -> date | None:
    """Up to which day the bank's data is in, for whoever reads reports."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND_REPORTS)
    return bank_data_until(session)


def bank_duty(session: Session, actor: Person, month: date, today: date) -> MonthDuty:
    """When the bank's file of a month was due, and when it came in."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND_REPORTS)
    return duty_of(covered_days(session), month, today)


def lending_of_month(session: Session, actor: Person, month: date, today: date) -> Lending:
    """All lending at a month's end, or today."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND_REPORTS)
    return sum(lending_on(session, as_of(month, today)).values(), NO_LENDING)


def fund_at_end(session: Session, actor: Person, month: date, today: date) -> FundAtEnd:
    """The fund at a month's end by the kept months; what was promised then is asked for the report alone."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    day = as_of(month, today)
    accounts: Counter[Account] = Counter()
    shares: Counter[tuple[Account, EntryKind]] = Counter()
    claims: Counter[tuple[Account, EntryKind]] = Counter()
    for (account, kind, _), amount in moved_until(session, tuple(Account), day).items():
        accounts[account] += amount
        if account in SHARE_ACCOUNTS:
            shares[account, kind] += amount
        if kind in OF_CLAIM:
            claims[account, kind] += amount
    return FundAtEnd(
        month=month,
        day=day,
        known_until=bank_data_until(session),
        accounts={account: accounts[account] for account in Account},
        holdings=holdings_of(shares),
        committed=None,
        written_off=-claims[Account.LOANS, EntryKind.WRITE_OFF],
        recovered=claims[Account.FUND_CASH, EntryKind.RECOVERY],
    )


def red_list_sums(session: Session, actor: Person, month: date, today: date) -> RedListSums:
    """How many stand on the red list at a month's end, and how many came on it and off it."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_REGISTERS)
    table, day = RedListEntryRow, as_of(month, today)
    standing = table.lifted_on.is_(None) | (table.lifted_on > day)
    query = select(
        func.count().filter(table.since <= day, standing),
        func.count().filter(table.since.between(month, day)),
        func.count().filter(table.lifted_on.between(month, day)),
    ).select_from(table)
    return RedListSums(*map(int, session.execute(query).one()))


def letters_of_month(session: Session, actor: Person, month: date, today: date) -> dict[str, int]:
    """How many papers of each kind went out in a month, by their labels."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_REGISTERS)
    table = IssuedPaperRow
    query = (
        select(table.kind, func.count())
        .where(table.dated_on.between(month, as_of(month, today)))
        .group_by(table.kind)
    )
    return {PaperKind(kind).label: int(count) for kind, count in session.execute(query)}
