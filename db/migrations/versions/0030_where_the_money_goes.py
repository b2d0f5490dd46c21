"""Months of the books are closed, and capital changes by a decree and two people."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0030"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add up to which day the books are closed, the months with what they stood at, and the proposals."""
    op.add_column("fund", sa.Column("closed_until", sa.Date(), nullable=True))
    op.create_table(
        "closed_month",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("month", sa.Date(), nullable=False, unique=True),
        sa.Column("balances", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("entries", sa.Integer(), nullable=False),
        sa.Column("closed_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=False),
    )
    keep("closed_month")
    op.create_table(
        "capital_proposal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("move", sa.Text(), nullable=False),
        sa.Column("amount", sa.BigInteger(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("decree", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("approved_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("journal_entry.id"), nullable=True, unique=True),
        sa.Column("closed_how", sa.Text(), nullable=True),
        sa.Column("closed_reason", sa.Text(), nullable=True),
        sa.Column("closed_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
    )


def downgrade() -> None:
    """Drop what was closed and proposed; what was booked stays in the journal."""
    op.drop_table("capital_proposal")
    op.drop_table("closed_month")
    op.drop_column("fund", "closed_until")
