"""A store that lends, with a photo in a folder, and empty places for what is restored or moved."""

from contextlib import contextmanager
from uuid import uuid4

import psycopg
import pytest

from db.sampang.loans.payments import record_payment
from domain.sampang.fund.money_in import Payment
from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import DAY, a_lending_office


@contextmanager
def lending_at(url):
    with a_lending_office(url) as lending:
        lending.file_at(Stage.DISBURSED)
        lending.run(record_payment, lending.officer, 1, Payment(amount=1_000_000, on=DAY, reference="x"))
        yield lending


@pytest.fixture(scope="module")
def lending(shared_database_url):
    """An office with a loan that is paid out, and a payment; once for a file of tests."""
    with lending_at(shared_database_url) as lending:
        yield lending


@pytest.fixture
def file_of_lending(tmp_path):
    """Give the same in a SQLite file of its own, which a test may damage."""
    with lending_at(f"sqlite:///{tmp_path / 'own.sqlite3'}") as lending:
        yield lending


@pytest.fixture
def empty_place(request, tmp_path):
    """Give the URL of an empty place of a kind, as often as it is asked for."""
    made = []

    def place(kind):
        if kind == "sqlite":
            return f"sqlite:///{tmp_path / f'empty-{len(made)}-{uuid4().hex}.sqlite3'}"
        server = request.getfixturevalue("postgres_server")
        name = f"test_{uuid4().hex}"
        _run(server, f"CREATE DATABASE {name}")
        made.append((server, name))
        return server.get_uri(database=name, driver="psycopg")

    yield place
    for server, name in made:
        _run(server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture
def folder(tmp_path):
    """Give an empty folder for backups."""
    made = tmp_path / "cadangan"
    made.mkdir()
    return made


def _run(server, statement):
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(statement)
