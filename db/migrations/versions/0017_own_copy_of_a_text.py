"""The office's own copies of regulations, and who looked at the text of other law when."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0017"
down_revision = "0016"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add both tables; what they hold is never changed."""
    op.create_table(
        "own_text",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("instrument", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        *_who_and_when(),
    )
    op.create_table(
        "law_check",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("programme", sa.Text(), nullable=False),
        sa.Column("law", sa.Text(), nullable=False),
        sa.Column("found", sa.Text(), nullable=False),
        *_who_and_when(),
    )
    for table in ("own_text", "law_check"):
        op.create_index(f"ix_{table}_programme", table, ["programme"])
        keep(table)


def downgrade() -> None:
    """Drop both tables with what they hold."""
    op.drop_table("law_check")
    op.drop_table("own_text")


def _who_and_when() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
