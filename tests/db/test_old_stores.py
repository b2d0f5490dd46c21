"""A store of an earlier release is brought up to date without losing a row, a rupiah or its people."""

import pytest
from sqlalchemy import text

from db.chain.walking import walk_chain
from db.engine import Database
from db.office.people import personas
from db.opening import is_demo, open_database
from db.schema import NEWEST, exclusively, migrate
from db.upkeep.stocktaking import take_stock
from tests.db.old_stores import NAMES, old_store, put_old_rows


@pytest.fixture(params=NAMES)
def before_and_after(request, empty_database_url):
    """What a kept store held, and the same store once this release has opened it."""
    revision, rows = old_store(request.param)
    older = Database.at(empty_database_url)
    with exclusively(older) as connection:
        migrate(connection, revision)
        put_old_rows(connection, rows)
        before = take_stock(connection)
    older.close()
    opened = open_database(empty_database_url, sign_in_configured=False)
    yield before, opened
    opened.close()


def _forget_what_changes(told):
    """Leave out what is counted anew (tests/db/test_schema.py), and the mark, whose row has moved."""
    for name in [one for one in told if one.partition(".")[0] in {"month_count", "marker"}]:
        del told[name]


def test_every_row_and_every_sum_is_still_there_and_the_store_works(before_and_after):
    before, opened = before_and_after
    for told in (before.rows, before.sums):
        _forget_what_changes(told)
    with opened.engine.connect() as connection:
        after = take_stock(connection)
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST
    assert {name: after.rows.get(name) for name in before.rows} == before.rows
    assert {name: after.sums.get(name) for name in before.sums} == before.sums
    assert is_demo(opened)
    with opened.read() as session:
        assert walk_chain(session).broken is None
        assert len(personas(session)) == before.rows["person"]
