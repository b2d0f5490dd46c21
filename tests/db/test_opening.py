"""Demo and real are chosen once, and demo personas never reach real people's data."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from threading import Barrier

import pytest
from sqlalchemy import bindparam, event, func, inspect, select, text
from sqlalchemy.exc import DatabaseError, IntegrityError

from db.chain.walking import walk_chain
from db.data_keys import PREFIX, KeyNeeded
from db.engine import Database
from db.hiding import hides
from db.installed import StoreKind, kind_in
from db.opening import is_demo, open_database, open_demo, open_without_key
from db.refusals import EmptyDatabase, ForeignDatabase, MarkAltered, NotADemoDatabase
from db.schema import NEWEST, exclusively, migrate
from db.tables import InstallationRow
from db.tables.hidden import HiddenText
from tests.db.people import a_form, an_office
from tests.db.real_stores import KEY, open_real


def test_a_new_database_is_marked_as_demo_and_opens_again(empty_database_url):
    for _ in range(2):
        database = open_demo(empty_database_url)
        assert is_demo(database)
        database.close()


def test_a_database_that_is_up_to_date_is_opened_with_few_questions(empty_database_url, monkeypatch):
    open_demo(empty_database_url).close()
    asked = []
    engine = Database.at(empty_database_url)
    with engine.engine.connect():  # what a server's driver asks at its first connection is not counted
        event.listen(engine.engine, "before_cursor_execute", lambda *told: asked.append(told[2]))
    monkeypatch.setattr(Database, "at", lambda url, **_: engine)
    open_demo(empty_database_url).close()
    # A file is also asked how large it grew, since it counts nothing by itself.
    assert len([one for one in asked if one != "BEGIN"]) == (5 if engine.is_sqlite else 4)


@pytest.mark.parametrize(
    ("noted", "kind"), [("demo", StoreKind.DEMO), ("created_at", StoreKind.REAL)], ids=["demo", "real"]
)
def test_a_database_of_an_earlier_release_is_brought_up_to_date_as_what_it_was(
    empty_database_url, noted, kind
):
    earlier = Database.at(empty_database_url)
    with exclusively(earlier) as connection:
        migrate(connection, "0017")
        connection.execute(text(f"INSERT INTO marker (key, value) VALUES ('{noted}', 'yes')"))
    earlier.close()
    database = open_without_key(empty_database_url)
    with database.engine.connect() as connection:
        assert kind_in(connection) is kind
        assert inspect(connection).has_table("later_instrument")
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST
    database.close()


def test_what_was_saved_is_found_after_a_restart(empty_database_url):
    with an_office(empty_database_url) as office:
        saved = office.save(a_form("Sebelum dimatikan"))
        before = office.opened(saved.id)
    again = open_demo(empty_database_url)
    office.database = again
    assert office.opened(saved.id) == before
    assert again.engine.pool.checkedout() == 0
    again.close()


@pytest.mark.parametrize("sign_in", [True, False])
def test_an_empty_database_of_which_nobody_chose_is_left_empty(empty_database_url, sign_in):
    with pytest.raises(EmptyDatabase):
        open_database(empty_database_url, sign_in_configured=sign_in)
    database = Database.at(empty_database_url)
    with database.engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    database.close()


def test_a_real_database_opens_with_sign_in_alone(empty_database_url):
    real = open_real(empty_database_url)
    assert not is_demo(real)
    real.close()
    with pytest.raises(NotADemoDatabase):
        open_demo(empty_database_url)
    open_database(empty_database_url, sign_in_configured=True, data_key=KEY).close()


def test_real_data_never_begin_without_sign_in(empty_database_url):
    with pytest.raises(NotADemoDatabase):
        open_database(empty_database_url, sign_in_configured=False, begins_as=StoreKind.REAL)


def test_real_data_never_begin_without_a_key(empty_database_url):
    with pytest.raises(KeyNeeded):
        open_database(empty_database_url, sign_in_configured=True, begins_as=StoreKind.REAL)
    database = Database.at(empty_database_url)
    with database.engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
    database.close()


def test_a_real_store_hides_numbers_from_its_first_row_on(empty_database_url):
    real = open_real(empty_database_url)
    assert hides(real)
    number = bindparam("it", "081234567890", HiddenText())
    with real.write() as session:
        lies = session.scalar(text("SELECT :it").bindparams(number))
    real.close()
    assert lies.startswith(PREFIX)


FORGED = (
    "INSERT INTO marker (key, value) VALUES ('demo', 'yes')",
    "INSERT INTO installation SELECT 2, identity, 'demo', made_at, mark FROM installation",
    "UPDATE installation SET kind = 'demo'",
    "DELETE FROM installation",
)


@pytest.mark.parametrize("forged", FORGED)
def test_no_single_row_makes_a_demo_of_real_data(empty_database_url, forged):
    real = open_real(empty_database_url)
    with suppress(IntegrityError, DatabaseError), real.writer.begin() as connection:
        connection.execute(text(forged))
    assert not is_demo(real)
    real.close()
    with pytest.raises(NotADemoDatabase):
        open_demo(empty_database_url)


def test_a_row_in_the_place_of_the_mark_is_refused_by_a_file_too(tmp_path):
    real = open_real(f"sqlite:///{tmp_path / 'real.sqlite3'}")
    replaced = "REPLACE INTO installation SELECT id, identity, 'demo', made_at, mark FROM installation"
    with pytest.raises(IntegrityError, match="append-only"), real.writer.begin() as connection:
        connection.execute(text(replaced))
    real.close()


@pytest.mark.parametrize("sign_in", [True, False])
@pytest.mark.parametrize("change", ["UPDATE installation SET kind = 'demo'", "DELETE FROM installation"])
def test_a_mark_that_was_altered_past_its_guard_opens_for_nobody(tmp_path, change, sign_in):
    url = f"sqlite:///{tmp_path / 'real.sqlite3'}"
    real = open_real(url)
    with real.writer.begin() as connection:
        for guard in ("update", "delete"):
            connection.execute(text(f"DROP TRIGGER installation_kept_{guard}"))
        connection.execute(text(change))
    real.close()
    with pytest.raises(MarkAltered):
        open_database(url, sign_in_configured=sign_in, begins_as=StoreKind.DEMO)


def test_the_mark_of_a_demo_brought_over_is_a_break_in_the_chain(tmp_path):
    real, demo = (tmp_path / f"{name}.sqlite3" for name in ("real", "demo"))
    open_demo(f"sqlite:///{demo}").close()
    opened = open_real(f"sqlite:///{real}")
    with opened.engine.connect() as connection:
        for line in (
            f"ATTACH '{demo}' AS other",
            "DROP TRIGGER installation_kept_delete",
            "DELETE FROM installation",
            "INSERT INTO installation SELECT * FROM other.installation",
            "COMMIT",
        ):
            connection.exec_driver_sql(line)
    with opened.read() as session:
        assert walk_chain(session).broken.table == "installation"
    opened.close()


@pytest.mark.parametrize("table", ["penduduk (nik TEXT)", "marker (id INTEGER)"])
@pytest.mark.parametrize("sign_in", [True, False])
def test_somebody_elses_database_is_refused_in_a_sentence_and_left_alone(empty_database_url, table, sign_in):
    database = Database.at(empty_database_url)
    with database.writer.begin() as connection:
        connection.execute(text(f"CREATE TABLE {table}"))
    with pytest.raises(ForeignDatabase) as refused:
        open_database(empty_database_url, sign_in_configured=sign_in, begins_as=StoreKind.DEMO)
    with database.engine.connect() as connection:
        assert inspect(connection).get_table_names() == [table.split()[0]]
    database.close()
    for part in ("tidak dibuka", "program lain", "DATABASE_URL"):
        assert part in refused.value.sentence


def test_processes_that_open_a_new_database_at_one_moment_all_get_in(empty_database_url):
    together = Barrier(4)

    def start(_):
        together.wait()
        open_demo(empty_database_url).close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(start, range(4)))
    database = Database.at(empty_database_url)
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(InstallationRow)) == 1
    database.close()
