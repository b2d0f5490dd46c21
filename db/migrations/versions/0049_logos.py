"""The logos of offices, each under its own digest."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0049"
down_revision = "0048"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table, and keep it append-only."""
    op.create_table(
        "logo",
        sa.Column("sha256", sa.Text(), primary_key=True),
        sa.Column("data", sa.LargeBinary(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    keep("logo")


def downgrade() -> None:
    """Drop it."""
    op.drop_table("logo")
