"""A database of the previous release gets the programme of everything that it holds, and loses nothing."""

import pytest
from alembic import command
from sqlalchemy import text
from sqlalchemy.exc import DatabaseError

from db.engine import Database
from db.office.people import personas
from db.office.practice import practice
from db.schema import bring_up_to_date, configured, exclusively, migrate
from domain.blitar.programme import BLITAR
from domain.sampang.programme import SAMPANG

AT = "2026-03-02 03:14:00+00:00"
PEOPLE = (
    (1, "officer"), (2, "team_lead"), (3, "facilitator"), (4, "agency_head"), (5, "leadership"),
    (6, "administrator"),
)  # fmt: skip
SETTINGS = {"notary_fee": "250000", "days_without_visit": "45"}
READINGS = ("S-02", "B-01")
TRAIL = (
    ("add_person", "person", 1, None),
    ("save_application", "application", 1, "sampang"),
    ("verify_visits", "visit", 1, "blitar"),
    ("reveal_identity", "application", 1, "sampang"),
    ("reveal_identity", "client", 1, "blitar"),
    ("propose_setting", "office_setting", 1, "sampang"),
    ("approve_setting", "office_setting", 2, "blitar"),
    ("propose_reading", "reading_settlement", 1, "sampang"),
    ("approve_reading", "reading_settlement", 2, "blitar"),
    ("load_boundaries", "boundaries", 1, "sampang"),
    ("load_boundaries", "boundaries", 2, "blitar"),
)


@pytest.fixture
def older(empty_database_url):
    """Give a database as the release before left it, with something of everything in it."""
    database = Database.at(empty_database_url)
    with exclusively(database) as connection:
        migrate(connection, "0009")
        for statement, rows in _rows():
            connection.execute(text(statement), rows)
    yield database
    database.close()


def _rows():
    people = [{"id": number, "name": role} for number, role in PEOPLE]
    yield "INSERT INTO person (id, name, active) VALUES (:id, :name, true)", people
    roles = [{"id": number, "role": role} for number, role in PEOPLE]
    yield "INSERT INTO person_role (person_id, role) VALUES (:id, :role)", roles
    series = [{"key": "DB-2026", "value": 155}, {"key": "BN-2026", "value": 264}]
    yield "INSERT INTO counter (key, value) VALUES (:key, :value)", series
    by = f"'x', 6, '{AT}', 2, '{AT}'"
    decided = "reason, proposed_by_id, proposed_at, approved_by_id, approved_at"
    settings = [{"id": at, "key": key, "value": SETTINGS[key]} for at, key in enumerate(SETTINGS, 1)]
    yield (
        f"INSERT INTO office_setting (id, parameter, value, since, {decided}) "
        f"VALUES (:id, :key, :value, '2026-01-01', {by})",
        settings,
    )
    readings = [{"id": at, "key": key} for at, key in enumerate(READINGS, 1)]
    yield (
        f'INSERT INTO reading_settlement (id, interpretation, reading, "on", decree, {decided}) '
        f"VALUES (:id, :key, 'B', '2026-01-01', 'SK 1', {by})",
        readings,
    )
    files = [{"id": 1, "code": "35.27"}, {"id": 2, "code": "35.05"}]
    yield (
        "INSERT INTO boundary_file (id, regency_code, name, sha256, by_person_id, at) "
        f"VALUES (:id, :code, 'batas', 'x', 6, '{AT}')",
        files,
    )
    lines = [
        {"id": at, "action": action, "kind": kind, "subject": subject}
        for at, (action, kind, subject, _) in enumerate(TRAIL, 1)
    ]
    yield (
        "INSERT INTO audit (id, at, person_name, action, subject_kind, subject_id) "
        f"VALUES (:id, '{AT}', 'x', :action, :kind, :subject)",
        lines,
    )


def _all(database, query):
    with database.engine.connect() as connection:
        return [tuple(row) for row in connection.execute(text(query))]


def test_everybody_holds_their_role_in_its_programme_and_the_offices_in_both(older):
    bring_up_to_date(older)
    with older.read() as session:
        held = {one.name: sorted(each.programme for each in one.held) for one in personas(session)}
    assert held == {
        "officer": ["sampang"],
        "team_lead": ["sampang"],
        "facilitator": ["blitar"],
        "agency_head": ["blitar"],
        "leadership": ["blitar", "sampang"],
        "administrator": ["blitar", "sampang"],
    }


def test_each_office_keeps_what_it_decided(older):
    bring_up_to_date(older)
    with older.read() as session:
        sampang, blitar = practice(session, SAMPANG), practice(session, BLITAR)
    assert [key for key, _ in sampang.settings] == ["notary_fee"]
    assert [key for key, _ in blitar.settings] == ["days_without_visit"]
    assert [name for name, _ in sampang.settlements] == ["S-02"]
    assert [name for name, _ in blitar.settlements] == ["B-01"]


def test_numbers_go_on_where_they_were(older):
    bring_up_to_date(older)
    assert _all(older, "SELECT programme, key, value FROM counter ORDER BY key") == [
        ("blitar", "BN-2026", 264),
        ("sampang", "DB-2026", 155),
    ]


def test_every_line_of_the_trail_and_every_boundary_is_of_the_programme_that_it_was(older):
    bring_up_to_date(older)
    assert _all(older, "SELECT action, subject_kind, subject_id, programme FROM audit ORDER BY id") == [
        *TRAIL
    ]
    assert _all(older, "SELECT programme FROM boundary_file ORDER BY id") == [("sampang",), ("blitar",)]


@pytest.mark.parametrize("table", ["audit", "boundary_file"])
def test_what_was_kept_for_ever_stays_so(older, table):
    bring_up_to_date(older)
    with pytest.raises(DatabaseError, match="append-only"), older.writer.begin() as connection:
        connection.execute(text(f"UPDATE {table} SET programme = 'blitar'"))


def test_going_back_to_the_release_before_loses_no_role_number_or_line(older):
    queries = (
        "SELECT person_id, role FROM person_role ORDER BY person_id",
        "SELECT key, value FROM counter ORDER BY key",
        "SELECT id, action, subject_kind, subject_id FROM audit ORDER BY id",
        "SELECT id, regency_code FROM boundary_file ORDER BY id",
        "SELECT id, parameter FROM office_setting ORDER BY id",
    )
    before = [_all(older, query) for query in queries]
    bring_up_to_date(older)
    with exclusively(older) as connection:
        command.downgrade(configured(connection), "0009")
    assert [_all(older, query) for query in queries] == before
