"""Every row of the store as plain values, and all of them put into a new store at once."""

from base64 import b64decode, b64encode
from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any, Final

from sqlalchemy import Connection, Date, Dialect, LargeBinary, Table, delete, func, insert, select
from sqlalchemy.types import TypeEngine

from db.tables import Base, ChainLinkRow, InstallationRow, MarkerRow
from db.tables.base import Moment

AllRows = Mapping[str, Mapping[str, Sequence[Any]]]
"""By table and column the values of all rows, as JSON has them."""

# The chain is made of the rows where they are put, and not carried with them.
_APART: Final = (InstallationRow.__table__, MarkerRow.__table__, ChainLinkRow.__table__)
_TABLES: Final = [one for one in Base.metadata.sorted_tables if one not in _APART]


def read_all_rows(connection: Connection) -> AllRows:
    """Every row but the marks of the database itself, by the keys of the tables."""
    return {table.name: _columns(connection, table) for table in _TABLES}


def put_all_rows(connection: Connection, rows: AllRows) -> None:
    """Put rows into the tables of a new store, in the place of those that the migrations left there."""
    for table in reversed(_TABLES):
        if connection.execute(select(table).limit(1)).first():
            connection.execute(delete(table))
    for table in _TABLES:
        if any(rows[table.name].values()):
            _put(connection, table, rows[table.name])
            go_on_after(connection, table)


def _columns(connection: Connection, table: Table) -> Mapping[str, Sequence[Any]]:
    found = connection.execute(select(table).order_by(*table.primary_key.columns)).all()
    columns = zip(*found, strict=True) if found else [()] * len(table.columns)
    return {
        column.name: [_plain(value) for value in values]
        for column, values in zip(table.columns, columns, strict=True)
    }


def _put(connection: Connection, table: Table, columns: Mapping[str, Sequence[Any]]) -> None:
    # Column by column, and past the values of each statement, this takes half the time.
    statement = insert(table).compile(dialect=connection.dialect, column_keys=list(columns))
    names = statement.positiontup or list(columns)
    values = (_bound(table.c[name].type, columns[name], connection.dialect) for name in names)
    rows = list(zip(*values, strict=True))
    is_by_name = statement.positiontup is None
    told = [dict(zip(names, row, strict=True)) for row in rows] if is_by_name else rows
    connection.exec_driver_sql(str(statement), told)


def _bound(kind: TypeEngine[Any], values: Sequence[Any], dialect: Dialect) -> Sequence[Any]:
    bind = kind.dialect_impl(dialect).bind_processor(dialect)
    typed = _typed(kind, values)
    return typed if bind is None else [bind(value) for value in typed]


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return b64encode(value).decode()
    return value.isoformat() if isinstance(value, date) else value


def _typed(kind: TypeEngine[Any], values: Sequence[Any]) -> Sequence[Any]:
    if isinstance(kind, Moment):
        return [value and datetime.fromisoformat(value) for value in values]
    if isinstance(kind, Date):
        return [value and date.fromisoformat(value) for value in values]
    if isinstance(kind, LargeBinary):
        return [value and b64decode(value) for value in values]
    return values


def go_on_after(connection: Connection, table: Table) -> None:
    """Let a table go on numbering after its rows: a server counts apart from them, SQLite looks at them."""
    number = table.autoincrement_column
    if number is None or connection.dialect.name == "sqlite":
        return
    series = func.pg_get_serial_sequence(table.name, number.name)
    connection.execute(select(func.setval(series, select(func.max(number)).scalar_subquery())))
