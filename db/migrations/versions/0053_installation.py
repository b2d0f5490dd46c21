"""What a store is for, demo or real, in a row of its own that nobody changes; the loose mark goes.

The row itself is written when the database is opened (db/opening.py), so that the chain binds it.
"""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table; whoever opens the database has read the mark before."""
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("identity", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("mark", sa.Text(), nullable=False),
        sa.CheckConstraint("id = 1", name="ck_installation_single"),
        sa.CheckConstraint("kind IN ('demo', 'real')", name="ck_installation_kind"),
    )
    keep("installation")
    op.execute("DELETE FROM marker WHERE key IN ('demo', 'created_at')")


def downgrade() -> None:
    """Put the loose mark back where the store is a demo."""
    op.execute("INSERT INTO marker (key, value) SELECT 'demo', 'yes' FROM installation WHERE kind = 'demo'")
    op.drop_table("installation")
