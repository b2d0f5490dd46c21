"""A proposal, a setting or a settlement stays as it was made: how it ends is told once, and nothing else."""

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from db.data_keys import new_key
from db.hiding import hide_all
from db.tables import Base
from db.tables.proposal import ProposalColumns
from tests.db.people import NOW, an_office
from tests.db.sampang.lending import a_lending_office
from tests.db.sampang.taking_over import an_old_loan, take_over

PROPOSALS = sorted(
    one.class_.__tablename__ for one in Base.registry.mappers if issubclass(one.class_, ProposalColumns)
)
FOR_EVER = sorted(
    one.class_.__tablename__
    for one in Base.registry.mappers
    if "Never changed" in (one.class_.__doc__ or "") or "never changed" in (one.class_.__doc__ or "")
)
A_SETTING = """
INSERT INTO office_setting (id, programme, parameter, value, since, reason, proposed_by_id, proposed_at)
VALUES (7, 'sampang', 'x', '"flat"', '2026-01-01', 'y', 1, '2026-01-01')
"""
_WRITTEN = {
    True: "SELECT sql FROM sqlite_master WHERE name = :name",
    False: "SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE tgname = :name",
}
APPROVED = "UPDATE office_setting SET approved_by_id = 2, approved_at = '2026-01-02' WHERE id = 7"


@pytest.fixture
def office(database_url):
    with an_office(database_url) as office:
        run(office, A_SETTING)
        yield office


def run(office, statement):
    with office.database.write() as session:
        session.execute(text(statement))


def test_how_it_ends_is_told_once(office):
    run(office, APPROVED)
    with pytest.raises(DBAPIError, match="append-only"):
        run(office, "UPDATE office_setting SET approved_by_id = 3 WHERE id = 7")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE office_setting SET value = '\"annuity\"' WHERE id = 7",
        "UPDATE office_setting SET since = '2020-01-01' WHERE id = 7",
        "UPDATE office_setting SET proposed_by_id = 3, approved_by_id = 1 WHERE id = 7",
        "DELETE FROM office_setting",
    ],
)
def test_what_was_proposed_is_never_changed_or_removed(office, change):
    with pytest.raises(DBAPIError, match="append-only"):
        run(office, change)
    run(office, APPROVED)  # it waits still


def test_another_row_takes_the_place_of_none(office):
    if not office.database.is_sqlite:
        pytest.skip("an insert of a server never removes a row")
    with pytest.raises(DBAPIError, match="append-only"):
        run(office, A_SETTING.replace("INSERT", "INSERT OR REPLACE").replace("flat", "annuity"))


def test_nobody_empties_a_table_at_once(office):
    if office.database.is_sqlite:
        pytest.skip("a file knows no TRUNCATE")
    with pytest.raises(DBAPIError, match="append-only"):
        run(office, "TRUNCATE office_setting")


def test_every_table_of_proposals_and_every_one_that_says_so_is_guarded(office):
    with office.database.engine.connect() as connection:
        found = (
            "SELECT tbl_name FROM sqlite_master WHERE type = 'trigger' AND name LIKE '%_delete'"
            if office.database.is_sqlite
            else "SELECT tgrelid::regclass::text FROM pg_trigger WHERE NOT tgisinternal"
        )
        guarded = set(connection.scalars(text(found)))
    assert sorted({*PROPOSALS, *FOR_EVER} - guarded) == []


def test_nothing_of_what_ends_is_left_out_of_its_guard(office):
    """A column that a later migration adds is guarded once that calls `keep_but_ending` again."""
    written = text(_WRITTEN[office.database.is_sqlite])
    with office.database.engine.connect() as connection:
        for table in PROPOSALS:
            told = connection.scalar(written, {"name": f"{table}_ends_update"})
            guarded = told.lower().replace('"', "")
            columns = {one["name"] for one in inspect(connection).get_columns(table)}
            assert {name for name in columns if f"new.{name}" not in guarded} == set(), table


def test_numbers_in_a_proposal_are_hidden_later_and_the_rest_of_it_is_guarded_as_before(office):
    with a_lending_office(office.database.engine.url.render_as_string()) as lending:
        take_over(lending, an_old_loan())
        hide_all(lending.database, new_key(), "", at=NOW)
        with pytest.raises(DBAPIError, match="append-only"):
            run(lending, "UPDATE takeover_proposal SET loans = 99")
