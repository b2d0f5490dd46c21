"""The demo grown for benchmarks is as whole as the demo: nothing points at nothing, and the books balance."""

import sqlite3

import pytest
from sqlalchemy import create_engine, text

from db.tables import Base


@pytest.fixture
def grown(grown_file):
    database = sqlite3.connect(grown_file)
    yield database
    database.close()


def test_every_key_of_the_grown_demo_points_at_a_row(grown):
    assert grown.execute("PRAGMA foreign_key_check").fetchall() == []


def test_every_entry_of_the_grown_journal_balances(grown):
    unbalanced = "SELECT entry_id FROM posting GROUP BY entry_id HAVING sum(amount) <> 0"
    assert grown.execute(unbalanced).fetchall() == []


def test_the_grown_fund_owns_what_it_lent_and_has_not_got_back(grown):
    (owed,) = grown.execute("SELECT sum(amount) FROM posting WHERE account = 'loans'").fetchone()
    (lent,) = grown.execute("SELECT sum(principal) FROM loan").fetchone()
    (paid,) = grown.execute(
        "SELECT sum(-amount) FROM posting JOIN journal_entry ON id = entry_id "
        "WHERE account = 'loans' AND kind NOT IN ('disbursement', 'taken_over')"
    ).fetchone()
    assert owed == lent - paid > 0


@pytest.mark.parametrize("table", ["client", "visit", "application", "loan", "instalment"])
def test_the_demo_grows_to_three_times_its_rows(grown, demo_file, table):
    with sqlite3.connect(demo_file) as demo:
        (before,) = demo.execute(f"SELECT count(*) FROM {table}").fetchone()
    assert grown.execute(f"SELECT count(*) FROM {table}").fetchone() == (3 * before,)


def test_postgresql_gets_every_row_of_the_sqlite_file(demo_urls):
    counts = []
    for url in demo_urls.values():
        engine = create_engine(url)
        with engine.connect() as connection:
            counts.append(
                {
                    name: connection.scalar(text(f'SELECT count(*) FROM "{name}"'))
                    for name in Base.metadata.tables
                }
            )
        engine.dispose()
    assert counts[0] == counts[1]
