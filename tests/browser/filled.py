"""The application over the demo data of today, which are loaded once for all servers of a run."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from db.opening import open_demo
from demo.loading import load_demo
from demo.resetting import keep_demo
from pages.parts.store import now, today
from tests.browser.driver import Server, running_server
from tests.made_once import made_once


def filled_file() -> Path:
    """A file with the demo of today, made once for a run; to be copied, never written into."""
    return made_once("demo-of-now.sqlite3", _fill)


@contextmanager
def filled_server(folder: Path) -> Iterator[Server]:
    """Run the application as it is after its first visitor, with a database of its own in `folder`."""
    file = folder / "demo.sqlite3"
    shutil.copyfile(filled_file(), file)
    database = open_demo(f"sqlite:///{file}")
    keep_demo(database, today=today())
    database.close()
    with running_server(folder) as running:
        yield running


def _fill(file: Path) -> None:
    database = open_demo(f"sqlite:///{file}")
    load_demo(database, today=today(), now=now())
    database.close()
