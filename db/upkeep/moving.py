"""A whole store moved from one kind of database to the other, row by row, and proved to be the same."""

import json
from collections import Counter
from collections.abc import Callable, Iterable
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, RowMapping, Table, delete, insert, select, text

from db.all_rows import go_on_after
from db.engine import Database
from db.schema import NEWEST, exclusively, migrate
from db.statistics import count_rows
from db.tables import Base
from db.upkeep.refused import NotCopied, not_the_same
from db.upkeep.stocktaking import (
    REVISION_TABLE,
    Stock,
    broken_chain,
    differences,
    is_empty_place,
    take_stock,
)

_AT_ONCE: Final = 1_000  # rows
_TABLES: Final = Base.metadata.sorted_tables


def _unheard(_table: str) -> None:
    """Nobody waits for the names."""


def move(from_url: str, to_url: str, told: Callable[[str], object] = _unheard) -> Stock:
    """Copy every row of a store into an empty database of either kind, all or nothing; raises NotCopied.

    `told` gets the name of each table that is done. The source is only read.
    """
    source, target = Database.at(from_url), Database.at(to_url)
    if source.is_sqlite and not _file(source).is_file():
        raise NotCopied(f"Berkas basis data {_file(source)} tidak ada.")
    is_made = False
    try:
        with source.engine.connect() as start:
            connection = (
                start if source.is_sqlite else start.execution_options(isolation_level="REPEATABLE READ")
            )
            _require_newest(connection)
            is_made = target.is_sqlite and not _file(target).exists()
            stock = _moved(connection, target, told)
    except BaseException:
        target.close()
        if is_made:
            for ending in ("", "-wal", "-shm"):
                Path(f"{_file(target)}{ending}").unlink(missing_ok=True)
        raise
    finally:
        source.close()
        target.close()
    return stock


def _moved(source: Connection, target: Database, told: Callable[[str], object]) -> Stock:
    with exclusively(target) as connection:
        if not is_empty_place(connection):
            raise NotCopied(
                "Tujuan sudah berisi tabel, jadi tidak ditimpa. Pakailah basis data baru yang kosong."
            )
        migrate(connection)
        _clear(connection)
        for table in _TABLES:
            _copy(source, connection, table)
            told(table.name)
        count_rows(connection)
        stock = take_stock(source)
        if found := differences(stock, take_stock(connection)):
            raise not_the_same("Salinan", found)
        if broken_chain(connection, NEWEST) != broken_chain(source, NEWEST):
            raise not_the_same("Salinan", ["rantai"])
    return stock


def _require_newest(connection: Connection) -> None:
    if not connection.dialect.has_table(connection, REVISION_TABLE):
        raise NotCopied("Basis data asal kosong atau milik aplikasi lain, jadi tidak ada yang dipindahkan.")
    revision = connection.scalar(text(f"SELECT version_num FROM {REVISION_TABLE}"))
    if revision != NEWEST:
        raise NotCopied(
            f"Basis data asal dari rilis lain (revisi {revision}; aplikasi ini {NEWEST}). Buka dahulu dengan "
            "aplikasi ini agar tabelnya diperbarui, atau pasang rilis yang sama."
        )


def _clear(connection: Connection) -> None:
    """Take away what the migrations put into the new tables."""
    for table in reversed(_TABLES):
        if connection.execute(select(table).limit(1)).first():
            connection.execute(delete(table))


def _copy(source: Connection, target: Connection, table: Table) -> None:
    query = select(table).order_by(*table.primary_key.columns).execution_options(yield_per=_AT_ONCE)
    read: Counter[str] = Counter()
    for rows in source.execute(query).mappings().partitions():
        _add(read, rows)
        target.execute(insert(table), [dict(row) for row in rows])
    there: Counter[str] = Counter()
    for rows in target.execute(query).mappings().partitions():
        _add(there, rows)
    if found := [name for name in ("baris", "isi") if read[name] != there[name]]:
        raise not_the_same(f"Tabel {table.name}", found)
    go_on_after(target, table)


def _add(found: Counter[str], rows: Iterable[RowMapping]) -> None:
    """Add up the rows, and a hash of what stands in each, in whichever order they come."""
    for row in rows:
        told = json.dumps(list(row.values()), default=_plain, sort_keys=True)
        found["isi"] += int.from_bytes(sha256(told.encode()).digest()[:16])
        found["baris"] += 1


def _plain(value: bytes | date) -> str:
    return value.hex() if isinstance(value, bytes) else value.isoformat()


def _file(database: Database) -> Path:
    return Path(database.engine.url.database or "")
