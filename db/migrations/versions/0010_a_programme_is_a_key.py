"""Roles, settings, readings, the trail, number series and boundaries belong to a programme each.

Until here the programme was a convention: which role, parameter, question or action belongs to which regency
stood in the program alone. What is stored gets the one that it meant.
"""

from typing import Any, Final

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import lifted

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None

_SAMPANG, _BLITAR = "sampang", "blitar"
_BLITAR_ROLES: Final = ("mentor", "facilitator", "agency_head")
_OFFICE_ROLES: Final = ("leadership", "administrator")
_BLITAR_SETTINGS: Final = ("days_before_contract_end", "days_without_visit", "upgrade_target")
_SAMPANG_ACTIONS: Final = (
    "save_application", "file_application", "record_receipt", "record_judgement", "advance_file",
    "record_survey", "save_meeting", "close_meeting", "record_custody", "issue_paper", "open_fund",
    "record_payment", "propose_reversal", "approve_reversal",
)  # fmt: skip
_PROPOSALS: Final = {
    "office_setting": f"parameter IN {_BLITAR_SETTINGS}",
    "reading_settlement": "interpretation LIKE 'B-%'",
}
_REGENCIES: Final = {_SAMPANG: "35.27", _BLITAR: "35.05"}


def upgrade() -> None:
    """Add the programme everywhere, with what is stored already."""
    _roles()
    _counters()
    for table, of_blitar in _PROPOSALS.items():
        _add(table)
        op.execute(f"UPDATE {table} SET programme = '{_BLITAR}' WHERE {of_blitar}")
    with lifted("boundary_file"):
        _add("boundary_file")
        op.execute(
            f"UPDATE boundary_file SET programme = '{_BLITAR}' WHERE regency_code = '{_REGENCIES[_BLITAR]}'"
        )
    _trail()


def downgrade() -> None:
    """Take the programme away again; a role that was held in both stays once."""
    op.drop_index("ix_audit_programme", "audit")
    with lifted("audit"):
        op.drop_column("audit", "programme")
    for table in ("boundary_file", *_PROPOSALS):
        op.drop_index(f"ix_{table}_programme", table)
        op.drop_column(table, "programme")
    _rebuild("counter", (sa.Column("key", sa.Text(), primary_key=True), _value()), "key, max(value)", "key")
    _rebuild("person_role", (_person(), _role()), "person_id, role", "person_id, role")


def _roles() -> None:
    mine = f"CASE WHEN role IN {_BLITAR_ROLES} THEN '{_BLITAR}' ELSE '{_SAMPANG}' END"
    _rebuild("person_role", (_person(), _programme(), _role()), f"person_id, {mine}, role")
    # Whoever leads or administers did so for both.
    op.execute(
        f"INSERT INTO person_role SELECT person_id, '{_BLITAR}', role FROM person_role "
        f"WHERE role IN {_OFFICE_ROLES}"
    )


def _counters() -> None:
    of_key = f"CASE WHEN key LIKE 'BN-%' THEN '{_BLITAR}' ELSE '{_SAMPANG}' END"
    columns = (_programme(), sa.Column("key", sa.Text(), primary_key=True), _value())
    _rebuild("counter", columns, f"{of_key}, key, value")


def _trail() -> None:
    op.add_column("audit", sa.Column("programme", sa.Text()))
    op.create_index(None, "audit", ["programme"])
    with lifted("audit"):
        op.execute(
            f"UPDATE audit SET programme = CASE WHEN action IN {_SAMPANG_ACTIONS} THEN '{_SAMPANG}' "
            # A full number is looked at in both; what it belongs to tells them apart.
            f"WHEN action = 'reveal_identity' AND subject_kind = 'application' THEN '{_SAMPANG}' "
            f"ELSE '{_BLITAR}' END WHERE action <> 'add_person'"
        )
        for table in (*_PROPOSALS, "boundary_file"):
            kind = "boundaries" if table == "boundary_file" else table
            op.execute(
                f"UPDATE audit SET programme = (SELECT programme FROM {table} WHERE {table}.id = subject_id) "
                f"WHERE subject_kind = '{kind}'"
            )


def _add(table: str) -> None:
    # Every row needs a value at once; the default goes again with the table made anew.
    with op.batch_alter_table(table) as batch:
        batch.add_column(sa.Column("programme", sa.Text(), nullable=False, server_default=_SAMPANG))
    with op.batch_alter_table(table) as batch:
        batch.alter_column("programme", server_default=None)
    op.create_index(None, table, ["programme"])


def _rebuild(table: str, columns: tuple[sa.Column[Any], ...], rows: str, group: str = "") -> None:
    op.execute(f"CREATE TABLE {table}_before AS SELECT * FROM {table}")
    op.drop_table(table)
    op.create_table(table, *columns)
    grouped = f" GROUP BY {group}" if group else ""
    op.execute(f"INSERT INTO {table} SELECT {rows} FROM {table}_before{grouped}")
    op.drop_table(f"{table}_before")


def _person() -> sa.Column[Any]:
    return sa.Column("person_id", sa.Integer(), sa.ForeignKey("person.id"), primary_key=True)


def _programme() -> sa.Column[Any]:
    return sa.Column("programme", sa.Text(), primary_key=True)


def _role() -> sa.Column[Any]:
    return sa.Column("role", sa.Text(), primary_key=True)


def _value() -> sa.Column[Any]:
    return sa.Column("value", sa.Integer(), nullable=False)
