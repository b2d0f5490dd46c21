"""A register that lies in another database, named by the installation alone, and only ever read.

Its address and password stand in the settings of the server: no message and no error carries them.
"""

import sqlite3
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, NullPool, create_engine, inspect, table, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, NoSuchTableError, SQLAlchemyError
from sqlalchemy.sql.expression import TableClause, column
from sqlalchemy.types import TypeEngine

MOST_SECONDS: Final = 120
_MOST_COLUMNS: Final = 200


class ForeignRegisterError(Exception):
    """What cannot be done with the register, in a sentence for whoever asked."""

    @property
    def sentence(self) -> str:
        """What is the matter, and what to do."""
        return str(self.args[0])


UNREACHABLE: Final = (
    "Register ini sedang tidak dapat dibuka. Coba lagi nanti; bila tetap begitu, minta pengelola server "
    "memeriksa pengaturan STUDY_REGISTER."
)
TOO_LONG: Final = (
    f"Basis data register ini belum menjawab setelah {MOST_SECONDS} detik, jadi dihentikan. Coba lagi nanti, "
    "atau minta pengelolanya menyiapkan view yang lebih kecil."
)


@dataclass(frozen=True, slots=True)
class ForeignRegister:
    """The name by which people choose it, and where it lies."""

    name: str
    table: str
    url: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class ForeignColumns:
    """The columns of the register with their kinds, and the one that tells its rows apart, if it says so."""

    names: tuple[str, ...]
    kinds: tuple[TypeEngine[object], ...]
    primary: str | None

    def rows(self, register: ForeignRegister) -> TableClause:
        """The register as what a statement selects from."""
        *schema, name = register.table.split(".")
        columns = [column(one, kind) for one, kind in zip(self.names, self.kinds, strict=True)]
        return table(name, *columns, schema=schema[0] if schema else None)


def columns_of(register: ForeignRegister) -> ForeignColumns:
    """What the register says of its columns."""
    *schema, name = register.table.split(".")
    with reading(register) as connection:
        told = inspect(connection)
        columns = told.get_columns(name, schema=schema[0] if schema else None)[:_MOST_COLUMNS]
        primary = told.get_pk_constraint(name, schema=schema[0] if schema else None)["constrained_columns"]
    names = tuple(str(one["name"]) for one in columns)
    kinds = tuple(one["type"] for one in columns)
    return ForeignColumns(names, kinds, primary[0] if len(primary) == 1 else None)


@contextmanager
def reading(register: ForeignRegister) -> Iterator[Connection]:
    """A connection that can only read, within one state of the register, for so long at most."""
    try:
        engine = _engine(register)
        try:
            with engine.connect() as connection:
                _only_reading(connection)
                yield connection
        finally:
            engine.dispose()
    except NoSuchTableError:
        raise ForeignRegisterError(UNREACHABLE) from None
    except SQLAlchemyError as error:
        raise ForeignRegisterError(TOO_LONG if _ran_out(error) else UNREACHABLE) from None


def _engine(register: ForeignRegister) -> Engine:
    try:
        url = make_url(register.url)
        backend = url.get_backend_name()
    except ArgumentError:
        raise ForeignRegisterError(UNREACHABLE) from None
    if backend == "postgresql":
        url = url.set(drivername="postgresql+psycopg")
        engine = create_engine(url, poolclass=NullPool, connect_args={"connect_timeout": 10})
        return engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
    if backend == "sqlite" and url.database:
        path = url.database
        return create_engine("sqlite://", poolclass=NullPool, creator=lambda: _opened_file(path))
    raise ForeignRegisterError(UNREACHABLE)


def _opened_file(path: str) -> sqlite3.Connection:
    opened = sqlite3.connect(f"{Path(path).resolve().as_uri()}?mode=ro", uri=True, check_same_thread=False)
    until = time.monotonic() + MOST_SECONDS
    opened.set_progress_handler(lambda: int(time.monotonic() > until), 100_000)
    return opened


def _only_reading(connection: Connection) -> None:
    if connection.dialect.name == "sqlite":
        connection.execute(text("PRAGMA query_only = ON"))
        return
    connection.execute(text(f"SET LOCAL statement_timeout = '{MOST_SECONDS}s'"))
    connection.execute(text("SET LOCAL lock_timeout = '5s'"))


def _ran_out(error: SQLAlchemyError) -> bool:
    told = str(getattr(error, "orig", "")).casefold()
    return "statement timeout" in told or "interrupted" in told
