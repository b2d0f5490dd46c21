"""How many loans ran and were behind at the end of some months, from the kept months of lending."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from db.tables import LendingMonthRow


def loans_at_ends(session: Session, ends: Sequence[date]) -> tuple[tuple[int, int], ...]:
    """Loans that ran and loans that were behind at each last day of a month, oldest first."""
    table = LendingMonthRow
    query = select(table.month, func.sum(table.running), func.sum(table.loans_behind))
    query = query.where(table.month <= ends[-1]).group_by(table.month)
    moved = [(month, int(running), int(behind)) for month, running, behind in session.execute(query)]
    return tuple(
        (
            sum(running for month, running, _ in moved if month <= end),
            sum(behind for month, _, behind in moved if month <= end),
        )
        for end in ends
    )
