"""A file may be decided once more after a decision was taken back, which stays where it was."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import lifted

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None

_INDEX = "uq_file_step_decided"
_DECIDED = sa.text("step IN ('approve', 'refuse')")


def upgrade() -> None:
    """Count the attempts; of each at most one decision is possible, as before."""
    op.add_column("file_step", sa.Column("attempt", sa.Integer(), nullable=False, server_default="0"))
    _decided_once("application_id", "attempt")


def downgrade() -> None:
    """Drop the count; a decision that was taken back, and its taking back, are told as postponements."""
    with lifted("file_step"):
        op.execute(
            "UPDATE file_step SET step = 'postpone' WHERE step IN ('approve', 'refuse') AND EXISTS "
            "(SELECT 1 FROM file_step AS later WHERE later.application_id = file_step.application_id "
            "AND later.seq = file_step.seq + 1 AND later.step = 'take_back')"
        )
        op.execute("UPDATE file_step SET step = 'postpone' WHERE step = 'take_back'")
        _decided_once("application_id")
        op.drop_column("file_step", "attempt")


def _decided_once(*columns: str) -> None:
    op.drop_index(_INDEX, "file_step")
    op.create_index(
        _INDEX, "file_step", list(columns), unique=True, sqlite_where=_DECIDED, postgresql_where=_DECIDED
    )
