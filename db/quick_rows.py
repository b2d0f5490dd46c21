"""One statement for many rows, told to the driver column by column.

SQLAlchemy looks at every value of every row by its name; for a pile that takes longer than the inserting.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from sqlalchemy import BindParameter, Connection, Delete, Insert, Update
from sqlalchemy.sql.compiler import SQLCompiler

_FEW: Final = 100  # so many rows are sent sooner than the statement is written down
_Row = Mapping[str, Any]


def send_rows(connection: Connection, statement: Insert | Update | Delete, rows: Sequence[_Row]) -> None:
    """Carry a statement out for each row; the rows name the same values."""
    written = _written(connection, statement, rows[0]) if len(rows) >= _FEW else None
    if written is None:
        connection.execute(statement, rows)
        return
    every = written.positiontup if written.positional else dict.fromkeys(written.bind_names.values())
    names = [*(every or ())]
    values = zip(*_columns(written, names, rows), strict=True)
    if written.positional:
        connection.exec_driver_sql(str(written), [*values])
        return
    called = [written.escaped_bind_names.get(name, name) for name in names]
    connection.exec_driver_sql(str(written), [dict(zip(called, row, strict=True)) for row in values])


def _written(connection: Connection, statement: Insert | Update | Delete, row: _Row) -> SQLCompiler | None:
    """A statement as the driver takes it; None where more than the rows' own values goes in, or a list."""
    written = statement.compile(dialect=connection.dialect, column_keys=list(row))
    assert isinstance(written, SQLCompiler)
    added = written.insert_prefetch or written.update_prefetch or written.post_compile_params
    return None if added else written


def _columns(written: SQLCompiler, names: Sequence[str], rows: Sequence[_Row]) -> Iterator[Sequence[Any]]:
    """The values of each place of the statement, row by row, as the driver takes them."""
    for name in names:
        place: BindParameter[Any] = written.binds[name]
        ready = place.type.dialect_impl(written.dialect).bind_processor(written.dialect)
        own = name in rows[0]
        told = [row[name] for row in rows] if own else [place.effective_value] * len(rows)
        yield [ready(value) for value in told] if ready else told
