"""The migrations make exactly the tables that the program expects, whoever starts first."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import inspect, text

from db.blitar.caseload.month_counts import count_anew
from db.engine import Database
from db.schema import NEWEST, bring_up_to_date, configured, exclusively
from db.tables import Base

_NAMES = """
account account_month alembic_version application assignment audit bank_file bank_mapping bank_row
board_entry boundary_file candidate candidate_record capital_proposal chain_link client
client_indicator client_list client_list_line closed_month collateral collection_entry counter
custody_entry data_key erased_run erasure erasure_hold erasure_line erasure_list evidence
evidence_bytes evidence_withdrawal facilitator_review file_count file_step follow_up fund handover
handover_line indicator_reading installation instalment issued_paper journal_entry judgement
kept_edition later_instrument law_check lending_month loan loan_progress logo marker meeting
mentoring_paper month_count monthly_report offered_thing office_setting own_text paper paper_signed
paper_to_sign person person_role policy_draft posting principal_due reading_settlement receipt recommendation
recommendation_bundle recommendation_item recorded_again red_list_entry renewal_decree
reversal_proposal role_end role_proposal selection_round settlement settlement_quote sign_in staff
staff_record submission survey_finding taken_over_loan takeover_proposal team_member_entry
team_member_struck unsent_form upgrade_proposal use_of_funds visit visit_import visit_part
visit_step visit_task week_plan write_off_proposal
"""
TABLES = _NAMES.split()


@pytest.fixture
def database(empty_database_url):
    database = Database.at(empty_database_url)
    yield database
    database.close()


def test_the_migrated_tables_are_those_of_the_program(database):
    bring_up_to_date(database)
    with database.engine.connect() as connection:
        assert sorted(inspect(connection).get_table_names()) == TABLES
        assert compare_metadata(MigrationContext.configure(connection), Base.metadata) == []


def test_the_newest_file_of_the_migrations_is_the_last_of_their_row(database):
    with exclusively(database) as connection:
        assert ScriptDirectory.from_config(configured(connection)).get_heads() == [NEWEST]


def test_a_difference_would_be_seen(database):
    bring_up_to_date(database)
    with exclusively(database) as connection:
        connection.execute(text("ALTER TABLE person ADD COLUMN nickname TEXT"))
        differences = compare_metadata(MigrationContext.configure(connection), Base.metadata)
    assert [difference[0] for difference in differences] == ["remove_column"]


def test_bringing_up_to_date_twice_changes_nothing(database):
    bring_up_to_date(database)
    bring_up_to_date(database)
    with database.engine.connect() as connection:
        assert connection.scalar(text("SELECT version_num FROM alembic_version")) == NEWEST


def test_migrations_can_be_taken_back_and_run_again(database):
    bring_up_to_date(database)
    with exclusively(database) as connection:
        command.downgrade(configured(connection), "base")
        assert inspect(connection).get_table_names() == ["alembic_version"]
    bring_up_to_date(database)
    with database.engine.connect() as connection:
        assert sorted(inspect(connection).get_table_names()) == TABLES


def test_processes_that_start_at_one_moment_wait_for_each_other(empty_database_url):
    together = Barrier(4)

    def start(_):
        database = Database.at(empty_database_url)
        together.wait()
        bring_up_to_date(database)
        database.close()

    with ThreadPoolExecutor(4) as threads:
        list(threads.map(start, range(4)))
    database = Database.at(empty_database_url)
    with database.engine.connect() as connection:
        assert sorted(inspect(connection).get_table_names()) == TABLES
    database.close()


_A_CLIENT = """
INSERT INTO client
(id, number, version, kind, status, name, search_name, since, stage, body, changed_by_id, changed_at)
VALUES (:id, :name, 1, 'client_micro', 'open', :name, :form, '2026-02-02', 'new', '{}', 1, '2026-02-02')
"""


def test_names_of_an_older_database_are_compared_by_letters_that_look_the_same(database):
    with exclusively(database) as connection:
        command.upgrade(configured(connection), "0012")
        connection.execute(text("INSERT INTO person (id, name, active) VALUES (1, 'Sri', TRUE)"))
        for number, (name, form) in enumerate((("Batik Maʼarif", "batik maʼarif"), ("Toko", "toko")), 1):
            told = {"id": number, "name": name, "form": form}
            connection.execute(text(_A_CLIENT), told)
    bring_up_to_date(database)
    with database.engine.connect() as connection:
        forms = connection.scalars(text("SELECT search_name FROM client ORDER BY id")).all()
    assert forms == ["batik ma arif", "toko"]


_A_MENTOR = """
INSERT INTO staff (id, version, kind, name, decree, appointed_on, contract_until, background, changed_at)
VALUES (1, 1, 'mentor', 'Sri', '1', '2026-01-01', '2026-12-31', '{}', '2026-01-01')
"""


def test_the_kept_numbers_of_an_older_database_with_binaan_are_those_of_a_count_from_the_ground(database):
    with exclusively(database) as connection:
        command.upgrade(configured(connection), "0037")
        connection.execute(text("INSERT INTO person (id, name, active) VALUES (1, 'Sri', TRUE)"))
        connection.execute(text(_A_MENTOR))
        for number in (1, 2):
            connection.execute(text(_A_CLIENT), {"id": number, "name": f"Toko {number}", "form": "toko"})
        connection.execute(text("UPDATE client SET mentor_id = 1, district_code = '35.05.13'"))
    bring_up_to_date(database)
    held = text("SELECT key, place, n FROM month_count WHERE what = 'held now'")
    with database.write() as session:
        kept = sorted(map(tuple, session.execute(text("SELECT what, month, key, place, n FROM month_count"))))
        assert session.execute(held).all() == [("35.05.13", "1", 2)]
        count_anew(session)
        session.flush()
        anew = session.execute(text("SELECT what, month, key, place, n FROM month_count WHERE n <> 0"))
        assert sorted(map(tuple, anew)) == [row for row in kept if row[-1]]


def test_a_migration_that_fails_leaves_the_database_as_it_was(database):
    def fail_halfway():
        with exclusively(database) as connection:
            command.upgrade(configured(connection), "0001")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail_halfway()
    with database.engine.connect() as connection:
        assert inspect(connection).get_table_names() == []
