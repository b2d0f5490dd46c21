"""What databases say when they are busy or out of reach, turned into refusals in one place."""

import logging
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from db.refusals import Refused, StoreBusy, StoreLost

_LOG: Final = logging.getLogger(__name__)

# lock_not_available, deadlock_detected, serialization_failure
_BUSY_STATES: Final = frozenset({"55P03", "40P01", "40001"})
_BUSY_CODES: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_LOST_CODES: Final = frozenset(
    {
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_IOERR,
        sqlite3.SQLITE_CORRUPT,
        sqlite3.SQLITE_FULL,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PROTOCOL,
        sqlite3.SQLITE_NOTADB,
    }
)


def say_faults(engine: Engine) -> None:
    """Let every statement and every connection of an engine raise StoreBusy or StoreLost for such a fault."""
    event.listen(engine, "handle_error", _say)


@contextmanager
def sqlite_faults_said() -> Iterator[None]:
    """Do the same for work with SQLite's own driver, beside any engine."""
    try:
        yield
    except sqlite3.Error as error:
        refusal = _of_sqlite(error)
        if refusal is None:
            raise
        raise refusal from error


def lost(why: str) -> StoreLost:
    """The refusal for a store that is out of reach, noted in the log by a reason that names no data."""
    _LOG.warning("the store is out of reach: %s", why)
    return StoreLost()


def _say(context: ExceptionContext) -> None:
    error = context.original_exception
    refusal = _of_sqlite(error) if isinstance(error, sqlite3.Error) else _of_server(error, context)
    if refusal is not None:
        raise refusal from error


def _of_sqlite(error: sqlite3.Error) -> Refused | None:
    extended: int = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF  # the lowest byte of the extended code is the kind
    if code in _BUSY_CODES:
        return StoreBusy()
    return lost(error.sqlite_errorname) if code in _LOST_CODES else None


def _of_server(error: BaseException, context: ExceptionContext) -> Refused | None:
    state = getattr(error, "sqlstate", None)
    if state in _BUSY_STATES:
        return StoreBusy()
    # What a server's driver calls operational lies outside the program: shut down, full, not answering.
    is_operational = isinstance(error, context.dialect.loaded_dbapi.OperationalError)
    return lost(f"{type(error).__name__} {state}") if context.is_disconnect or is_operational else None
