"""The seal of a paper that went out, and the ways to find a paper again; papers of before have none."""

import sqlalchemy as sa
from alembic import op

revision = "0041"
down_revision = "0040"
branch_labels = None
depends_on = None

_FOUND_BY = ("seal", "sha256", "number")


def upgrade() -> None:
    """Add the column, which begins empty, and the indexes."""
    op.add_column("issued_paper", sa.Column("seal", sa.Text(), nullable=False, server_default=""))
    for name in _FOUND_BY:
        op.create_index(f"ix_issued_paper_{name}", "issued_paper", [name])


def downgrade() -> None:
    """Drop them; the seal stays inside each file."""
    for name in _FOUND_BY:
        op.drop_index(f"ix_issued_paper_{name}", "issued_paper")
    op.drop_column("issued_paper", "seal")
