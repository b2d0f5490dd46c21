"""Steps of a file, surveys, meetings, custody, issued papers, and the fund's books."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_KEPT = (
    "file_step", "survey_finding", "custody_entry", "issued_paper", "loan", "instalment",
    "journal_entry", "posting",
)  # fmt: skip
_TABLES = (
    "reversal_proposal", "posting", "journal_entry", "instalment", "loan", "fund", "issued_paper",
    "custody_entry", "survey_finding", "file_step", "meeting",
)  # fmt: skip


def upgrade() -> None:
    """Make the tables, keep what is recorded append-only, and put the one fund there, not yet opened."""
    _make_meeting_and_steps()
    _make_records()
    _make_loans()
    _make_journal()
    op.execute("INSERT INTO fund (key) VALUES ('sampang')")
    for table in _KEPT:
        keep(table)


def downgrade() -> None:
    """Remove the tables with all that is in them."""
    for table in _TABLES:
        op.drop_table(table)


def _make_meeting_and_steps() -> None:
    op.create_table(
        "meeting",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("held_on", sa.Date(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        _person("opened_by_id"),
        _moment("opened_at"),
        _person("closed_by_id", nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "file_step",
        _reference("application", primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("step", "from_stage", "to_stage")),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        _reference("meeting", nullable=True, index=True),
        _person("by_person_id"),
        _moment("at"),
    )
    _once("uq_file_step_decided", "step IN ('approve', 'refuse')")
    _once("uq_file_step_disbursed", "step IN ('disburse')")


def _make_records() -> None:
    op.create_table(
        "survey_finding",
        sa.Column("id", sa.Integer(), primary_key=True),
        _reference("application", index=True),
        sa.Column("body", sa.JSON(), nullable=False),
        _person("by_person_id"),
        _moment("at"),
    )
    op.create_table(
        "custody_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        _reference("application", index=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("standing_good", sa.Boolean()),
        sa.Column("standing_reason", sa.Text(), nullable=False),
        _person("by_person_id"),
        _moment("at"),
    )
    op.create_table(
        "issued_paper",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        _reference("application", nullable=True, index=True),
        _reference("meeting", nullable=True, index=True),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        _person("by_person_id"),
        _moment("at"),
    )


def _make_loans() -> None:
    op.create_table(
        "fund",
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("decree", sa.Text()),
        sa.Column("opened_on", sa.Date()),
        _person("opened_by_id", nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "loan",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column(
            "application_id", sa.Integer(), sa.ForeignKey("application.id"), nullable=False, unique=True
        ),
        sa.Column("principal", sa.BigInteger(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("tenor", "grace", "yearly_percent")),
        sa.Column("method", sa.Text(), nullable=False),
        sa.Column("disbursed_on", sa.Date(), nullable=False, index=True),
        sa.Column("rules_fingerprint", sa.Text(), nullable=False),
        _person("requested_by_id"),
        _person("approved_by_id"),
        _moment("at"),
    )
    op.create_table(
        "instalment",
        _reference("loan", primary_key=True),
        sa.Column("number", sa.Integer(), primary_key=True),
        sa.Column("due_on", sa.Date(), nullable=False, index=True),
        *(sa.Column(name, sa.BigInteger(), nullable=False) for name in ("principal", "interest", "balance")),
    )


def _make_journal() -> None:
    op.create_table(
        "journal_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False, index=True),
        sa.Column("memo", sa.Text(), nullable=False),
        _reference("loan", nullable=True, index=True),
        sa.Column("reverses_id", sa.Integer(), sa.ForeignKey("journal_entry.id"), unique=True),
        _person("by_person_id"),
        _moment("at"),
    )
    op.create_table(
        "posting",
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("journal_entry.id"), primary_key=True),
        sa.Column("account", sa.Text(), primary_key=True, index=True),
        sa.Column("amount", sa.BigInteger(), nullable=False),
    )
    op.create_table(
        "reversal_proposal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("journal_entry.id"), nullable=False, unique=True),
        sa.Column("reason", sa.Text(), nullable=False),
        _person("proposed_by_id"),
        _moment("proposed_at"),
        _person("approved_by_id", nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True)),
    )


def _reference(
    table: str, *, primary_key: bool = False, nullable: bool = False, index: bool = False
) -> sa.Column[Any]:
    return sa.Column(
        f"{table}_id",
        sa.Integer(),
        sa.ForeignKey(f"{table}.id"),
        primary_key=primary_key,
        nullable=nullable,
        index=index,
    )


def _person(name: str, *, nullable: bool = False) -> sa.Column[Any]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey("person.id"), nullable=nullable)


def _moment(name: str) -> sa.Column[Any]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=False)


def _once(name: str, where: str) -> None:
    op.create_index(
        name,
        "file_step",
        ["application_id"],
        unique=True,
        sqlite_where=sa.text(where),
        postgresql_where=sa.text(where),
    )
