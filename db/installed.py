"""What a store is for: made-up people to try the program on, or real ones; chosen once and never changed.

The choice is one row. Its mark is worked out from the rest of it, and the chain binds it, so that a row which
is brought over from another store, or written past the program, is found to be none.
"""

from datetime import UTC, datetime
from enum import StrEnum
from hashlib import sha256
from typing import Any, Final
from uuid import uuid4

from sqlalchemy import Connection, Row, column, inspect, select, table, true
from sqlalchemy.orm import Session

from db.tables import InstallationRow, MarkerRow

_TABLE: Final = InstallationRow.__table__
_VERSIONS: Final = table("alembic_version", column("version_num"))
_BEFORE: Final = "demo"  # the key of the loose mark of releases before 0053


class StoreKind(StrEnum):
    """Whose data a store holds."""

    DEMO = "demo"
    REAL = "real"


def note_kind(session: Session, kind: StoreKind) -> None:
    """Write down what a new store is for; a second row is refused by the table itself."""
    identity, made_at = uuid4().hex, datetime.now(UTC)
    mark = _mark_of(identity, kind, made_at)
    session.add(InstallationRow(id=1, identity=identity, kind=kind, made_at=made_at, mark=mark))
    session.flush()


def kind_in(connection: Connection) -> StoreKind | None:
    """What a store of the newest tables is for; None where its row is missing or was altered."""
    return _kind_of(connection.execute(select(_TABLE)).first())


def revision_and_kind(connection: Connection) -> tuple[str, StoreKind | None] | None:
    """The revision of the tables, and what the store is for, by one statement; None where neither is told."""
    query = select(_VERSIONS, _TABLE).select_from(_VERSIONS.outerjoin(_TABLE, true()))
    row = connection.execute(query).first()
    return None if row is None else (row[0], _kind_of(row if row.id else None))


def kind_before(connection: Connection) -> StoreKind:
    """What a store of an earlier release is for: real unless its loose mark said demo."""
    if not inspect(connection).has_table(MarkerRow.__tablename__):
        return StoreKind.REAL
    names = {one["name"] for one in inspect(connection).get_columns(MarkerRow.__tablename__)}
    if not {"key", "value"} <= names:
        return StoreKind.REAL  # somebody else's table of the same name
    told = connection.scalar(select(MarkerRow.value).where(MarkerRow.key == _BEFORE))
    return StoreKind.DEMO if told == "yes" else StoreKind.REAL


def _kind_of(row: Row[Any] | None) -> StoreKind | None:
    if row is None or row.mark != _mark_of(row.identity, row.kind, row.made_at):
        return None
    return StoreKind(row.kind)


def _mark_of(identity: str, kind: str, made_at: datetime) -> str:
    told = (identity, kind, made_at.astimezone(UTC).isoformat(timespec="microseconds"))
    return sha256("\n".join(told).encode()).hexdigest()
