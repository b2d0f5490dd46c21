"""Proposals of the previous release wait on as they did, and can be closed from then on."""

import pytest
from sqlalchemy import text
from sqlalchemy.exc import IntegrityError

from db.engine import Database
from db.schema import bring_up_to_date, exclusively, migrate

AT = "2026-03-02 03:14:00+00:00"
BEFORE = (
    "INSERT INTO person (id, name, active) VALUES (1, 'Petugas', true), (2, 'Ketua', true)",
    "INSERT INTO office_setting "
    "(id, programme, parameter, value, since, reason, proposed_by_id, proposed_at) "
    f"VALUES (1, 'sampang', 'notary_fee', '250000', '2026-01-01', 'x', 1, '{AT}')",
    'INSERT INTO journal_entry (id, kind, "on", memo, by_person_id, at) '
    f"VALUES (1, 'payment', '2026-03-01', 'x', 1, '{AT}')",
    "INSERT INTO reversal_proposal (id, entry_id, reason, proposed_by_id, proposed_at) "
    f"VALUES (1, 1, 'salah nomor', 1, '{AT}')",
)
ANOTHER = (
    "INSERT INTO reversal_proposal (id, entry_id, reason, proposed_by_id, proposed_at) "
    f"VALUES (2, 1, 'lagi', 1, '{AT}')"
)
CLOSE = (
    "UPDATE reversal_proposal SET closed_how = 'returned', closed_reason = 'x', closed_by_id = 2, "
    f"closed_at = '{AT}' WHERE id = 1"
)


@pytest.fixture
def older(empty_database_url):
    database = Database.at(empty_database_url)
    with exclusively(database) as connection:
        migrate(connection, "0011")
        for statement in BEFORE:
            connection.execute(text(statement))
    yield database
    database.close()


def test_what_waited_before_waits_on(older):
    bring_up_to_date(older)
    with older.engine.connect() as connection:
        for table in ("office_setting", "reversal_proposal"):
            found = connection.execute(text(f"SELECT id, reason, closed_at FROM {table}")).all()
            assert [(row.id, row.closed_at) for row in found] == [(1, None)]


def test_a_payment_has_one_standing_request_and_another_once_it_was_closed(older):
    bring_up_to_date(older)
    with pytest.raises(IntegrityError), older.writer.begin() as connection:
        connection.execute(text(ANOTHER))
    with older.writer.begin() as connection:
        connection.execute(text(CLOSE))
        connection.execute(text(ANOTHER))
        assert connection.scalar(text("SELECT count(*) FROM reversal_proposal")) == 2
