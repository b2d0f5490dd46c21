"""A booking knows the day from which a loan counts its money, apart from the day on which it is booked."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import lifted

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the day; so far both were one."""
    with lifted("journal_entry"):
        day = sa.Column("value_on", sa.Date(), nullable=False, server_default=sa.text("'1970-01-01'"))
        op.add_column("journal_entry", day)
        op.execute('UPDATE journal_entry SET value_on = "on"')


def downgrade() -> None:
    """Drop the day; what was moved between parts is told as a reversal."""
    with lifted("journal_entry"):
        op.execute("UPDATE journal_entry SET kind = 'reversal' WHERE kind = 'reallocation'")
        op.drop_column("journal_entry", "value_on")
