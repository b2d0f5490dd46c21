"""Pressed buttons: each form carries a nonce, and one nonce changes the store only once."""

from dataclasses import dataclass
from datetime import datetime
from functools import cache
from importlib import import_module
from typing import Any, cast

from sqlalchemy import Table, bindparam, update
from sqlalchemy.orm import Session

from db.engine import require_write
from db.limits import check_key
from db.refusals import AlreadySent
from db.tables import SubmissionRow
from db.trail import Action
from domain.roles import Person

# Every change of the store runs these, so they are put together once and go past the object mapper.
_TABLE = cast(Table, SubmissionRow.__table__)
_SETTLE = (
    update(_TABLE)
    .where(_TABLE.c.nonce == bindparam("claimed"))
    .values(subject_id=bindparam("subject"), subject_version=bindparam("version"))
)


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
    check_key(nonce, "nonce")
    values = {"nonce": nonce, "action": action, "person_id": person.id, "at": at}
    taken = session.scalar(_claim(session.get_bind().dialect.name), values)
    return None if taken else _earlier(session, person, action, nonce)


def settle(session: Session, nonce: str, subject_id: int, version: int = 1) -> None:
    """Note what came of a nonce, for a second press of the button."""
    session.execute(_SETTLE, {"claimed": nonce, "subject": subject_id, "version": version})


@cache
def _claim(dialect: str) -> Any:
    insert = import_module(f"sqlalchemy.dialects.{dialect}").insert
    return insert(_TABLE).on_conflict_do_nothing().returning(_TABLE.c.nonce)


def _earlier(session: Session, person: Person, action: Action, nonce: str) -> Done:
    row = session.get_one(SubmissionRow, nonce, populate_existing=True)
    if (row.person_id, row.action) != (person.id, action):
        raise AlreadySent
    if row.subject_id is None or row.subject_version is None:
        raise ValueError("this nonce was taken in the same transaction, and nothing came of it")
    return Done(row.subject_id, row.subject_version)
