"""A database knows of its tables about what is there, so that it takes the right index."""

import pytest
from sqlalchemy import Engine, event, insert, text

from db.engine import Database
from db.statistics import MANY_ROWS, count_if_grown
from db.tables import AuditRow
from tests.db.people import NOW
from tests.db.real_stores import open_real

MANY = MANY_ROWS + 1


@pytest.fixture
def database(database_url):
    database = Database.at(database_url)
    yield database
    database.close()


def add_rows(connection, count):
    told = {"at": NOW, "person_name": "Sri", "action": "x", "subject_kind": "y", "subject_id": 1}
    connection.execute(insert(AuditRow), [told] * count)


def known_rows(database):
    with database.engine.connect() as connection:
        if not database.is_sqlite:
            query = "SELECT reltuples FROM pg_class WHERE relname = 'audit'"
        elif not connection.scalar(text("SELECT 1 FROM sqlite_master WHERE name = 'sqlite_stat1'")):
            return 0
        else:
            query = "SELECT stat FROM sqlite_stat1 WHERE tbl = 'audit'"
        found = connection.scalar(text(query))
        return int(str(found or 0).split()[0].split(".")[0])


def test_after_many_rows_at_once_the_tables_are_counted(database):
    with database.writer.begin() as connection:
        add_rows(connection, MANY)
        count_if_grown(connection)
    assert known_rows(database) > MANY / 4  # a guess from a sample


def test_few_rows_are_not_counted_for(database):
    with database.writer.begin() as connection:
        add_rows(connection, 10)
        count_if_grown(connection)
    assert known_rows(database) < 10


def test_a_file_that_grew_is_counted_when_it_is_opened_and_then_no_more(tmp_path):
    database_url = f"sqlite:///{tmp_path / 'grown.sqlite3'}"
    database = open_real(database_url)
    with database.writer.begin() as connection:
        add_rows(connection, MANY)
    counted = []
    for _ in range(2):
        database.close()
        said = []
        keep = _keeper(said)
        event.listen(Engine, "before_cursor_execute", keep)
        database = open_real(database_url)
        event.remove(Engine, "before_cursor_execute", keep)
        counted.append("ANALYZE" in said)
    assert known_rows(database) > MANY / 4  # a guess from a sample
    assert counted == [True, False]
    database.close()


def _keeper(said):
    def keep(_connection, _cursor, statement, *_rest):
        said.append(statement)

    return keep
