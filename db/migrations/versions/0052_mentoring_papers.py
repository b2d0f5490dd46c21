"""Papers of the mentoring as they went out, byte by byte; never changed or deleted."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

_FOUND_BY = ("number", "sha256", "seal")


def upgrade() -> None:
    """Make the table; what went out before was not kept."""
    op.create_table(
        "mentoring_paper",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("of_id", sa.Integer(), nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("dated_on", sa.Date(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("seal", sa.Text(), nullable=False),
        sa.Column("pdf", sa.LargeBinary(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_mentoring_paper_of", "mentoring_paper", ["kind", "of_id"])
    for name in _FOUND_BY:
        op.create_index(f"ix_mentoring_paper_{name}", "mentoring_paper", [name])
    keep("mentoring_paper")


def downgrade() -> None:
    """Drop it; the seal stays inside each file."""
    op.drop_table("mentoring_paper")
