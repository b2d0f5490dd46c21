"""A backup put back into an empty place, and found equal to what it was when it was made."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ProgrammingError

from db.engine import Database
from db.schema import NEWEST
from db.upkeep.kept_backups import Backup, backup_at
from db.upkeep.refused import NotCopied, not_the_same
from db.upkeep.server_dump import restore_dump
from db.upkeep.sqlite_copy import looking_into, to_disk
from db.upkeep.stocktaking import broken_chain, differences, is_empty_place, take_stock


def restore(file: Path, url: str) -> Backup:
    """Put a backup where nothing is yet; raises NotCopied, and then a SQLite file is not made at all."""
    backup = backup_at(file)
    if backup.stock.revision > NEWEST:
        raise NotCopied(
            f"Cadangan ini dari rilis aplikasi yang lebih baru (revisi {backup.stock.revision}; aplikasi ini "
            f"{NEWEST}). Pasang dahulu rilis itu."
        )
    database = Database.at(url)
    try:
        if database.is_sqlite is not (backup.file.suffix == ".sqlite3"):
            raise NotCopied(
                "Cadangan dan tujuannya dua macam basis data. Pulihkan ke macam yang sama, lalu pindahkan "
                "dengan python -m scripts.move."
            )
        (_restore_file if database.is_sqlite else _restore_on_server)(backup, database)
    finally:
        database.close()
    return backup


def _restore_file(backup: Backup, database: Database) -> None:
    place = Path(database.engine.url.database or "")
    if any(place.with_name(place.name + ending).exists() for ending in ("", "-wal", "-journal")):
        raise NotCopied(f"{place} sudah ada, jadi tidak ditimpa. Pindahkan berkas itu (juga -wal) dahulu.")
    unfinished = place.with_name(f"{place.name}.{uuid4().hex}.part")
    try:
        shutil.copyfile(backup.file, unfinished)
        unfinished.chmod(0o600)
        with looking_into(unfinished) as connection:
            _require_same(backup, connection)
        to_disk(unfinished)
        os.replace(unfinished, place)
        to_disk(place.parent)
    finally:
        unfinished.unlink(missing_ok=True)


def _restore_on_server(backup: Backup, database: Database) -> None:
    with database.engine.connect() as connection:
        if not is_empty_place(connection):
            raise NotCopied(
                "Basis data tujuan sudah berisi tabel, jadi tidak ditimpa. Buat basis data baru yang kosong."
            )
        server = server_version(connection)
    restore_dump(database.engine.url, backup.file, server=server)
    with database.engine.connect() as connection:
        _require_same(backup, connection)


def _require_same(backup: Backup, connection: Connection) -> None:
    if found := differences(backup.stock, take_stock(connection)):
        raise not_the_same("Hasil pemulihan", found)
    if backup.is_whole and broken_chain(connection, backup.stock.revision) is not None:
        raise not_the_same("Hasil pemulihan", ["rantai"])


def server_version(connection: Connection) -> int:
    """The first number of a server's version."""
    return int(connection.scalar(text("SHOW server_version_num")) or 0) // 10_000


@contextmanager
def restored_for_trial(address: URL, file: Path, server: int) -> Iterator[Connection]:
    """A connection to a database of its own, into which a dump was restored; it is dropped again."""
    name = f"uji_cadangan_{uuid4().hex[:12]}"
    around = Database.at(address.render_as_string(hide_password=False))
    there = Database.at(address.set(database=name).render_as_string(hide_password=False))
    with around.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        try:
            connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0"))
        except ProgrammingError as error:
            raise NotCopied(
                "Pemulihan percobaan tidak dapat dilakukan: pengguna basis data ini tidak berhak membuat "
                "basis data (CREATEDB)."
            ) from error
        try:
            restore_dump(there.engine.url, file, server=server)
            with there.engine.connect() as restored:
                yield restored
        finally:
            there.close()
            connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
            around.close()
