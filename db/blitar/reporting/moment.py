"""One moment of the store for all numbers of a report, which many queries make one after the other."""

from typing import Final

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.tables import (
    ClientRow,
    FollowUpRow,
    HandoverLineRow,
    HandoverRow,
    IndicatorReadingRow,
    StaffRow,
    UpgradeProposalRow,
    VisitPartRow,
    VisitRow,
    VisitTaskRow,
)

# Everything that the numbers read, roughly in the order in which the verbs write: binaan come last, because
# each verb works out a binaan's stage at its end, and so nobody waits in a circle.
_READ: Final = (
    StaffRow,
    VisitRow,
    VisitTaskRow,
    VisitPartRow,
    FollowUpRow,
    IndicatorReadingRow,
    UpgradeProposalRow,
    HandoverRow,
    HandoverLineRow,
    ClientRow,
)


def hold_moment(session: Session) -> None:
    """Let no other writer change what a report counts until this transaction ends.

    To be called before anything that is counted is written. On SQLite a writing transaction is alone
    anyway; on PostgreSQL whoever writes waits, and whoever reads does not.
    """
    if session.get_bind().dialect.name == "postgresql":
        names = ", ".join(row.__tablename__ for row in _READ)
        session.execute(text(f"LOCK TABLE {names} IN SHARE MODE"))
