"""That a line of the register of the Pokjanis was wrong."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and keep it append-only."""
    op.create_table(
        "team_member_struck",
        sa.Column("member_id", sa.Integer(), sa.ForeignKey("team_member_entry.id"), primary_key=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    keep("team_member_struck")


def downgrade() -> None:
    """Drop it."""
    op.drop_table("team_member_struck")
