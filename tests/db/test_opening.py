"""Demo personas never reach a database that may hold real people's data."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from sqlalchemy import event, func, inspect, select, text

from db.engine import Database
from db.opening import is_demo, mark, open_database
from db.refusals import NotADemoDatabase
from db.schema import NEWEST, exclusively, migrate
from db.tables import MarkerRow
from tests.db.people import a_form, an_office


def test_a_new_database_is_marked_as_demo_and_opens_again(empty_database_url):
    for _ in range(2):
        database = open_database(empty_database_url, sign_in_configured=False)
        assert is_demo(database)
        database.close()


def test_a_database_that_is_up_to_date_is_opened_with_few_questions(empty_database_url, monkeypatch):
    open_database(empty_database_url, sign_in_configured=False).close()
    asked = []
    engine = Database.at(empty_database_url)
    with engine.engine.connect():  # what a server's driver asks at its first connection is not counted
        event.listen(engine.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    monkeypatch.setattr(Database, "at", lambda url, **_: engine)
    open_database(empty_database_url, sign_in_configured=False).close()
    # A file is also asked how large it grew, since it counts nothing by itself.
    assert len([one for one in asked if one != "BEGIN"]) == (3 if engine.is_sqlite else 2)


def test_a_database_of_an_earlier_release_is_brought_up_to_date_when_it_is_opened(empty_database_url):
    earlier = Database.at(empty_database_url)
    with exclusively(earlier) as connection:
        migrate(connection, "0017")
        mark(connection, is_demo=True)
    earlier.close()
    database = open_database(empty_database_url, sign_in_configured=False)
    with database.engine.connect() as connection:
        assert inspect(connection).has_table("later_instrument")
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST
    database.close()


def test_what_was_saved_is_found_after_a_restart(empty_database_url):
    with an_office(empty_database_url) as office:
        saved = office.save(a_form("Sebelum dimatikan"))
        before = office.opened(saved.id)
    again = open_database(empty_database_url, sign_in_configured=False)
    office.database = again
    assert office.opened(saved.id) == before
    assert again.engine.pool.checkedout() == 0
    again.close()


def test_with_sign_in_a_new_database_is_not_marked_so_that_without_it_nobody_gets_in(empty_database_url):
    real = open_database(empty_database_url, sign_in_configured=True)
    assert not is_demo(real)
    real.close()
    with pytest.raises(NotADemoDatabase):
        open_database(empty_database_url, sign_in_configured=False)
    open_database(empty_database_url, sign_in_configured=True).close()


@pytest.mark.parametrize("table", ["penduduk (nik TEXT)", "marker (id INTEGER)"])
def test_somebody_elses_database_is_refused_in_a_sentence_and_left_alone(empty_database_url, table):
    database = Database.at(empty_database_url)
    with database.writer.begin() as connection:
        connection.execute(text(f"CREATE TABLE {table}"))
    with pytest.raises(NotADemoDatabase) as refused:
        open_database(empty_database_url, sign_in_configured=False)
    with database.engine.connect() as connection:
        assert inspect(connection).get_table_names() == [table.split()[0]]
    database.close()
    for part in ("tidak dibuka", "tidak bertanda demo", "DATABASE_URL"):
        assert part in refused.value.sentence


def test_processes_that_open_a_new_database_at_one_moment_all_get_in(empty_database_url):
    together = Barrier(4)

    def start(_):
        together.wait()
        open_database(empty_database_url, sign_in_configured=False).close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(start, range(4)))
    database = Database.at(empty_database_url)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(MarkerRow)) == 2
    database.close()
