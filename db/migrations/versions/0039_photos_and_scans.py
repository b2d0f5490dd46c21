"""Photos and scans beside what they show; withdrawn by a row of its own, never deleted."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None

_TABLES = ("evidence", "evidence_bytes", "evidence_withdrawal")


def upgrade() -> None:
    """Make the tables, and keep them append-only."""
    op.create_table(
        "evidence",
        sa.Column("id", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("programme", "subject_kind")),
        sa.Column("subject_id", sa.Integer(), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("kind", "caption")),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        *(sa.Column(name, sa.Integer(), nullable=False) for name in ("width", "height")),
        sa.Column("taken_at", sa.DateTime(timezone=True)),
        *(sa.Column(name, sa.Double()) for name in ("latitude", "longitude")),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index("ix_evidence_subject_kind_subject_id", "evidence", ["subject_kind", "subject_id"])
    op.create_index("ix_evidence_programme_size", "evidence", ["programme", "size"])
    op.create_table(
        "evidence_bytes",
        sa.Column("evidence_id", sa.Integer(), sa.ForeignKey("evidence.id"), primary_key=True),
        *(sa.Column(name, sa.LargeBinary(), nullable=False) for name in ("data", "small")),
    )
    op.create_table(
        "evidence_withdrawal",
        sa.Column("evidence_id", sa.Integer(), sa.ForeignKey("evidence.id"), primary_key=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    for table in _TABLES:
        keep(table)


def downgrade() -> None:
    """Drop the tables."""
    for table in reversed(_TABLES):
        op.drop_table(table)
