"""Each way in which a store can fail has its sentence and keeps nothing half; no log tells what was in it."""

import logging
import sqlite3
import traceback

import psycopg
import pytest
from sqlalchemy import insert, text
from sqlalchemy.exc import IntegrityError

from db.data_keys import new_key
from db.engine import Database
from db.faults import sqlite_faults_said
from db.office.people import add_person
from db.opening import found_ready, open_database, open_demo, stands_ready, while_others_prepare
from db.refusals import (
    NewerStore,
    StillPreparing,
    StoreBusy,
    StoreDamaged,
    StoreFull,
    StoreGone,
    StoreLost,
    StoreReadOnly,
    StoreRestarting,
    UnreadableAddress,
)
from db.tables import PersonRow
from domain.sampang.roles import SampangRole
from tests.db.people import NOW, an_office
from tests.db.real_stores import KEY, open_real
from tests.people import held

MARKED = "SitiRahayu3527034506850000"


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


def fill(database):
    """Let a SQLite file grow no further, as on a full disk."""
    with database.engine.connect() as connection:
        connection.exec_driver_sql(f"PRAGMA max_page_count = {_pages(connection)}")
    return database


def _pages(connection):
    return connection.exec_driver_sql("PRAGMA page_count").scalar_one()


def add_many(database):
    with database.write() as session:
        for _ in range(2_000):
            session.add(PersonRow(name=MARKED * 10, active=True))
        session.flush()


def test_a_full_disk_is_said_keeps_nothing_half_and_lets_what_is_there_be_read(tmp_path):
    with an_office(f"sqlite:///{tmp_path / 'one.sqlite3'}") as office:
        before = office.count(PersonRow)
        with pytest.raises(StoreFull):
            add_many(fill(office.database))
        assert office.count(PersonRow) == before


@pytest.mark.parametrize(
    ("code", "kind"),
    [
        (sqlite3.SQLITE_FULL, StoreFull),
        (sqlite3.SQLITE_READONLY_DBMOVED, StoreReadOnly),
        (sqlite3.SQLITE_CORRUPT_INDEX, StoreDamaged),
        (sqlite3.SQLITE_NOTADB, StoreDamaged),
        (sqlite3.SQLITE_IOERR_READ, StoreLost),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, StoreBusy),
    ],
)
def test_each_fault_of_a_file_has_its_refusal(code, kind):
    fault = sqlite3.OperationalError(MARKED)
    fault.sqlite_errorcode, fault.sqlite_errorname = code, "x"
    with pytest.raises(StoreLost if kind is not StoreBusy else StoreBusy) as refused, sqlite_faults_said():
        raise fault
    assert type(refused.value) is kind


@pytest.mark.parametrize(
    ("state", "kind"),
    [
        ("53100", StoreFull),
        ("25006", StoreReadOnly),
        ("57P01", StoreRestarting),
        ("57P03", StoreRestarting),
        ("XX001", StoreDamaged),
        ("55P03", StoreBusy),
    ],
)
def test_each_fault_of_a_server_has_its_refusal(postgres_server, state, kind):
    database = Database.at(postgres_server.get_uri(driver="psycopg"))
    raised = text(f"DO $$ BEGIN RAISE EXCEPTION 'planted' USING ERRCODE = '{state}'; END $$")
    with database.engine.connect() as connection, pytest.raises((StoreLost, StoreBusy)) as refused:
        connection.execute(raised)
    database.close()
    assert type(refused.value) is kind


@pytest.mark.parametrize("kind", [StoreFull, StoreReadOnly, StoreDamaged, StoreGone, StoreRestarting])
def test_each_sentence_says_what_why_and_whom_to_ask(kind):
    sentence = kind().sentence
    for part in ("Basis data sedang tidak dapat dipakai", "karena", "belum tersimpan", "administrator"):
        assert part in sentence


