"""Brings everything that a SQLite file of the product holds into an empty PostgreSQL database, by COPY."""

import sqlite3
from typing import Any, Final

import psycopg
from sqlalchemy import Engine, Table

from db.opening import open_demo
from db.tables import Base

_ROWS_AT_ONCE: Final = 10_000


def bring(file: str, url: str) -> None:
    """Fill the database at a URL; its tables are made, and filled without their triggers and keys."""
    database = open_demo(url)
    with sqlite3.connect(file) as source:
        _fill(source, database.engine)
    database.close()


def _fill(source: sqlite3.Connection, engine: Engine) -> None:
    with engine.connect() as connection:
        target: psycopg.Connection[Any] = connection.connection.driver_connection
        target.execute("SET LOCAL session_replication_role = replica")
        tables = Base.metadata.sorted_tables
        target.execute(f"TRUNCATE {', '.join(_quoted(table.name) for table in tables)}".encode())
        indexes = _indexes_away(target)
        for table in tables:
            _copy(source, target, table)
        for remade in indexes:
            target.execute(remade.encode())
        target.commit()
    with engine.connect() as connection:
        connection.connection.driver_connection.autocommit = True
        connection.connection.driver_connection.execute("VACUUM ANALYZE")


def _copy(source: sqlite3.Connection, target: "psycopg.Connection[Any]", table: Table) -> None:
    names = ", ".join(_quoted(column.name) for column in table.columns)
    rows = source.execute(f"SELECT {names} FROM {_quoted(table.name)}")
    with target.cursor() as cursor:
        with cursor.copy(f"COPY {_quoted(table.name)} ({names}) FROM STDIN".encode()) as copy:
            while some := rows.fetchmany(_ROWS_AT_ONCE):
                for row in some:
                    copy.write_row(row)
        for column in table.columns:
            if column is table.autoincrement_column:
                last = f"(SELECT coalesce(max({_quoted(column.name)}), 0) + 1 FROM {_quoted(table.name)})"
                own = f"pg_get_serial_sequence('{_quoted(table.name)}', '{column.name}')"
                cursor.execute(f"SELECT setval({own}, {last}, false) WHERE {own} IS NOT NULL".encode())


def _indexes_away(target: "psycopg.Connection[Any]") -> list[str]:
    """Drop every index that no constraint needs; give what makes them anew."""
    found = target.execute(
        "SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = 'public' "
        "AND indexname NOT IN (SELECT conname FROM pg_constraint)"
    ).fetchall()
    for name, _ in found:
        target.execute(f"DROP INDEX {_quoted(name)}".encode())
    return [definition for _, definition in found]


def _quoted(name: str) -> str:
    return f'"{name}"'
