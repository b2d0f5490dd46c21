"""What is done to collect a loan that is behind, and the red list."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0031"
down_revision = "0030"
branch_labels = None
depends_on = None

_STANDING = sa.text("closed_at IS NULL AND lifted_at IS NULL")


def upgrade() -> None:
    """Make the tables; what was done is kept as it was written."""
    op.create_table(
        "collection_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("loan_id", sa.Integer(), sa.ForeignKey("loan.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("paper_id", sa.Integer(), sa.ForeignKey("issued_paper.id"), nullable=True),
        sa.Column("ends_id", sa.Integer(), sa.ForeignKey("collection_entry.id"), nullable=True),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("paper_id", name="uq_collection_entry_paper_id"),
        sa.UniqueConstraint("ends_id", name="uq_collection_entry_ends_id"),
    )
    op.create_index("ix_collection_entry_loan_id", "collection_entry", ["loan_id"])
    keep("collection_entry")
    _red_list()


def _red_list() -> None:
    people = ("proposed", "closed", "approved", "lifted")
    op.create_table(
        "red_list_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("loan_id", sa.Integer(), sa.ForeignKey("loan.id"), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("found", sa.JSON(), nullable=False),
        *(
            sa.Column(f"{who}_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=who != "proposed")
            for who in people
        ),
        *(sa.Column(f"{who}_at", sa.DateTime(timezone=True), nullable=who != "proposed") for who in people),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("closed_how", "closed_reason")),
        sa.Column("lifted_reason", sa.Text(), nullable=True),
        *(sa.Column(name, sa.Date(), nullable=True) for name in ("since", "lifted_on")),
    )
    op.create_index("ix_red_list_entry_loan_id", "red_list_entry", ["loan_id"])
    op.create_index(
        "uq_red_list_entry_standing",
        "red_list_entry",
        ["loan_id"],
        unique=True,
        sqlite_where=_STANDING,
        postgresql_where=_STANDING,
    )


def downgrade() -> None:
    """Drop the tables."""
    op.drop_table("red_list_entry")
    op.drop_table("collection_entry")
