"""The fund over the coming months, from the kept principal of each due day; no plan of a loan is read."""

from datetime import date

from sqlalchemy import extract, func, select
from sqlalchemy.orm import Session

from db.access import authorise
from db.sampang.bank_files.coverage import bank_data_until
from db.sampang.fund.ledger import position_of
from db.tables import PrincipalDueRow, TakeoverProposalRow
from domain.roles import Person
from domain.sampang.fund.over_time import FundOverTime, Observed, observed_days
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission

_LEFT = PrincipalDueRow.due - PrincipalDueRow.paid - PrincipalDueRow.written_off


def fund_over_time(session: Session, actor: Person, day: date) -> FundOverTime:
    """What is free today, and what the plans of the running loans bring from today on."""
    authorise(session, actor, SAMPANG, SampangPermission.READ_FUND)
    position, coming, until = position_of(session), principal_coming(session, day), bank_data_until(session)
    return FundOverTime(
        day=day,
        cash=position.cash,
        committed=position.committed,
        overdue=position.lent - sum(coming.values()),
        coming=coming,
        observed=_observed(session, until, day),
        bank_data_until=until,
    )


def principal_coming(session: Session, day: date) -> dict[date, int]:
    """The principal that is due from a day on and not paid yet, by the first day of each month."""
    year, month = extract("year", PrincipalDueRow.due_on), extract("month", PrincipalDueRow.due_on)
    query = select(year, month, func.sum(_LEFT)).where(PrincipalDueRow.due_on >= day, _LEFT > 0)
    return {
        date(int(in_year), int(in_month), 1): int(left)
        for in_year, in_month, left in session.execute(query.group_by(year, month))
    }


def _observed(session: Session, until: date | None, day: date) -> Observed | None:
    took_over = select(func.max(TakeoverProposalRow.cut_off)).where(
        TakeoverProposalRow.approved_at.is_not(None)
    )
    days = observed_days(until, day, session.scalar(took_over))
    if days is None:
        return None
    table = PrincipalDueRow
    query = select(func.sum(table.due), func.sum(table.paid)).where(table.due_on.between(*days))
    due, paid = session.execute(query).one()
    return Observed(*days, int(due or 0), int(paid or 0))
