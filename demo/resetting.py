"""The demo data as they were on the first day, for the next guest."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import text

from db.engine import Database
from db.faults import sqlite_faults_said
from db.opening import is_demo, mark
from db.schema import exclusively, make_anew
from demo.loading import load_demo
from domain.programme import Programme
from domain.programmes import PROGRAMMES


def reset_demo(
    database: Database, *, today: date, now: datetime, programmes: Sequence[Programme] = PROGRAMMES
) -> None:
    """Put the demo data back; whatever guests did is gone.

    A SQLite file gets them from a copy that was kept on the same day, all at once and in a moment; otherwise
    the tables are made and filled anew, and whoever looks meanwhile sees them empty. Raises RuntimeError
    for a database that is not marked as demo.
    """
    if not is_demo(database):
        raise RuntimeError("only a database that is marked as demo is put back")
    kept = _kept(database, today, programmes)
    if kept is not None and kept.exists():
        _copy(kept, _file(database))
        return
    _empty(database)
    load_demo(database, today=today, now=now, programmes=programmes)
    keep_demo(database, today=today, programmes=programmes)


def keep_demo(database: Database, *, today: date, programmes: Sequence[Programme] = PROGRAMMES) -> None:
    """Keep a copy of a SQLite file beside it, as it was loaded for a day, and drop older copies."""
    kept = _kept(database, today, programmes)
    if kept is None:
        return
    for older in kept.parent.glob(f"{_file(database).stem}.asli-*"):
        older.unlink()
    half = kept.with_suffix(".half")
    _copy(_file(database), half)
    half.replace(kept)  # never a copy that was cut short


def _file(database: Database) -> Path:
    return Path(database.engine.url.database or "")


def _kept(database: Database, today: date, programmes: Sequence[Programme]) -> Path | None:
    if not database.is_sqlite or not database.engine.url.database:
        return None
    file = _file(database)
    with database.engine.connect() as connection:
        revision = connection.scalar(text("SELECT version_num FROM alembic_version"))
    of = "-".join(programme.key for programme in programmes)
    return file.with_name(f"{file.stem}.asli-{today.isoformat()}-{revision}-{of}.sqlite3")


def _copy(source: Path, target: Path) -> None:
    # SQLite's own copying locks the target like any other writer, so readers see all or nothing.
    with (
        sqlite_faults_said(),
        closing(sqlite3.connect(source)) as full,
        closing(sqlite3.connect(target, timeout=5)) as wanted,
    ):
        full.backup(wanted)


def _empty(database: Database) -> None:
    with exclusively(database) as connection:
        make_anew(connection)
        mark(connection, is_demo=True)
