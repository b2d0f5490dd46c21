"""A SQLite file: its settings, how its transactions begin, whether it is still the one opened."""

import os
import sqlite3
import time
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL

from db.faults import lost
from db.refusals import StoreGone

BUSY_MILLISECONDS: Final = 5_000
_WRITING_KILOBYTES: Final = 32_000  # of pages that a writer holds at most; it takes what it touches

_Identity = tuple[int, int]


def sqlite_engine(address: URL) -> Engine:
    """Make the engine of a SQLite file; its folder is made too."""
    if address.database:
        Path(address.database).parent.mkdir(parents=True, exist_ok=True)
    # The driver's own transactions begin late, and lose updates; ours begin in _begin.
    engine = create_engine(
        address,
        connect_args={"isolation_level": None, "timeout": BUSY_MILLISECONDS / 1000},
        hide_parameters=True,
    )
    if address.database:
        _Place(address.database).watch(engine)
    event.listen(engine, "connect", _prepare)
    event.listen(engine, "begin", _begin)
    return engine


class _Place:
    """The place of the file, which somebody may remove or change for another while it is open.

    Open connections would go on with the removed file, and lose everything at the end of the process;
    a new connection would make an empty file in its place.
    """

    def __init__(self, file: str) -> None:
        self._file = file
        self._opened: _Identity | None = None

    def watch(self, engine: Engine) -> None:
        """Refuse connections and transactions while another file, or none, lies at the place."""
        event.listen(engine, "do_connect", self._before_connecting)
        event.listen(engine, "connect", self._connected)
        event.listen(engine, "begin", self._check)

    def _before_connecting(self, *_event: Any) -> None:
        if self._opened is not None:
            self._check()

    def _connected(self, *_event: Any) -> None:
        if self._opened is None:
            self._opened = self._lying_there()

    def _check(self, *_event: Any) -> None:
        if self._lying_there() != self._opened:
            raise lost("another file, or none, lies in the place of the one that was opened", StoreGone)

    def _lying_there(self) -> _Identity | None:
        try:
            seen = os.stat(self._file)
        except OSError:
            return None
        return seen.st_dev, seen.st_ino


def _prepare(connection: sqlite3.Connection, _record: object) -> None:
    _use_write_ahead_log(connection)
    for setting in ("synchronous = FULL", "foreign_keys = ON"):
        connection.execute(f"PRAGMA {setting}")


def _use_write_ahead_log(connection: sqlite3.Connection) -> None:
    # The first connections to a new file get in each other's way here, and SQLite does not wait.
    until = time.monotonic() + BUSY_MILLISECONDS / 1000
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
    if is_writer:
        _hold_more(connection)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if is_writer else "BEGIN")


def _hold_more(connection: Connection) -> None:
    # Of a pile SQLite would write out, and read again, the pages that its own two megabytes cannot hold.
    held = connection.connection.driver_connection
    assert isinstance(held, sqlite3.Connection)
    held.execute(f"PRAGMA cache_size = -{_WRITING_KILOBYTES}")
