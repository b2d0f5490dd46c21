"""Bringing the tables of a database up to date, also when two processes start at one moment.

Alembic is loaded only when there is something to do.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING, Final

from sqlalchemy import Connection, text

from db.engine import Database

if TYPE_CHECKING:
    from alembic.config import Config

_MIGRATIONS: Final = Path(__file__).resolve().parent / "migrations"
NEWEST: Final = max(file.name for file in _MIGRATIONS.glob("versions/[0-9]*.py")).partition("_")[0]
_LOCK: Final = 20_15_3_2023  # any number that only this product uses as a lock

_ALEMBIC: Final = Lock()  # Alembic keeps its state for the whole process


def bring_up_to_date(database: Database) -> None:
    """Run the migrations that the database has not had yet."""
    with exclusively(database) as connection:
        migrate(connection)


@contextmanager
def exclusively(database: Database) -> Iterator[Connection]:
    """Give a connection in one transaction that no second process can be in at the same time."""
    # On SQLite beginning to write is itself the lock.
    with database.writer.begin() as connection:
        if not database.is_sqlite:
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
        yield connection


def migrate(connection: Connection, revision: str = "head") -> None:
    """Run migrations within the transaction of a connection."""
    from alembic import command

    with _ALEMBIC:
        command.upgrade(configured(connection), revision)


def make_anew(connection: Connection) -> None:
    """Drop every table with what is in it, and make them again, empty."""
    from alembic import command

    with _ALEMBIC:
        command.downgrade(configured(connection), "base")
        command.upgrade(configured(connection), "head")


def configured(connection: Connection) -> "Config":
    """Alembic's configuration for one connection; there is no ini file."""
    from alembic.config import Config

    config = Config()
    # The configuration reads a percent sign as the start of a placeholder.
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
