"""Loans that are written off by the regency's decree: proposals, and what each booking keeps of them."""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0036"
branch_labels = None
depends_on = None

_WAITING = sa.text("closed_at IS NULL AND entry_id IS NULL")
_KEPT = (("loan_progress", "written_off"), ("loan_progress", "recovered"), ("principal_due", "written_off"))
_OF_CLAIM = "'write_off', 'recovery'"


def upgrade() -> None:
    """Add the columns, which begin at nothing, and make the table."""
    for table, name in _KEPT:
        op.add_column(table, sa.Column(name, sa.BigInteger(), nullable=False, server_default="0"))
    op.create_index("ix_loan_progress_written_off_loan_id", "loan_progress", ["written_off", "loan_id"])
    op.create_table(
        "write_off_proposal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("loan_id", sa.Integer(), sa.ForeignKey("loan.id"), nullable=False),
        *(sa.Column(name, sa.Text(), nullable=False) for name in ("decree", "reason")),
        sa.Column("decreed_on", sa.Date(), nullable=False),
        sa.Column("principal", sa.BigInteger(), nullable=False),
        *(
            sa.Column(f"{who}_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=who != "proposed")
            for who in ("proposed", "closed", "approved")
        ),
        *(
            sa.Column(f"{who}_at", sa.DateTime(timezone=True), nullable=who != "proposed")
            for who in ("proposed", "closed", "approved")
        ),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("closed_how", "closed_reason")),
        sa.Column("entry_id", sa.Integer(), sa.ForeignKey("journal_entry.id"), nullable=True),
        sa.UniqueConstraint("entry_id", name="uq_write_off_proposal_entry_id"),
    )
    op.create_index("ix_write_off_proposal_loan_id", "write_off_proposal", ["loan_id"])
    op.create_index(
        "uq_write_off_proposal_waiting",
        "write_off_proposal",
        ["loan_id"],
        unique=True,
        sqlite_where=_WAITING,
        postgresql_where=_WAITING,
    )


def downgrade() -> None:
    """Drop them; refused where a loan was written off, which an older release cannot tell."""
    found = op.get_bind().execute(sa.text(f"SELECT 1 FROM journal_entry WHERE kind IN ({_OF_CLAIM})"))
    if found.first() is not None:
        raise RuntimeError("a loan was written off; an older release would count it as outstanding")
    op.drop_table("write_off_proposal")
    op.drop_index("ix_loan_progress_written_off_loan_id", "loan_progress")
    for table, name in reversed(_KEPT):
        op.drop_column(table, name)
