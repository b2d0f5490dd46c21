"""Papers that went out are found by their day, for the register of a month."""

from alembic import op

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_issued_paper_dated_on", "issued_paper", ["dated_on"])


def downgrade() -> None:
    """Drop the index."""
    op.drop_index("ix_issued_paper_dated_on", "issued_paper")
