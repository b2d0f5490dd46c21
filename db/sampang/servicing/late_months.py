"""The loans that are behind by how many months, for the summary: only those behind are read."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import BigInteger, ColumnElement, ScalarSelect, cast, func, select
from sqlalchemy.orm import Session

from db.sampang.servicing.behind import months_behind
from db.tables import LoanProgressRow, LoanRow
from domain.sampang.servicing.ageing import AGES, Age, Sum


def behind_by_age(session: Session, day: date) -> Mapping[Age, Sum]:
    """The loans behind on a day and what is left of their principal, by age; the store has asked who may."""
    kept = LoanProgressRow

    def of_loan(column: ColumnElement[int]) -> ScalarSelect[int]:
        # Looked up loan by loan: a join could read all loans there are, paid back ones too.
        return select(column).where(LoanRow.id == kept.loan_id).correlate(kept).scalar_subquery()

    principal = of_loan(cast(LoanRow.principal, BigInteger))
    months, owed = of_loan(months_behind(day)), principal - kept.principal_paid
    each = select(months.label("months"), owed.label("owed")).where(kept.next_due < day).subquery()
    query = select(each.c.months, func.count(), func.sum(each.c.owed)).group_by(each.c.months)
    found = dict.fromkeys((age for age in AGES if age.first), Sum())
    for late, loans, owed in session.execute(query):
        age = next(one for one in found if one.holds(max(int(late), 1)))
        found[age] += Sum(int(loans), int(owed))
    return found
