"""On SQLite an insert that would take the place of a kept row is refused, by whichever key it comes."""

import sqlite3

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.settling import a_running_loan, quote, settle

_GUARDED = "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name = tbl_name || '_{}'"


@pytest.fixture(scope="module")
def lending(tmp_path_factory):
    file = tmp_path_factory.mktemp("kept") / "fund.sqlite3"
    with a_lending_office(f"sqlite:///{file}") as lending:
        lending.file_at(Stage.DISBURSED)
        settle(lending, quote(lending, a_running_loan(lending)))
        yield lending


@pytest.fixture
def file(lending):
    """The file itself, as somebody opens it who does not come through the program."""
    opened = sqlite3.connect(lending.database.engine.url.database)
    yield opened
    opened.rollback()
    opened.close()


def _tables(file, guard):
    return {name for (name,) in file.execute(_GUARDED.format(guard))}


def test_every_table_whose_rows_stay_is_guarded_against_replacing(file):
    # Rows of which nothing changes, and proposals, of which the ending is told once.
    stay = _tables(file, "kept_delete") | _tables(file, "ends_delete")
    assert _tables(file, "kept_insert") == stay
    assert len(stay) > len(_tables(file, "kept_delete")) > 0


def test_no_kept_row_is_replaced_by_one_of_the_same_number(file):
    tables = [one for one in _tables(file, "kept_delete") if file.execute(f"SELECT 1 FROM {one}").fetchone()]
    assert {"audit", "posting", "receipt", "file_step", "issued_paper"} <= {*tables}
    for table in tables:
        with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
            file.execute(f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1")


# Each with the number that a row of its own would have: only another key is the same.
_BY_ANOTHER_KEY = {
    "loan": "SELECT id + 1000, {rest} FROM loan",
    "settlement": "SELECT entry_id + 1000, {rest} FROM settlement",
    "file_step": "SELECT application_id, seq + 1000, {rest} FROM file_step WHERE step = 'disburse'",
}


@pytest.mark.parametrize("table", _BY_ANOTHER_KEY)
def test_no_kept_row_is_replaced_by_one_that_shares_another_key(file, table):
    columns = [row[1] for row in file.execute(f"PRAGMA table_info({table})")]
    own = 2 if table == "file_step" else 1
    taken = _BY_ANOTHER_KEY[table].format(rest=", ".join(f'"{one}"' for one in columns[own:]))
    file.execute("PRAGMA foreign_keys = OFF")
    with pytest.raises(sqlite3.IntegrityError, match=f"{table} is append-only"):
        file.execute(f"INSERT OR REPLACE INTO {table} {taken} LIMIT 1")


def test_a_row_with_keys_of_its_own_is_let_through(lending):
    copied = "INSERT INTO audit SELECT {} FROM audit LIMIT 1"
    with lending.database.write() as session:
        columns = session.execute(text("SELECT name FROM pragma_table_info('audit')")).scalars().all()
        rest = ", ".join(f'"{one}"' for one in columns[1:])
        session.execute(text(copied.format(f"NULL, {rest}")))
        session.rollback()
    with pytest.raises(DBAPIError, match="append-only"), lending.database.write() as session:
        session.execute(text(copied.format("*")))
