"""A SQLite file copied while it is in use, and looked into without changing it."""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, create_engine

from db.faults import sqlite_faults_said
from db.upkeep.refused import NotCopied

_PAGES: Final = 2_000  # of 4 KB in one step
_SECONDS_TO_WAIT: Final = 30


def copy_while_in_use(source: Path, target: Path) -> None:
    """Copy a file as it is at one moment, in steps; writers go on meanwhile, and are not in the copy."""
    with (
        sqlite_faults_said(),
        closing(_opened(source, "rw")) as full,
        closing(sqlite3.connect(target, isolation_level=None)) as copy,
    ):
        # The reading transaction holds the moment: without it each change would begin the copy anew.
        full.execute("BEGIN")
        full.execute("SELECT count(*) FROM sqlite_master").fetchone()
        full.backup(copy, pages=_PAGES)
        copy.execute("PRAGMA journal_mode = DELETE")  # one file, without a log beside it


@contextmanager
def looking_into(file: Path) -> Iterator[Connection]:
    """A connection that only reads a copy; raises NotCopied where SQLite finds it unsound."""
    engine = create_engine("sqlite://", creator=lambda: _opened(file, "ro"), hide_parameters=True)
    try:
        with sqlite_faults_said(), engine.connect() as connection:
            found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
            strays = connection.exec_driver_sql("PRAGMA foreign_key_check").first()
            if found != "ok" or strays is not None:
                raise NotCopied(
                    f"Berkas {file.name} rusak menurut SQLite, jadi tidak dipakai. Cadangan yang lama tetap "
                    "ada: jangan menghapusnya, dan periksa disk serta basis data aslinya."
                )
            yield connection
    finally:
        engine.dispose()


def to_disk(place: Path) -> None:
    """Wait until a file, or the names in a folder, are on the disk; Windows has no such call for folders."""
    if place.is_dir() and os.name == "nt":
        return
    handle = os.open(place, os.O_RDONLY if place.is_dir() else os.O_RDWR)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _opened(file: Path, mode: str) -> sqlite3.Connection:
    address = f"{file.absolute().as_uri()}?mode={mode}"  # never makes a file that is not there
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=_SECONDS_TO_WAIT)
