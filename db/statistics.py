"""What a database knows of its tables, by which it chooses the index of a query: kept near what is there.

SQLite counts nothing by itself, and without statistics takes a wrong index of a large table; PostgreSQL
counts by itself, but only some time after many rows came at once.
"""

from contextlib import suppress
from typing import Final

from sqlalchemy import Connection, func, inspect, select, text

from db.engine import Database
from db.refusals import StoreBusy
from db.tables import Base

MANY_ROWS: Final = 1_000
_LARGE: Final = ("client", "visit", "audit", "application", "loan", "journal_entry")
_GROWN: Final = 10  # times: so much may a table grow until it is counted anew
_SAMPLED: Final = 1_000  # rows of each index, so that counting takes no longer in a large database


def count_at_opening(database: Database) -> None:
    """Count the tables of a SQLite file that have grown much since they were counted; a server counts itself.

    Whoever writes meanwhile is not waited for: the next opening counts.
    """
    if not database.is_sqlite:
        return
    with database.engine.connect() as connection:
        if not _has_grown(connection):
            return
    with suppress(StoreBusy), database.writer.begin() as connection:
        count_rows(connection)


def count_if_grown(connection: Connection) -> None:
    """Count the tables when they have grown much, after many rows came at once in this transaction."""
    if _has_grown(connection):
        count_rows(connection)


def count_rows(connection: Connection) -> None:
    """Count the tables, within a transaction and never for long."""
    if connection.dialect.name == "sqlite":
        connection.execute(text(f"PRAGMA analysis_limit = {_SAMPLED}"))
    connection.execute(text("ANALYZE"))


def _has_grown(connection: Connection) -> bool:
    newest = [select(func.max(Base.metadata.tables[name].c.id)).scalar_subquery() for name in _LARGE]
    rows = dict(zip(_LARGE, connection.execute(select(*newest)).one(), strict=True))
    many = {name: count for name, count in rows.items() if (count or 0) > MANY_ROWS}
    if not many:
        return False
    known = _known(connection)
    return any(count > MANY_ROWS + _GROWN * max(known.get(name, 0), 0) for name, count in many.items())


def _known(connection: Connection) -> dict[str, int]:
    if connection.dialect.name == "postgresql":
        found = connection.execute(text("SELECT relname, reltuples FROM pg_class WHERE relkind = 'r'"))
        return {table: int(count) for table, count in found}
    if not inspect(connection).has_table("sqlite_stat1"):
        return {}
    found = connection.execute(text("SELECT tbl, stat FROM sqlite_stat1"))
    return {table: int(stat.split()[0]) for table, stat in found if stat}
