"""Bookings are found by the day of their money, whenever they were booked."""

from alembic import op

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_journal_entry_value_on", "journal_entry", ["value_on"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_journal_entry_value_on", "journal_entry")
