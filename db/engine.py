"""One engine for each database, and short sessions that are either for reading or for writing."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.orm import Session

from db.faults import say_faults
from db.sqlite_file import sqlite_engine

_ROOT: Final = Path(__file__).resolve().parent.parent
DEFAULT_URL: Final = URL.create("sqlite", database=str(_ROOT / ".data" / "demo.sqlite3")).render_as_string()

_RECYCLE_SECONDS: Final = 1_800
_CONNECT_SECONDS: Final = 10  # a server that answers nothing would hold a screen for minutes


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
        engine = sqlite_engine(address) if is_sqlite else _server(address)
        say_faults(engine)
        return cls(engine, engine.execution_options(write=True))

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that only reads; whatever it did is rolled back at the end."""
        with Session(self.engine, expire_on_commit=False) as session:
            yield session

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session for one transaction: all of it is committed, or after an error nothing."""
        with (
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
    if "connect_timeout" not in address.query:
        address = address.update_query_dict({"connect_timeout": str(_CONNECT_SECONDS)})
    return create_engine(address, pool_pre_ping=True, pool_recycle=_RECYCLE_SECONDS)
