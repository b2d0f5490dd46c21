"""The lines of a recommendation letter as they stood when it was set."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; a letter that was set before keeps reading its visits."""
    op.add_column("recommendation_bundle", sa.Column("letter", sa.JSON()))


def downgrade() -> None:
    """Drop the column with what it holds."""
    op.drop_column("recommendation_bundle", "letter")
