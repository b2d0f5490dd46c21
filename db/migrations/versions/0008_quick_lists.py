"""Indexes that find quickly which recommendations wait, and what somebody verified in a month."""

from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None

_WAITING, _STEPS = "ix_visit_state_agency", "ix_visit_step_by_person_id_at"


def upgrade() -> None:
    """Make the indexes."""
    op.create_index(_WAITING, "visit", ["state", "agency"])
    op.create_index(_STEPS, "visit_step", ["by_person_id", "at"])


def downgrade() -> None:
    """Drop them."""
    op.drop_index(_STEPS, "visit_step")
    op.drop_index(_WAITING, "visit")
