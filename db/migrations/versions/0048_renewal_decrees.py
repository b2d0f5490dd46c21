"""Decrees that renew contracts of Pendamping, each with its list; never changed or deleted."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0048"
down_revision = "0047"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "renewal_decree",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("lines", sa.JSON(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    keep("renewal_decree")


def downgrade() -> None:
    """Drop it."""
    op.drop_table("renewal_decree")
