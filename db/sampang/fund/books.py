"""The books for screens: what every account stands at, and what each month moved."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import ColumnElement, case, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.fund.ledger import balances
from db.tables import AccountMonthRow
from domain.roles import Person
from domain.sampang.fund.accounts import Account
from domain.sampang.fund.months import MonthEnd, Moved, month_ends
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission


def account_balances(session: Session, actor: Person) -> Mapping[Account, int]:
    """The balance of every account in rupiah, debit positive; together they are zero."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    return balances(session)


def fund_months(session: Session, actor: Person, until: date) -> tuple[MonthEnd, ...]:
    """Cash and lent principal at the end of each month since the first booking."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    return months_until(session, until)


def months_until(session: Session, until: date) -> tuple[MonthEnd, ...]:
    """The same for the verbs, which have asked who may."""
    table = AccountMonthRow
    query = (
        select(table.month, _sum_of(Account.FUND_CASH), _sum_of(Account.LOANS))
        .where(table.account.in_((Account.FUND_CASH, Account.LOANS)))
        .group_by(table.month)
    )
    moved = {month: Moved(int(cash), int(lent)) for month, cash, lent in session.execute(query)}
    return month_ends(moved, until)


def _sum_of(account: Account) -> ColumnElement[int]:
    return func.sum(case((AccountMonthRow.account == account, AccountMonthRow.amount), else_=0))
