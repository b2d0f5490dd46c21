"""Why something was recorded that the store had already, kept with what was recorded."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the table, which is only ever added to."""
    op.create_table(
        "recorded_again",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("in_table", sa.Text(), nullable=False),
        sa.Column("row_id", sa.Integer(), nullable=False),
        sa.Column("because", sa.Text(), nullable=False),
        sa.Column("resembles", sa.JSON(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index(None, "recorded_again", ["in_table", "row_id"])
    keep("recorded_again")


def downgrade() -> None:
    """Drop the table with what it holds."""
    op.drop_table("recorded_again")
