"""The demo data as they were on the first day, for the next guest."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import date, datetime
from pathlib import Path

from sqlalchemy import text
from sqlalchemy.orm import Session

from db.engine import Database
from db.faults import sqlite_faults_said
from db.installed import StoreKind, note_kind
from db.opening import is_demo
from db.schema import exclusively, make_anew
from demo.loading import fill_demo
from domain.programme import NotAllowed, Programme, may
from domain.programmes import PROGRAMMES
from domain.roles import OfficePermission, Person


def reset_demo(
    database: Database,
    actor: Person | None,
    *,
    today: date,
    now: datetime,
    programmes: Sequence[Programme] = PROGRAMMES,
) -> None:
    """Put the demo data back; whatever guests did is gone.

    A SQLite file gets them from a copy that was kept on the same day, in a moment; otherwise the tables are
    made and filled anew. Either way all at once: whoever looks meanwhile sees what was there, or waits.
    Nobody is the demo's host, before choosing a persona. Raises NotAllowed for a persona without the right,
    and RuntimeError for a database that is not a demo.
    """
    if not is_demo(database):
        raise RuntimeError("only a database that is a demo is put back")
    permission = OfficePermission.START_DEMO_OVER
    if actor is not None and not any(may(actor, permission, programme) for programme in programmes):
        raise NotAllowed(permission, programmes[0], actor)
    kept = _kept(database, today, programmes)
    if kept is not None and kept.exists():
        _copy(kept, _file(database))
        return
    with exclusively(database) as connection:
        make_anew(connection)
        with Session(
            connection,
            expire_on_commit=False,
            info={"writes": True},
            join_transaction_mode="create_savepoint",
        ) as session:
            note_kind(session, StoreKind.DEMO)
            fill_demo(session, today=today, now=now, programmes=programmes)
            session.commit()
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
