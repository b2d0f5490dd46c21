"""What the office decides for itself: values of its own settings, and readings it settled."""

from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "office_setting",
        *_proposal(),
        sa.Column("parameter", sa.Text(), nullable=False, index=True),
        sa.Column("value", sa.JSON(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
    )
    op.create_table(
        "reading_settlement",
        *_proposal(),
        sa.Column("interpretation", sa.Text(), nullable=False, index=True),
        sa.Column("reading", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("decree", sa.Text(), nullable=False),
    )


def downgrade() -> None:
    """Remove the tables with all that is in them."""
    op.drop_table("reading_settlement")
    op.drop_table("office_setting")


def _proposal() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("approved_by_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("approved_at", sa.DateTime(timezone=True)),
    )
