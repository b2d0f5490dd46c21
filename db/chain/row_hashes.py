"""What a row of any table hashes to: every column as it lies there, whatever key hides numbers of people."""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from sqlalchemy import JSON, Column, Row, Select, Table, Text, and_, or_, select, type_coerce
from sqlalchemy.orm import Session

from db.data_keys import changed_numbers
from db.tables.hidden import HiddenJson, HiddenText


def key_of_row(table: Table, row: Any) -> str:
    """The key of a row in one text: "12", or "12:3" of two columns."""
    return ":".join(str(getattr(row, one.name)) for one in table.primary_key.columns)


def row_hashes(session: Session, table: Table, keys: Sequence[str]) -> Mapping[str, str]:
    """The hashes of the rows with these keys that are there."""
    return {
        key_of_row(table, row): hash_of_row(table, row) for row in session.execute(rows_by_key(table, keys))
    }


def rows_by_key(table: Table, keys: Iterable[str]) -> Select[Any]:
    """A query for whole rows as they lie there."""
    columns = list(table.primary_key.columns)
    named = [[_typed(one, told) for one, told in zip(columns, key.split(":"), strict=True)] for key in keys]
    if len(columns) == 1:
        where: Any = columns[0].in_([one for (one,) in named])
    else:
        where = or_(*(and_(*(c == v for c, v in zip(columns, one, strict=True))) for one in named))
    return select(*(_as_it_lies(one) for one in table.columns)).where(where)


def hash_of_row(table: Table, row: Row[Any], instead: Mapping[str, Any] | None = None) -> str:
    """The hash of a row; `instead` gives values by column that stand for those that are there."""
    there = {**row._mapping, **(instead or {})}
    told = {one.name: _plain(one, there[one.name]) for one in table.columns}
    text = json.dumps([table.name, told], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _typed(column: Column[Any], told: str) -> Any:
    return int(told) if column.type.python_type is int else told


def _as_it_lies(column: Column[Any]) -> Any:
    if isinstance(column.type, HiddenJson):
        return type_coerce(column, JSON).label(column.name)
    return type_coerce(column, Text).label(column.name) if isinstance(column.type, HiddenText) else column


def _plain(column: Column[Any], value: Any) -> Any:
    """A value as JSON has it; of a hidden number only that there is one, since its key may be changed."""
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(column.type, HiddenText):
        return bool(value)
    return changed_numbers(value, _any_number) if isinstance(column.type, HiddenJson) else value


def _any_number(number: str) -> str:
    return "*" if number else ""
