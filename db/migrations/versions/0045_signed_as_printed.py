"""Papers that wait for their signatures, that they came back, and the officers of a koperasi."""

from typing import Any

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

_TABLES = ("paper_to_sign", "paper_signed", "board_entry")


def upgrade() -> None:
    """Make the tables, and keep them append-only."""
    op.create_table(
        "paper_to_sign",
        sa.Column("paper_id", sa.Integer(), sa.ForeignKey("issued_paper.id"), primary_key=True),
        sa.Column("application_id", sa.Integer(), sa.ForeignKey("application.id"), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("body", "facts")),
        sa.Column("replaces_id", sa.Integer(), sa.ForeignKey("paper_to_sign.paper_id"), nullable=True),
        sa.UniqueConstraint("replaces_id", name="uq_paper_to_sign_replaces_id"),
    )
    op.create_index("ix_paper_to_sign_application_id", "paper_to_sign", ["application_id"])
    op.create_table(
        "paper_signed",
        sa.Column("paper_id", sa.Integer(), sa.ForeignKey("paper_to_sign.paper_id"), primary_key=True),
        sa.Column("on", sa.Date(), nullable=False),
        *_by_and_at(),
    )
    op.create_table(
        "board_entry",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("application_id", sa.Integer(), sa.ForeignKey("application.id"), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        *_by_and_at(),
    )
    op.create_index("ix_board_entry_application_id", "board_entry", ["application_id"])
    for table in _TABLES:
        keep(table)


def _by_and_at() -> tuple[sa.Column[Any], ...]:
    return (
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    """Drop the tables."""
    for table in reversed(_TABLES):
        op.drop_table(table)
