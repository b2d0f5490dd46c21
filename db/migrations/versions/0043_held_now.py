"""How many open binaan each Pendamping has in each kecamatan, kept like the other numbers."""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Count what is there; a store that comes from before 0038 has it from its count."""
    op.execute(sa.text("DELETE FROM month_count WHERE what = 'held now'"))
    op.execute(
        sa.text(
            "INSERT INTO month_count (what, month, key, place, n) "
            "SELECT 'held now', 0, coalesce(district_code, ''), CAST(mentor_id AS TEXT), count(*) "
            "FROM client WHERE status = 'open' AND mentor_id IS NOT NULL GROUP BY district_code, mentor_id"
        )
    )


def downgrade() -> None:
    """Take it out; everything of it stands in the binaan."""
    op.execute(sa.text("DELETE FROM month_count WHERE what = 'held now'"))
