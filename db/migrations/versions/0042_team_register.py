"""The register of the Pokjanis: who sits in it, and how a membership ended; never changed or deleted."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0042"
down_revision = "0041"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "team_member_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("ends_id", sa.Integer(), sa.ForeignKey("team_member_entry.id"), nullable=True),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.UniqueConstraint("ends_id", name="uq_team_member_entry_ends_id"),
    )
    keep("team_member_entry")


def downgrade() -> None:
    """Drop it."""
    op.drop_table("team_member_entry")
