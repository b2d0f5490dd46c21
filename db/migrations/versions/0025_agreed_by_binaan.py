"""What is open of a binaan is found by the binaan, whatever the planner knows of the table."""

from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None

_BEFORE = "ix_follow_up_client_id"
_NOW = "ix_follow_up_client_id_state_due_on"


def upgrade() -> None:
    """Make the wider index in place of the narrow one."""
    op.create_index(_NOW, "follow_up", ["client_id", "state", "due_on"])
    op.drop_index(_BEFORE, "follow_up")


def downgrade() -> None:
    """Make the narrow one again."""
    op.create_index(_BEFORE, "follow_up", ["client_id"])
    op.drop_index(_NOW, "follow_up")
