"""A photo or scan also tells of which paper of its subject it is; blank where the subject is one thing."""

import sqlalchemy as sa
from alembic import op

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the part; what is there tells of none."""
    op.add_column("evidence", sa.Column("part", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    """Take it out."""
    op.drop_column("evidence", "part")
