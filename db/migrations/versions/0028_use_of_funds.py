"""Visits after the money went out, about what became of it."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0028"
down_revision = "0027"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, which is only ever added to."""
    op.create_table(
        "use_of_funds",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("loan_id", sa.Integer(), sa.ForeignKey("loan.id"), nullable=False, index=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    keep("use_of_funds")


def downgrade() -> None:
    """Drop the table with what it holds."""
    op.drop_table("use_of_funds")
