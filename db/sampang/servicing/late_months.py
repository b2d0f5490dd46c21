"""The loans that are behind by how many months, for the summary: only those behind are read."""

from collections.abc import Mapping
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.sampang.servicing.behind import months_behind
from db.tables import LoanProgressRow, LoanRow
from domain.sampang.servicing.ageing import AGES, Age, Sum


def behind_by_age(session: Session, day: date) -> Mapping[Age, Sum]:
    """The loans behind on a day and what is left of their principal, by age; the store has asked who may."""
    months, kept = months_behind(day), LoanProgressRow
    query = (
        select(months.label("months"), func.count(), func.sum(LoanRow.principal - kept.principal_paid))
        .select_from(kept)
        .join(LoanRow, LoanRow.id == kept.loan_id)
        .where(kept.next_due < day)
        .group_by("months")
    )
    found = dict.fromkeys((age for age in AGES if age.first), Sum())
    for late, loans, owed in session.execute(query):
        age = next(one for one in found if one.holds(max(int(late), 1)))
        found[age] += Sum(int(loans), int(owed))
    return found
