"""Lists of binaan as they were taken in, so that one that was wrong can be taken back as a whole."""

from typing import Final

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep, keep_but_ending, let_change

revision = "0057"
down_revision = "0056"
branch_labels = None
depends_on = None

_ENDINGS: Final = ("taken_back_because", "taken_back_by_id", "taken_back_at")


def upgrade() -> None:
    """Make both tables; what is told of them stays."""
    op.create_table(
        "client_list",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("taken_back_because", sa.Text(), nullable=True),
        sa.Column("taken_back_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("taken_back_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_table(
        "client_list_line",
        sa.Column(
            "client_id", sa.Integer(), sa.ForeignKey("client.id"), primary_key=True, autoincrement=False
        ),
        sa.Column("list_id", sa.Integer(), sa.ForeignKey("client_list.id"), nullable=False),
    )
    op.create_index(None, "client_list_line", ["list_id"])
    keep_but_ending("client_list", _ENDINGS)
    keep("client_list_line")


def downgrade() -> None:
    """Forget which binaan came by which list."""
    op.drop_table("client_list_line")
    let_change("client_list")
    op.drop_table("client_list")
