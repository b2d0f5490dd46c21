"""Later instruments entered on screen, the rules that receipts need, and by which law a verdict was found."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0018"
down_revision = "0017"
branch_labels = None
depends_on = None

_STANDING = "ix_application_status_basis_filed_on"


def upgrade() -> None:
    """Make the tables; a verdict without its law is found anew when a list is opened."""
    op.create_table(
        "later_instrument",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("programme", sa.Text(), nullable=False, index=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("in_force_since", sa.Date(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("proposed_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True)),
        sa.Column("approved_by_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("approved_at", sa.DateTime(timezone=True)),
        sa.Column("closed_how", sa.Text()),
        sa.Column("closed_reason", sa.Text()),
        sa.Column("closed_by_id", sa.Integer(), sa.ForeignKey("person.id")),
        sa.Column("closed_at", sa.DateTime(timezone=True)),
    )
    op.create_table(
        "kept_edition",
        sa.Column("programme", sa.Text(), primary_key=True),
        sa.Column("fingerprint", sa.Text(), primary_key=True),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    keep("kept_edition")
    op.add_column("application", sa.Column("basis", sa.Text()))
    op.create_index(_STANDING, "application", ["status", "basis", "filed_on"])
    op.add_column("receipt", sa.Column("because", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Drop both tables, and what the columns told."""
    op.drop_column("receipt", "because")
    op.drop_index(_STANDING, "application")
    op.drop_column("application", "basis")
    op.drop_table("kept_edition")
    op.drop_table("later_instrument")
