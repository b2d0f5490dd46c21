"""Indexes that hold what lists of binaan and of visits choose, count and sort by, for those of one column."""

from alembic import op

revision = "0023"
down_revision = "0021"
branch_labels = None
depends_on = None

_LOOKED_AT = (
    "waits_since", "search_name", "id", "number", "mentor_id", "district_code", "kind", "sector", "stage",
    "movement", "last_visit_on", "agreed_open", "agreed_due", "since",
)  # fmt: skip
_MADE = {
    "waiting": ("status",),
    "of_district": ("district_code", "status"),
    "of_mentor": ("mentor_id", "status"),
    "agreed": ("status", "agreed_due"),
}
_DROPPED: tuple[tuple[str, ...], ...] = (
    ("kind",),
    ("status",),
    ("district_code",),
    ("mentor_id",),
    ("sector",),
    ("stage",),
    ("status", "waits_since", "search_name", "id", "mentor_id"),
    ("status", "agreed_due"),
)
_VISITS: tuple[tuple[str, ...], ...] = (("state", "on"), ("district_code", "state", "on"))


def upgrade() -> None:
    """Make the new indexes in place of the old ones."""
    for columns in _DROPPED:
        op.drop_index(f"ix_client_{'_'.join(columns)}", "client", if_exists=True)
    for name, first in _MADE.items():
        rest = [column for column in _LOOKED_AT if column not in first]
        op.create_index(f"ix_client_{name}", "client", [*first, *rest])
    op.drop_index("ix_visit_state", "visit")
    for columns in _VISITS:
        op.create_index(f"ix_visit_{'_'.join(columns)}", "visit", columns)


def downgrade() -> None:
    """Make the old ones again."""
    for columns in _VISITS:
        op.drop_index(f"ix_visit_{'_'.join(columns)}", "visit")
    op.create_index("ix_visit_state", "visit", ["state"])
    for name in _MADE:
        op.drop_index(f"ix_client_{name}", "client")
    for columns in _DROPPED:
        op.create_index(f"ix_client_{'_'.join(columns)}", "client", columns)
