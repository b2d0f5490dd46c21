"""How many loans run and how many are paid back, from the kept months of lending."""

from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.tables import LendingMonthRow


@dataclass(frozen=True, slots=True)
class LoanCounts:
    """How many loans run, and how many are paid back."""

    running: int
    settled: int


def kept_loan_counts(session: Session) -> LoanCounts:
    """Both, for the lists, which have asked who may."""
    table = LendingMonthRow
    counted = select(func.coalesce(func.sum(table.running), 0), func.coalesce(func.sum(table.settled), 0))
    running, settled = session.execute(counted).one()
    return LoanCounts(int(running), int(settled))
