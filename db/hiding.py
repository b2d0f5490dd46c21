"""A store that hides numbers of people opens with its key alone; a key is introduced or changed at once."""

import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import datetime
from typing import Any, Final, cast

from sqlalchemy import Connection, Table, bindparam, delete, insert, select, text, update
from sqlalchemy.orm import Session

from db.data_keys import KNOWN, DataKey, KeyMissing, WrongKey
from db.engine import Database
from db.tables import Base, DataKeyRow
from db.tables.hidden import HiddenJson, HiddenText, use_key

_MARK: Final = cast(Table, DataKeyRow.__table__)
_KEPT_FOR_EVER: Final = ("board_entry", "paper_to_sign")
_PIECE: Final = 2_000


def note_key(session: Session, key: DataKey, *, at: datetime) -> None:
    """Note under which key a new store hides, by a known word hidden under it."""
    session.execute(insert(_MARK), _mark_of(key, at))


def unlock(database: Database, key: str) -> bool:
    """Let a database hide and show under the key of its setting; False where it hides nothing.

    Raises KeyMissing, WrongKey or MistakenKey.
    """
    with database.engine.connect() as connection:
        mark = connection.execute(select(_MARK.c.number, _MARK.c.proof)).first()
    if mark is None:
        return False
    if not key:
        raise KeyMissing
    told = DataKey.of(key)
    if mark.number != told.number or told.show(mark.proof) != KNOWN:
        raise WrongKey
    use_key(database.engine.dialect, told)
    return True


def hides(database: Database) -> bool:
    """Whether a store hides numbers of people."""
    with database.engine.connect() as connection:
        return connection.scalar(select(_MARK.c.number)) is not None


def hidden_columns() -> Iterator[tuple[Table, list[str]]]:
    """Each table with numbers of people, and the columns in which they stand."""
    for table in Base.metadata.sorted_tables:
        names = [one.name for one in table.columns if isinstance(one.type, HiddenText | HiddenJson)]
        if names:
            yield table, names


def hide_all(database: Database, key: str, before: str, *, at: datetime) -> int:
    """Hide every number under a key, in one transaction; give how many rows were written.

    `before` is the key so far, blank where nothing was hidden. Nobody else may use the store meanwhile, and
    whoever had it open opens it anew. Raises what `unlock` raises.
    """
    told = DataKey.of(key)
    unlock(database, before)
    old = DataKey.of(before, "DATA_KEY_BEFORE") if before and hides(database) else None
    written, dialect = 0, database.engine.dialect
    try:
        with database.writer.begin() as connection:
            for table, names in hidden_columns():
                written += _hide(connection, table, names, old, told)
            use_key(dialect, None)
            connection.execute(delete(_MARK))
            connection.execute(insert(_MARK), _mark_of(told, at))
    except BaseException:
        use_key(dialect, old)
        raise
    use_key(dialect, told)
    if database.is_sqlite:
        drop_old_pages(str(database.engine.url.database))
    return written


def _mark_of(key: DataKey, at: datetime) -> dict[str, Any]:
    return {"id": 1, "number": key.number, "proof": key.hide(KNOWN), "since": at}


def drop_old_pages(file: str) -> None:
    """Let nothing of before stay in free pages of the file, or in the log beside it."""
    with closing(sqlite3.connect(file, isolation_level=None)) as connection:
        connection.execute("VACUUM")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def _hide(connection: Connection, table: Table, names: list[str], old: DataKey | None, new: DataKey) -> int:
    keys = [one.name for one in table.primary_key]
    use_key(connection.dialect, old)
    rows = [dict(row._mapping) for row in connection.execute(select(*(table.c[one] for one in keys + names)))]
    if not rows:
        return 0
    use_key(connection.dialect, new)
    here = [table.c[one] == bindparam(f"at_{one}") for one in keys]
    statement = update(table).where(*here).values({one: bindparam(f"new_{one}") for one in names})
    told: list[dict[str, Any]] = [
        {f"at_{one}": row[one] for one in keys} | {f"new_{one}": row[one] for one in names} for row in rows
    ]
    with _free(connection, table.name):
        for first in range(0, len(told), _PIECE):
            connection.execute(statement, told[first : first + _PIECE])
    return len(rows)


@contextmanager
def _free(connection: Connection, table: str) -> Iterator[None]:
    """Let rows that are kept for ever be written as they are, hidden, and keep them again at once."""
    with ExitStack() as stack:
        if table in _KEPT_FOR_EVER:
            # The tools of migrations, which no opening needs.
            from alembic.migration import MigrationContext
            from alembic.operations import Operations

            from db.migrations.append_only import lifted

            stack.enter_context(Operations.context(MigrationContext.configure(connection)))
            stack.enter_context(lifted(table))
        stack.enter_context(_loosened(connection, f"{table}_ends_update", table))
        yield


@contextmanager
def _loosened(connection: Connection, trigger: str, table: str) -> Iterator[None]:
    """Do the same for rows of which only the ending may be told."""
    if connection.dialect.name == "sqlite":
        written = "SELECT sql FROM sqlite_master WHERE type = 'trigger' AND name = :name"
        made, gone = connection.scalar(text(written), {"name": trigger}), f"DROP TRIGGER {trigger}"
    else:
        known = connection.scalar(text("SELECT 1 FROM pg_trigger WHERE tgname = :name"), {"name": trigger})
        made = known and f"ALTER TABLE {table} ENABLE TRIGGER {trigger}"
        gone = f"ALTER TABLE {table} DISABLE TRIGGER {trigger}"
    if made:
        connection.exec_driver_sql(gone)
    yield
    if made:
        connection.exec_driver_sql(made)
