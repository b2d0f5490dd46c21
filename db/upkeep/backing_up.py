"""A consistent copy of a store that is in use: verified by opening it, and only then given its name."""

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final
from uuid import uuid4

from sqlalchemy import Connection, text
from sqlalchemy.engine import URL

from db.engine import Database
from db.upkeep.kept_backups import PREFIX, Backup, backups_in, checksum_of
from db.upkeep.refused import NotCopied, not_the_same
from db.upkeep.restoring import restored_for_trial, server_version
from db.upkeep.server_dump import dump, look_into_dump
from db.upkeep.sqlite_copy import copy_while_in_use, looking_into, to_disk
from db.upkeep.stocktaking import REVISION_TABLE, Stock, broken_chain, differences, take_stock

_UNFINISHED: Final = ".part"
_GIVEN_UP: Final = timedelta(days=1)
_FILE: Final = 0o600  # names and NIK are in it


def back_up(url: str, folder: Path, *, at: datetime, on_trial: bool = False) -> Backup:
    """Copy a store into a folder that is there, under the moment as its name; raises NotCopied or StoreLost.

    `on_trial` also restores a server's copy into a database that is dropped again.
    """
    if not folder.is_dir():
        raise NotCopied(f"Folder cadangan {folder} tidak ada: buatlah dahulu, atau pasang disknya.")
    database = Database.at(url)
    shown = database.engine.url.render_as_string(hide_password=True)
    if (last := next(reversed(backups_in(folder)), None)) and last.database != shown:
        raise NotCopied(
            f"Folder {folder} berisi cadangan basis data lain ({last.database}). Pakailah folder lain."
        )
    _sweep(folder, at)
    unfinished = folder / f"{PREFIX}{uuid4().hex}{_UNFINISHED}"
    try:
        with _room_said(folder):
            stock, is_whole = _written(database, unfinished, on_trial=on_trial)
            return _named(unfinished, database, stock, is_whole=is_whole, at=at, shown=shown)
    finally:
        unfinished.unlink(missing_ok=True)
        database.close()


def _written(database: Database, file: Path, *, on_trial: bool) -> tuple[Stock, bool]:
    file.touch(_FILE)
    if not database.is_sqlite:
        return _dumped(database, file, on_trial=on_trial)
    source = Path(database.engine.url.database or "")
    if not source.is_file():
        raise NotCopied(f"Berkas basis data {source} tidak ada.")
    copy_while_in_use(source, file)
    with looking_into(file) as connection:
        return _seen(connection)


def _dumped(database: Database, file: Path, *, on_trial: bool) -> tuple[Stock, bool]:
    address = database.engine.url
    with database.engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection:
        server = server_version(connection)
        _require_store(connection)
        snapshot = connection.scalar(text("SELECT pg_export_snapshot()"))
        dump(address, file, snapshot=str(snapshot), server=server)
        stock, is_whole = _seen(connection)  # of the very moment that was dumped
    look_into_dump(address, file, server=server)
    if on_trial:
        _try(address, file, stock, server)
    return stock, is_whole


def _seen(connection: Connection) -> tuple[Stock, bool]:
    _require_store(connection)
    stock = take_stock(connection)
    return stock, broken_chain(connection, stock.revision) is None


def _require_store(connection: Connection) -> None:
    if not connection.dialect.has_table(connection, REVISION_TABLE):
        raise NotCopied("Basis data ini kosong atau milik aplikasi lain, jadi tidak ada yang dicadangkan.")


def _try(address: URL, file: Path, stock: Stock, server: int) -> None:
    with restored_for_trial(address, file, server) as connection:
        if found := differences(stock, take_stock(connection)):
            raise not_the_same("Hasil pemulihan percobaan", found)


def _named(
    unfinished: Path, database: Database, stock: Stock, *, is_whole: bool, at: datetime, shown: str
) -> Backup:
    ending = ".sqlite3" if database.is_sqlite else ".dump"
    file = unfinished.with_name(f"{PREFIX}{at:%Y%m%d-%H%M%S}{ending}")
    if file.exists():
        raise NotCopied(f"Cadangan {file.name} sudah ada. Ulangi perintah ini.")
    to_disk(unfinished)
    done = Backup(
        file=file, database=shown, at=at, sha256=checksum_of(unfinished), stock=stock, is_whole=is_whole
    )
    os.replace(unfinished, file)
    _write(done.checksum, f"{done.sha256}  {file.name}\n")
    _write(done.note, json.dumps(done.as_told(), indent=1))
    to_disk(file.parent)
    return done


def _write(place: Path, words: str) -> None:
    unfinished = place.with_name(place.name + _UNFINISHED)
    unfinished.touch(_FILE)
    unfinished.write_text(words)
    to_disk(unfinished)
    os.replace(unfinished, place)


def _sweep(folder: Path, at: datetime) -> None:
    """Remove what runs that were killed left behind more than a day ago."""
    for one in folder.glob(f"{PREFIX}*{_UNFINISHED}*"):
        if one.stat().st_mtime < (at - _GIVEN_UP).timestamp():
            one.unlink(missing_ok=True)


@contextmanager
def _room_said(folder: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        is_full = error.errno in (errno.ENOSPC, errno.EDQUOT)
        why = "penuh" if is_full else f"tidak dapat ditulis ({error.strerror})"
        raise NotCopied(
            f"Folder cadangan {folder} {why}, jadi tidak ada cadangan baru. Yang lama tetap ada."
        ) from None
