"""The day on which a binaan that nobody mentored was given to a Pendamping."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; a binaan with a Pendamping from its first day has none."""
    op.add_column("client", sa.Column("given_on", sa.Date()))


def downgrade() -> None:
    """Drop the column with what it holds."""
    op.drop_column("client", "given_on")
