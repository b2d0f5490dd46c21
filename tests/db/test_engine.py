"""Sessions that write do so one after the other, and say plainly when they could not."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import insert, select, text
from sqlalchemy.engine import make_url

from db import sqlite_file
from db.engine import DEFAULT_URL, Database
from db.office.people import add_person
from db.refusals import StoreBusy
from db.tables import CounterRow
from domain.sampang.roles import SampangRole
from tests.db.people import NOW, an_office
from tests.people import held

SERIES = {"programme": "sampang", "key": "x"}


@pytest.fixture
def office(empty_database_url):
    with an_office(empty_database_url) as office:
        yield office


def test_the_default_is_a_file_in_the_data_folder_of_the_project():
    path = make_url(DEFAULT_URL).database
    assert path.endswith("/.data/demo.sqlite3")


def test_a_plain_postgresql_url_gets_the_installed_driver():
    for url in ("postgres://u@h/d", "postgresql://u@h/d", "postgresql+psycopg://u@h/d"):
        assert Database.at(url).engine.url.drivername == "postgresql+psycopg"


def test_the_folder_of_a_sqlite_file_is_made(tmp_path):
    database = Database.at(f"sqlite:///{tmp_path}/a/b/c.sqlite3")
    with database.read() as session:
        settings = {
            name: session.scalar(text(f"PRAGMA {name}"))
            for name in ("journal_mode", "foreign_keys", "synchronous", "busy_timeout")
        }
    assert settings == {
        "journal_mode": "wal",
        "foreign_keys": 1,
        "synchronous": 2,
        "busy_timeout": 5000,
    }


def test_no_update_is_lost_when_eight_threads_read_and_write(office):
    with office.database.write() as session:
        session.add(CounterRow(**SERIES, value=0))

    def add_ten(_):
        for _ in range(10):
            with office.database.write() as session:
                row = session.scalars(select(CounterRow).filter_by(**SERIES).with_for_update()).one()
                row.value += 1

    with ThreadPoolExecutor(8) as threads:
        list(threads.map(add_ten, range(8)))
    with office.database.read() as session:
        assert session.get(CounterRow, SERIES).value == 80


def test_a_writer_that_waits_too_long_is_told_so_in_a_sentence(empty_database_url, monkeypatch):
    monkeypatch.setattr(sqlite_file, "BUSY_MILLISECONDS", 50)
    with an_office(empty_database_url) as office:
        with office.database.write() as session:
            session.add(CounterRow(**SERIES, value=0))
        with office.database.write() as first:
            first.get(CounterRow, SERIES, with_for_update=True).value = 1
            first.flush()
            with pytest.raises(StoreBusy) as refused:
                _write_impatiently(office.database)
    assert "sedang dipakai" in refused.value.sentence
    assert "sekali lagi" in refused.value.sentence


def _write_impatiently(database):
    with database.write() as second:
        if not database.is_sqlite:
            second.execute(text("SET LOCAL lock_timeout = '50ms'"))
        second.get(CounterRow, SERIES, with_for_update=True)


def test_after_an_error_nothing_of_a_transaction_is_kept(office):
    def fail():
        with office.database.write() as session:
            session.execute(insert(CounterRow).values(**SERIES, value=1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert office.count(CounterRow) == 0


def test_a_session_for_reading_keeps_nothing(office):
    with office.database.read() as session:
        session.execute(insert(CounterRow).values(**SERIES, value=1))
    assert office.count(CounterRow) == 0


def test_a_verb_that_changes_something_refuses_a_session_for_reading(office):
    with office.database.read() as session, pytest.raises(RuntimeError, match="write"):
        add_person(session, "Ani", held(SampangRole.BANK), at=NOW)
