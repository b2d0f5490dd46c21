"""One engine for each database, and short sessions that are either for reading or for writing."""

from collections.abc import Callable, Hashable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from pathlib import Path
from typing import Final, TypeVar, cast

from sqlalchemy import Engine, create_engine
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.orm import Session

from db.faults import say_faults
from db.refusals import UnreadableAddress
from db.sqlite_file import sqlite_engine

_ROOT: Final = Path(__file__).resolve().parent.parent
DEFAULT_URL: Final = URL.create("sqlite", database=str(_ROOT / ".data" / "demo.sqlite3")).render_as_string()

_KNOWN: Final = "known"
Value = TypeVar("Value")
_RECYCLE_SECONDS: Final = 1_800
_TOGETHER: ContextVar[dict[int, Session] | None] = ContextVar("sessions that readings share", default=None)
_CONNECT_SECONDS: Final = 10  # a server that answers nothing would hold a screen for minutes


@dataclass(frozen=True, slots=True, eq=False)
class Database:
    """An opened database; each process holds one for each URL and shares it between threads.

    `reader` and `writer` are ways of using the connections of `engine`, on which both can be listened to.
    """

    engine: Engine
    reader: Engine
    writer: Engine

    @classmethod
    def at(cls, url: str, *, evidence_folder: Path | None = None) -> "Database":
        """Reach the database at a URL, without looking into it yet; a SQLite file gets its folder.

        Photos and scans are kept in `evidence_folder`, without one in the database itself.
        """
        address = _address(url)
        is_sqlite = address.get_backend_name() == "sqlite"
        engine = sqlite_engine(address) if is_sqlite else _server(address)
        say_faults(engine)
        engine = engine.execution_options(evidence_folder=evidence_folder)
        # What one session reads is of one moment: always in a SQLite file, on a server where it is asked for.
        reader = engine if is_sqlite else engine.execution_options(isolation_level="REPEATABLE READ")
        return cls(engine, reader, engine.execution_options(write=True))

    @property
    def is_sqlite(self) -> bool:
        """Whether the database is a SQLite file."""
        return self.engine.dialect.name == "sqlite"

    @contextmanager
    def read(self) -> Iterator[Session]:
        """Give a session that only reads; whatever it did is rolled back at the end.

        Within `reading_together` that end is the end of the whole, or the next change or error.
        """
        shared = _TOGETHER.get()
        if shared is None:
            with Session(self.reader, expire_on_commit=False) as session:
                yield session
            return
        session = shared.setdefault(id(self), Session(self.reader, expire_on_commit=False, info={_KNOWN: {}}))
        goes_on = False
        try:
            yield session
            goes_on = shared.get(id(self)) is session and not (
                session.new or session.dirty or session.deleted
            )
        finally:
            if not goes_on:
                self._read_anew()
                session.close()

    def _read_anew(self) -> None:
        shared = _TOGETHER.get()
        session = shared.pop(id(self), None) if shared else None
        if session is not None:
            session.close()

    @contextmanager
    def write(self) -> Iterator[Session]:
        """Give a session for one transaction: all of it is committed, or after an error nothing."""
        self._read_anew()  # what is read afterwards knows of it; and nobody waits with a reader's hold
        with (
            Session(self.writer, expire_on_commit=False, info={"writes": True}) as session,
            session.begin(),
        ):
            yield session

    def close(self) -> None:
        """Give back every connection."""
        self.engine.dispose()


@contextmanager
def reading_together() -> Iterator[None]:
    """Let what is read within be of one moment where the database can, and be asked for once.

    Each `Database.read` gives the same session, until something is written; for one run of a screen.
    """
    sessions: dict[int, Session] = {}
    token = _TOGETHER.set(sessions)
    try:
        yield
    finally:
        _TOGETHER.reset(token)
        for session in sessions.values():
            session.close()


def known_together(session: Session, what: Hashable, ask: Callable[[], Value]) -> Value:
    """What was asked for before in a session that readings share; otherwise it is asked for now."""
    known = session.info.get(_KNOWN)
    if known is None:
        return ask()
    if what not in known:
        known[what] = ask()
    return cast(Value, known[what])


def require_write(session: Session) -> None:
    """Raise RuntimeError in a session of `Database.read`, where a change would be lost silently."""
    if not session.info.get("writes"):
        raise RuntimeError("this verb changes the store: call it in a session of Database.write")


def sqlite_file_of(url: str) -> Path | None:
    """The file that a URL names; None for a server. Raises UnreadableAddress."""
    address = _address(url)
    return Path(address.database or "") if address.get_backend_name() == "sqlite" else None


def _address(url: str) -> URL:
    """The address with the driver that is installed; raises UnreadableAddress, without a word of the URL."""
    try:
        address = make_url(url)
    except (ArgumentError, ValueError):
        raise UnreadableAddress from None
    if address.drivername in ("postgres", "postgresql"):
        address = address.set(drivername="postgresql+psycopg")
    if address.drivername not in ("sqlite", "sqlite+pysqlite", "postgresql+psycopg"):
        raise UnreadableAddress
    return address


def _server(address: URL) -> Engine:
    if "connect_timeout" not in address.query:
        address = address.update_query_dict({"connect_timeout": str(_CONNECT_SECONDS)})
    return create_engine(address, pool_pre_ping=True, pool_recycle=_RECYCLE_SECONDS, hide_parameters=True)
