"""Pressed buttons: each form carries a nonce, and one nonce changes the store only once."""

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from db.audit import Action
from db.engine import require_write
from db.limits import check_reason
from db.refusals import AlreadySent
from db.tables import SubmissionRow
from domain.roles import Person


@dataclass(frozen=True, slots=True)
class Done:
    """What an earlier press of the same button came to."""

    subject_id: int
    version: int


def claim(session: Session, person: Person, action: Action, nonce: str, at: datetime) -> Done | None:
    """Take a nonce for this transaction, or tell what came of it when it was taken before.

    While another transaction holds the nonce, this waits for its end. Raises AlreadySent when the
    nonce was used by someone else or by another button of the same form.
    """
    require_write(session)
    check_reason(nonce, "nonce")
    values = {"nonce": nonce, "action": action, "person_id": person.id, "at": at}
    if session.get_bind().dialect.name == "postgresql":
        taken = session.scalar(
            postgresql.insert(SubmissionRow)
            .values(values)
            .on_conflict_do_nothing()
            .returning(SubmissionRow.nonce)
        )
    else:
        taken = session.scalar(
            sqlite.insert(SubmissionRow)
            .values(values)
            .on_conflict_do_nothing()
            .returning(SubmissionRow.nonce)
        )
    return None if taken else _earlier(session, person, action, nonce)


def settle(session: Session, nonce: str, subject_id: int, version: int = 1) -> None:
    """Note what came of a nonce, for a second press of the button."""
    session.execute(
        update(SubmissionRow)
        .where(SubmissionRow.nonce == nonce)
        .values(subject_id=subject_id, subject_version=version)
    )


def _earlier(session: Session, person: Person, action: Action, nonce: str) -> Done:
    row = session.get_one(SubmissionRow, nonce, populate_existing=True)
    if (row.person_id, row.action) != (person.id, action):
        raise AlreadySent
    if row.subject_id is None or row.subject_version is None:
        raise ValueError("this nonce was taken in the same transaction, and nothing came of it")
    return Done(row.subject_id, row.subject_version)
