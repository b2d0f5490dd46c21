"""One engine for each database, and short sessions that are either for reading or for writing."""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import OperationalError
from sqlalchemy.orm import Session

from db.refusals import StoreBusy

_ROOT: Final = Path(__file__).resolve().parent.parent
DEFAULT_URL: Final = URL.create("sqlite", database=str(_ROOT / ".data" / "demo.sqlite3")).render_as_string()

_BUSY_MILLISECONDS: Final = 5_000
_RECYCLE_SECONDS: Final = 1_800
# lock_not_available, deadlock_detected, serialization_failure
_BUSY_STATES: Final = frozenset({"55P03", "40P01", "40001"})


@dataclass(frozen=True, slots=True, eq=False)
class Database:
    """An opened database; each process holds one for each URL and shares it between threads."""

    engine: Engine
    writer: Engine

    @classmethod
    def at(cls, url: str) -> "Database":
        """Reach the database at a URL, without looking into it yet; a SQLite file gets its folder."""
        address = _with_driver(make_url(url))
        is_sqlite = address.get_backend_name() == "sqlite"
        engine = _sqlite(address) if is_sqlite else _server(address)
        return cls(engine, engine.execution_options(write=True))

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that only reads; whatever it did is rolled back at the end."""
        with busy_said_plainly(), Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session for one transaction: all of it is committed, or after an error nothing."""
        with (
            busy_said_plainly(),
            Session(self.writer, expire_on_commit=False, info={"writes": True}) as session,
            session.begin(),
        ):
            yield session

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


def require_write(session: Session) -> None:
    """Raise RuntimeError in a session of `Database.read`, where a change would be lost silently."""
    if not session.info.get("writes"):
        raise RuntimeError("this verb changes the store: call it in a session of Database.write")


def _with_driver(address: URL) -> URL:
    if address.drivername in ("postgres", "postgresql"):
        return address.set(drivername="postgresql+psycopg")
    return address


def _server(address: URL) -> Engine:
    return create_engine(address, pool_pre_ping=True, pool_recycle=_RECYCLE_SECONDS)


def _sqlite(address: URL) -> Engine:
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    # The driver's own transactions begin late, and lose updates; ours begin in _begin.
    engine = create_engine(
        address,
        connect_args={"isolation_level": None, "timeout": _BUSY_MILLISECONDS / 1000},
    )
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    _use_write_ahead_log(connection)
    for setting in ("synchronous = NORMAL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    # The first connections to a new file get in each other's way here, and SQLite does not wait.
    until = time.monotonic() + _BUSY_MILLISECONDS / 1000
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError:
            if time.monotonic() > until:
                raise
            time.sleep(0.01)
        else:
            return


def _begin(connection: Connection) -> None:
    # A writer takes the lock at once: a reader that turns writer would be refused without waiting.
    is_writer = connection.get_execution_options().get("write")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")


@contextmanager
def busy_said_plainly() -> Iterator[None]:
    """Turn the databases' ways of saying "somebody else is writing" into StoreBusy."""
    try:
        yield
    except OperationalError as error:
        if _is_busy(error):
            raise StoreBusy from error
        raise


def _is_busy(error: OperationalError) -> bool:
    state = getattr(error.orig, "sqlstate", None)
    return state in _BUSY_STATES or "is locked" in str(error.orig)
