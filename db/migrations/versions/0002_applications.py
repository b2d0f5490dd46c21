"""Applications with their collateral, papers, judgements and receipts."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_SORTABLE = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make the tables, and keep judgements and receipts append-only."""
    _make_application()
    _make_collateral_and_papers()
    _make_findings()
    for table in ("judgement", "receipt"):
        keep(table)


def downgrade() -> None:
    """Remove the tables with all that is in them."""
    for table in ("receipt", "judgement", "paper", "collateral", "application"):
        op.drop_table(table)


def _make_application() -> None:
    op.create_table(
        "application",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("number", sa.Text(), nullable=False, unique=True),
        sa.Column("status", sa.Text(), nullable=False, index=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False, index=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("search_name", _SORTABLE, nullable=False),
        sa.Column("nik", sa.Text(), index=True),
        sa.Column("npwp", sa.Text()),
        sa.Column("npwp_key", sa.Text(), index=True),
        sa.Column("spouse_nik", sa.Text(), index=True),
        sa.Column("district_code", sa.Text(), index=True),
        sa.Column("village_code", sa.Text()),
        sa.Column("amount", sa.BigInteger()),
        sa.Column("term_months", sa.Integer()),
        sa.Column("filed_on", sa.Date(), index=True),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("answers", sa.JSON(), nullable=False),
        sa.Column("verdict", sa.Text(), index=True),
        sa.Column("most", sa.BigInteger()),
        _person("entered_by_id"),
        sa.Column("entered_at", sa.DateTime(timezone=True), nullable=False),
        _person("changed_by_id"),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index(None, "application", ["search_name", "district_code"])


def _make_collateral_and_papers() -> None:
    op.create_table(
        "collateral",
        _application(primary_key=True),
        sa.Column("position", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("description", sa.Text(), nullable=False),
        sa.Column("value", sa.BigInteger()),
        sa.Column("assessed_by", sa.Text(), nullable=False),
        sa.Column("owned_by_applicant", sa.Boolean()),
        sa.Column("owner_name", sa.Text(), nullable=False),
        sa.Column("power_of_attorney", sa.Boolean()),
        sa.Column("situation", sa.Text()),
        sa.Column("price_letter", sa.Text()),
        sa.Column("wheels", sa.Integer()),
        sa.Column("year", sa.Integer()),
        sa.Column("title_year", sa.Integer()),
        sa.Column("plate", sa.Text()),
        sa.Column("sale_receipt", sa.Boolean()),
        sa.Column("statement", sa.Boolean()),
    )
    op.create_table(
        "paper",
        _application(primary_key=True),
        sa.Column("code", sa.Text(), primary_key=True),
        sa.Column("present", sa.Boolean(), nullable=False),
    )


def _make_findings() -> None:
    op.create_table(
        "judgement",
        sa.Column("id", sa.Integer(), primary_key=True),
        _application(index=True),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("answer", sa.Boolean(), nullable=False),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        _person("by_person_id"),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("recorded_at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_table(
        "receipt",
        _application(primary_key=True),
        sa.Column("seq", sa.Integer(), primary_key=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("verdict_in_use", sa.Text(), nullable=False),
        sa.Column("most", sa.BigInteger()),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        _person("by_person_id"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def _application(*, primary_key: bool = False, index: bool = False) -> sa.Column[int]:
    return sa.Column(
        "application_id",
        sa.Integer(),
        sa.ForeignKey("application.id"),
        primary_key=primary_key,
        nullable=False,
        index=index,
    )


def _person(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), sa.ForeignKey("person.id"), nullable=False)
