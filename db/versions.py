"""Rows that several people change: each saves over the version that was opened, or is told who was first."""

from datetime import datetime
from typing import Protocol

from sqlalchemy.orm import Session

from db.refusals import ChangedMeanwhile
from db.tables import PersonRow


class Versioned(Protocol):
    """A row with its version, and who changed it last."""

    version: int
    changed_by_id: int
    changed_at: datetime


def require_version(session: Session, row: Versioned, expected: int | None, what: str) -> None:
    """Raise ChangedMeanwhile when somebody changed a row after the writer had opened it."""
    if row.version != expected:
        raise changed_meanwhile(session, row, what)


def changed_meanwhile(session: Session, row: Versioned, what: str) -> ChangedMeanwhile:
    """The refusal that says who changed a row, and when."""
    return ChangedMeanwhile(what, session.get_one(PersonRow, row.changed_by_id).name, row.changed_at)
