"""What databases say when they are busy or out of reach, turned into refusals in one place."""

import logging
import sqlite3
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Final

from sqlalchemy import Engine, event
from sqlalchemy.engine import ExceptionContext

from db.refusals import (
    Refused,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreLost,
    StoreReadOnly,
    StoreRestarting,
)

_LOG: Final = logging.getLogger(__name__)

# lock_not_available, deadlock_detected, serialization_failure
_BUSY_STATES: Final = frozenset({"55P03", "40P01", "40001"})
_BUSY_CODES: Final = frozenset({sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED})
_LOST_CODES: Final[Mapping[int, type[StoreLost]]] = {
    sqlite3.SQLITE_PERM: StoreReadOnly,
    sqlite3.SQLITE_READONLY: StoreReadOnly,
    sqlite3.SQLITE_IOERR: StoreLost,
    sqlite3.SQLITE_CORRUPT: StoreDamaged,
    sqlite3.SQLITE_FULL: StoreFull,
    sqlite3.SQLITE_CANTOPEN: StoreLost,
    sqlite3.SQLITE_PROTOCOL: StoreLost,
    sqlite3.SQLITE_NOTADB: StoreDamaged,
}
_LOST_STATES: Final[Mapping[str, type[StoreLost]]] = {
    "53100": StoreFull,  # disk_full
    "25006": StoreReadOnly,  # read_only_sql_transaction, as on a copy of the server
    "57P01": StoreRestarting,  # admin_shutdown
    "57P02": StoreRestarting,  # crash_shutdown
    "57P03": StoreRestarting,  # cannot_connect_now
    "58030": StoreLost,  # io_error
    "XX001": StoreDamaged,  # data_corrupted
    "XX002": StoreDamaged,  # index_corrupted
}


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


def lost(why: str, kind: type[StoreLost] = StoreLost) -> StoreLost:
    """The refusal for a store that is out of reach, noted in the log by a reason that names no data."""
    _LOG.warning("the store is out of reach: %s", why)
    return kind()


def _say(context: ExceptionContext) -> None:
    error = context.original_exception
    _keep_values_out(error, context)
    refusal = _of_sqlite(error) if isinstance(error, sqlite3.Error) else _of_server(error, context)
    if refusal is not None:
        raise refusal from error


def _of_sqlite(error: sqlite3.Error) -> Refused | None:
    extended: int = getattr(error, "sqlite_errorcode", 0)
    code = extended & 0xFF  # the lowest byte of the extended code is the kind
    if code in _BUSY_CODES:
        return StoreBusy()
    return lost(error.sqlite_errorname, _LOST_CODES[code]) if code in _LOST_CODES else None


def _of_server(error: BaseException, context: ExceptionContext) -> Refused | None:
    state = getattr(error, "sqlstate", None)
    if state in _BUSY_STATES:
        return StoreBusy()
    # What a server's driver calls operational lies outside the program: shut down, full, not answering.
    is_operational = isinstance(error, context.dialect.loaded_dbapi.OperationalError)
    if not (context.is_disconnect or is_operational or state in _LOST_STATES):
        return None
    return lost(f"{type(error).__name__} {state}", _LOST_STATES.get(state or "", StoreLost))


def _keep_values_out(error: BaseException, context: ExceptionContext) -> None:
    """Leave of what a server says the first sentence: details after it show the row, with name and NIK."""
    said = getattr(getattr(error, "diag", None), "message_primary", None)
    if said is None:
        return
    error.args = (said,)
    if context.sqlalchemy_exception is not None:
        context.sqlalchemy_exception.args = (f"({type(error).__name__}) {said}",)
