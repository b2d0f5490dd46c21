"""Which rows are chained, under which numbers, and what exactly is bound of each."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from types import MappingProxyType
from typing import Any, Final, cast

from sqlalchemy import Column, ColumnElement, Row, Select, Table, select
from sqlalchemy.orm import Session

from db.bulk import pieces
from db.chain.bound_columns import FIRST
from db.noted_rows import KEYS, Key
from db.tables import (
    AuditRow,
    Base,
    ErasedRunRow,
    ErasureLineRow,
    ErasureListRow,
    ErasureRow,
    InstallationRow,
    IssuedPaperRow,
    JournalEntryRow,
    MentoringPaperRow,
    MonthlyReportRow,
    PostingRow,
    ReceiptRow,
)

Instead = Mapping[Key, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class KeptTable:
    """A table whose rows are chained.

    `parts` are rows of another table that belong to them by their number, and `once` tells of a row that is
    bound only from some moment on.
    """

    table: Table
    parts: tuple[Table, str] | None = None
    once: Callable[[], ColumnElement[bool]] | None = None

    @property
    def name(self) -> str:
        """The name of the table."""
        return self.table.name

    @property
    def key(self) -> tuple[str, ...]:
        """What numbers its rows."""
        return KEYS[self.name]

    @property
    def numbers(self) -> tuple[ColumnElement[int], ...]:
        """The columns that number its rows."""
        return tuple(self.table.c[name] for name in self.key)

    def bound_now(self, *what: ColumnElement[Any]) -> Select[Any]:
        """A query for something of the rows that must be bound by now."""
        query = select(*what).select_from(self.table)
        return query if self.once is None else query.where(self.once())

    def key_of(self, row: object) -> Key:
        """The number of a row."""
        return tuple(getattr(row, name) for name in self.key)


def _table(row: type[Base]) -> Table:
    return cast(Table, row.__table__)


KEPT: Final[Mapping[str, KeptTable]] = {
    one.name: one
    for one in (
        KeptTable(_table(InstallationRow)),
        KeptTable(_table(AuditRow)),
        KeptTable(_table(JournalEntryRow), parts=(_table(PostingRow), "entry_id")),
        KeptTable(_table(ReceiptRow)),
        KeptTable(_table(IssuedPaperRow)),
        KeptTable(_table(MentoringPaperRow)),
        KeptTable(_table(MonthlyReportRow), once=lambda: MonthlyReportRow.sent_at.is_not(None)),
        KeptTable(
            _table(ErasureListRow),
            parts=(_table(ErasureLineRow), "list_id"),
            once=lambda: ErasureListRow.approved_at.is_not(None),
        ),
        KeptTable(_table(ErasureRow)),
        KeptTable(_table(ErasedRunRow)),
    )
}


def contents(
    session: Session, kept: KeptTable, keys: Sequence[Key], instead: Instead = MappingProxyType({})
) -> Iterator[tuple[Key, str]]:
    """Each row of these numbers that is there, in their order, with all that is bound of it.

    `instead` gives values of some rows by column that stand for those that are there.
    """
    for some in pieces(sorted(keys)):
        parts = _parts(session, kept, [key[0] for key in some])
        wanted = set(some)
        for row in session.execute(_rows(kept, some)):
            key = kept.key_of(row)
            if key in wanted:
                told = [kept.name, *_told(kept.table, row, instead.get(key)), *parts.get(key[0], ())]
                yield key, json.dumps(told, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def _rows(kept: KeptTable, keys: Sequence[Key]) -> Select[Any]:
    first, numbers = kept.numbers[0], [key[0] for key in keys]
    query = select(*_bound(kept.table)).order_by(*kept.numbers)
    if len(numbers) > 1 and numbers[-1] - numbers[0] == len(numbers) - 1:
        return query.where(first.between(numbers[0], numbers[-1]))
    return query.where(first.in_(sorted(set(numbers))))


def _parts(session: Session, kept: KeptTable, numbers: Sequence[int]) -> Mapping[int, list[Any]]:
    if kept.parts is None:
        return {}
    table, column = kept.parts
    found: dict[int, list[Any]] = {}
    query = select(*_bound(table)).where(table.c[column].in_(numbers)).order_by(*table.primary_key.columns)
    for row in session.execute(query):
        found.setdefault(getattr(row, column), []).append(_told(table, row))
    return found


def _bound(table: Table) -> list[Column[Any]]:
    """All columns, those of the first links in their order, then those that came later."""
    first = FIRST[table.name]
    return [table.c[name] for name in first] + [one for one in table.c if one.name not in first]


def _told(table: Table, row: Row[Any], instead: Mapping[str, Any] | None = None) -> list[Any]:
    """What is bound of a row; a column that came later only where it is not empty, no, or nought."""
    count, names = len(FIRST[table.name]), [one.name for one in _bound(table)]
    values: Sequence[Any] = row
    if instead:
        values = [instead.get(name, value) for name, value in zip(names, row, strict=True)]
    more = {name: _plain(value) for name, value in zip(names[count:], values[count:], strict=True) if value}
    return [*map(_plain, values[:count]), *([more] if more else [])]


def _plain(value: Any) -> Any:
    if isinstance(value, bytes):
        return sha256(value).hexdigest()
    return value.isoformat() if isinstance(value, date) else value


def told_runs(keys: Iterable[Key]) -> list[Any]:
    """Numbers as a link keeps them: runs of single numbers, and pairs as they are."""
    runs: list[Any] = []
    for key in sorted(keys):
        if len(key) > 1:
            runs.append(list(key))
        elif runs and runs[-1][1] == key[0] - 1:
            runs[-1][1] = key[0]
        else:
            runs.append([key[0], key[0]])
    return runs


def keys_told(kept: KeptTable, runs: Iterable[Sequence[int]]) -> list[Key]:
    """The numbers that `told_runs` told."""
    if len(kept.key) > 1:
        return [tuple(one) for one in runs]
    return [(number,) for first, last in runs for number in range(first, last + 1)]
