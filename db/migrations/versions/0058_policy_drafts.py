"""Drafts that were tried on a register and kept, so that a link opens the same simulation again."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep_but_ending, let_change

revision = "0058"
down_revision = "0057"
branch_labels = None
depends_on = None

_ENDINGS: Final = ("ended_by_id", "ended_at")


def upgrade() -> None:
    """Make the table; what is told of a draft stays."""
    op.create_table(
        "policy_draft",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("since", sa.Date(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index(None, "policy_draft", ["programme"])
    keep_but_ending("policy_draft", _ENDINGS)


def downgrade() -> None:
    """Forget the drafts."""
    let_change("policy_draft")
    op.drop_table("policy_draft")
