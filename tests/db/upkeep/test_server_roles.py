"""The application works under a role that owns no table, and whoever has its password rewrites nothing."""

from uuid import uuid4

import psycopg
import pytest
from sqlalchemy import text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import DBAPIError

from db.chain.walking import walk_chain
from db.engine import Database
from db.opening import open_database
from db.refusals import OwnerNeeded
from db.sampang.loans.payments import record_payment
from db.schema import NEWEST
from db.upkeep.server_roles import RoleRefused, give_rights
from domain.sampang.fund.money_in import Payment
from domain.sampang.origination.stages import Stage
from scripts import migrate as migrate_command
from scripts import postgres_roles as command
from tests.db.blitar.test_reports import Reporting
from tests.db.retention.yearly import Yearly
from tests.db.sampang.collecting import visit
from tests.db.sampang.lending import DAY, a_lending_office
from tests.db.sampang.settling import a_running_loan, quote, settle
from tests.db.sampang.signing import prepare, sign
from tests.db.sampang.taking_over import an_old_loan, take_over

TAMPERING = [
    "UPDATE audit SET person_name = 'Orang lain'",
    "DELETE FROM posting",
    "DELETE FROM person",
    "INSERT INTO alembic_version VALUES ('0001')",
    "UPDATE alembic_version SET version_num = '0001'",
    "TRUNCATE counter",
    "DROP TRIGGER audit_kept ON audit",
    "ALTER TABLE audit DISABLE TRIGGER ALL",
    "SET session_replication_role = replica",
    "CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE sql AS $$ SELECT NEW $$",
    "CREATE TABLE other (id INTEGER)",
    "DROP TABLE loan CASCADE",
    "ALTER TABLE person ADD COLUMN nickname TEXT",
]


@pytest.fixture(scope="module")
def owner_url(postgres_server, templates):
    """A database of the owner, with the people of the office."""
    name = f"test_{uuid4().hex}"
    _run(postgres_server, f"CREATE DATABASE {name} TEMPLATE {templates('postgresql')} STRATEGY FILE_COPY")
    yield postgres_server.get_uri(database=name, driver="psycopg")
    _run(postgres_server, f"DROP DATABASE {name} WITH (FORCE)")


@pytest.fixture(scope="module")
def role(postgres_server, owner_url):
    """A role of the application, with its rights."""
    name = f"aplikasi_{uuid4().hex[:8]}"
    _run(postgres_server, f"CREATE ROLE {name} LOGIN")
    assert command.main([owner_url, name]) == 0
    yield name
    with psycopg.connect(make_url(owner_url).set(drivername="postgresql").render_as_string()) as connection:
        connection.execute(f"DROP OWNED BY {name}")
    _run(postgres_server, f"DROP ROLE {name}")


@pytest.fixture(scope="module")
def application(owner_url, role):
    """An office that works under that role."""
    with a_lending_office(make_url(owner_url).set(username=role).render_as_string()) as lending:
        yield lending


def _run(server, statement):
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute(statement)


def test_the_work_of_both_programmes_is_done_under_it_and_the_chain_holds(application, role):
    application.file_at(Stage.DISBURSED)
    payment = Payment(amount=1_000_000, on=DAY, reference="x")
    application.run(record_payment, application.officer, 1, payment)
    sign(application, prepare(application, application.file_at(Stage.APPROVED)))
    settle(application, quote(application, a_running_loan(application)))
    visit(application, 1)
    take_over(application, an_old_loan())
    Reporting(application.office).send()
    with application.database.read() as session:
        assert session.scalar(text("SELECT current_user")) == role
        assert walk_chain(session).broken is None


def test_two_people_erase_what_is_due_under_it_and_without_their_list_it_erases_nothing(application):
    office = Yearly(application)
    with pytest.raises(DBAPIError, match="append-only"), office.database.write() as session:
        session.execute(text("UPDATE audit SET after = NULL"))
    office.set_years()
    assert office.approve(office.propose()) == len(office.outcomes())
    assert office.walked() is None


@pytest.mark.parametrize("statement", TAMPERING)
def test_under_it_nothing_is_rewritten(application, statement):
    with (
        pytest.raises(DBAPIError, match="permission denied|must be owner"),
        application.database.write() as session,
    ):
        session.execute(text(statement))


def test_tables_of_an_earlier_release_wait_for_the_owner(owner_url, application, capsys):
    owner = Database.at(owner_url)
    as_application = application.database.engine.url.render_as_string(hide_password=False)
    with owner.writer.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0053'"))
    try:
        with pytest.raises(OwnerNeeded, match=r"scripts\.migrate"):
            open_database(as_application, sign_in_configured=False)
    finally:
        with owner.writer.begin() as connection:
            connection.execute(text("UPDATE alembic_version SET version_num = :newest"), {"newest": NEWEST})
        owner.close()
    assert migrate_command.main([owner_url]) == 0
    assert NEWEST in capsys.readouterr().out


@pytest.mark.parametrize(
    ("named", "said"),
    [("tidak_ada", "belum ada"), ("postgres", "pemilik tabel"), ('x"; DROP', "huruf kecil")],
)
def test_a_role_that_is_missing_or_mighty_gets_nothing(owner_url, named, said):
    owner = Database.at(owner_url)
    with pytest.raises(RoleRefused, match=said), owner.writer.begin() as connection:
        give_rights(connection, named, 16)
    owner.close()