def test_a_connection_that_is_lost_at_the_very_end_of_a_save_is_said_and_keeps_nothing(
    postgres_server, database_url
):
    if database_url.startswith("sqlite"):
        pytest.skip("a file has no connection that could be lost")
    with an_office(database_url) as office:
        before = office.count(PersonRow)

        def be_cut_off():
            with office.database.write() as session:
                add_person(session, "Ani", held(SampangRole.BANK), at=NOW)
                session.flush()
                _end_connections_to(postgres_server, office.database)

        with pytest.raises(StoreLost):
            be_cut_off()
        assert office.count(PersonRow) == before


def _end_connections_to(server, database):
    name = database.engine.url.database
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        ended = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s"
        connection.execute(ended, [name])


def fail_to_insert(database):
    with database.write() as session:
        told = {"name": MARKED, "active": True}
        session.execute(insert(PersonRow), told | {"id": 987_654})
        session.execute(insert(PersonRow), told | {"id": 987_654})


def test_a_failing_statement_tells_nobody_what_was_to_be_stored(office, caplog):
    with caplog.at_level(logging.DEBUG), pytest.raises(IntegrityError) as raised:
        fail_to_insert(office.database)
    told = "".join(traceback.format_exception(raised.value))
    assert "person" in told
    assert MARKED not in told + caplog.text
    assert "987654" not in told


def test_a_row_that_the_table_refuses_is_not_shown_either(office):
    with pytest.raises(IntegrityError) as raised, office.database.write() as session:
        session.execute(text("INSERT INTO person (id, name) VALUES (1, :name)"), {"name": MARKED})
    assert MARKED not in "".join(traceback.format_exception(raised.value))


@pytest.mark.parametrize(
    "url", ["postgresql://rina@db:rahasia/dana", "mysql://rina:rahasia@db/dana", "rahasia", ""]
)
def test_an_address_that_cannot_be_read_is_said_without_a_word_of_it(url):
    with pytest.raises(UnreadableAddress) as refused:
        Database.at(url)
    assert "rahasia" not in "".join(traceback.format_exception(refused.value))


def test_a_server_that_is_away_is_said_without_its_password(caplog):
    database = Database.at("postgresql://rina:rahasia@localhost:1/dana")
    with caplog.at_level(logging.DEBUG), pytest.raises(StoreLost) as refused, database.engine.connect():
        pass
    assert "rahasia" not in caplog.text + "".join(traceback.format_exception(refused.value))


def test_a_store_of_a_newer_release_is_not_touched(empty_database_url):
    database = open_demo(empty_database_url)
    with database.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(NewerStore, match="lebih baru"):
        open_database(empty_database_url, sign_in_configured=False)
    assert not stands_ready(database, sign_in_configured=True)
    database.close()


def test_who_comes_while_another_process_prepares_waits_for_it():
    answers = iter([StoreBusy(), StoreBusy(), "siap"])

    def work():
        answer = next(answers)
        if isinstance(answer, StoreBusy):
            raise answer
        return answer

    assert while_others_prepare(work, 10) == "siap"


def test_who_waited_too_long_is_told_what_is_going_on():
    def work():
        raise StoreBusy

    with pytest.raises(StillPreparing, match="masih disiapkan"):
        while_others_prepare(work, 0)


def test_a_store_stands_ready_once_it_is_prepared_and_asking_makes_none(empty_database_url, tmp_path):
    assert not found_ready(empty_database_url, sign_in_configured=False)
    assert list(tmp_path.iterdir()) == []
    open_demo(empty_database_url).close()
    assert found_ready(empty_database_url, sign_in_configured=False)


def test_a_real_store_stands_ready_for_whoever_has_its_key(empty_database_url):
    open_real(empty_database_url).close()
    told = {"sign_in_configured": True}
    assert found_ready(empty_database_url, data_key=KEY, **told)
    for wrong in ("", new_key()):
        assert not found_ready(empty_database_url, data_key=wrong, **told)
