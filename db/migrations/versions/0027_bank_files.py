"""The bank's monthly files with their rows, and how each bank writes its columns."""

import sqlalchemy as sa
from alembic import op

revision = "0027"
down_revision = "0026"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table(
        "bank_file",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("bank", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("first", sa.Date(), nullable=False),
        sa.Column("last", sa.Date(), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("tallies", sa.JSON(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("accepted_at", sa.DateTime(timezone=True), nullable=True),
    )
    op.create_index("ix_bank_file_sha256", "bank_file", ["sha256"])
    op.create_index("ix_bank_file_accepted_at_first_last", "bank_file", ["accepted_at", "first", "last"])
    _rows()
    op.create_table(
        "bank_mapping",
        sa.Column("bank", sa.Text(), primary_key=True),
        sa.Column("columns", sa.JSON(), nullable=False),
        sa.Column("day_order", sa.Text(), nullable=True),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )


def _rows() -> None:
    texts = ("kind", "state", "reason", "number", "name", "reference", "note")
    op.create_table(
        "bank_row",
        sa.Column("file_id", sa.Integer(), sa.ForeignKey("bank_file.id"), primary_key=True),
        sa.Column("line", sa.Integer(), primary_key=True),
        *(sa.Column(name, sa.Text(), nullable=False) for name in texts),
        sa.Column("on", sa.Date(), nullable=True),
        *(sa.Column(name, sa.BigInteger(), nullable=True) for name in ("amount", "principal", "interest")),
        *(sa.Column(name, sa.JSON(), nullable=True) for name in ("written", "candidates")),
        sa.Column("loan_id", sa.Integer(), sa.ForeignKey("loan.id"), nullable=True),
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("journal_entry.id"), nullable=True),
        sa.Column("decided_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("because", sa.Text(), nullable=True),
        sa.UniqueConstraint("entry_id", name="uq_bank_row_entry_id"),
    )
    op.create_index("ix_bank_row_file_id_state_kind_line", "bank_row", ["file_id", "state", "kind", "line"])


def downgrade() -> None:
    """Drop the tables; what was booked stays in the journal."""
    for table in ("bank_mapping", "bank_row", "bank_file"):
        op.drop_table(table)
