"""Claims that were handed over are found by their kind, not by reading all that was done to collect."""

from alembic import op

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the index."""
    op.create_index("ix_collection_entry_kind_loan_id", "collection_entry", ["kind", "loan_id"])


def downgrade() -> None:
    """Drop it."""
    op.drop_index("ix_collection_entry_kind_loan_id", "collection_entry")
