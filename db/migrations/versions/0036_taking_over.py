"""Loans that are older than this product: how they are proposed, and what each one's agreement says."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0036"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the tables, and the columns of a loan that its own agreement fixes."""
    op.add_column("loan", sa.Column("taken_over_on", sa.Date(), nullable=True))
    op.add_column("loan", sa.Column("due_from", sa.Date(), nullable=True))
    op.add_column("loan", sa.Column("own_day", sa.Integer(), nullable=True))
    _proposals()
    op.create_table(
        "taken_over_loan",
        sa.Column("loan_id", sa.Integer(), sa.ForeignKey("loan.id"), primary_key=True, autoincrement=False),
        sa.Column("proposal_id", sa.Integer(), sa.ForeignKey("takeover_proposal.id"), nullable=False),
        sa.Column("number_form", sa.Text(), nullable=False),
        sa.Column("told", sa.JSON(), nullable=False),
        sa.UniqueConstraint("number_form", name="uq_taken_over_loan_number_form"),
    )
    op.create_index("ix_taken_over_loan_proposal_id", "taken_over_loan", ["proposal_id"])
    keep("taken_over_loan")


def _proposals() -> None:
    people = ("proposed", "closed", "approved")
    op.create_table(
        "takeover_proposal",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("cut_off", sa.Date(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        *(sa.Column(name, sa.JSON(), nullable=False) for name in ("numbers", "told", "signed")),
        sa.Column("loans", sa.Integer(), nullable=False),
        *(
            sa.Column(name, sa.BigInteger(), nullable=False)
            for name in ("principal", "interest_due", "interest_left")
        ),
        *(
            sa.Column(f"{who}_by_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=who != "proposed")
            for who in people
        ),
        *(sa.Column(f"{who}_at", sa.DateTime(timezone=True), nullable=who != "proposed") for who in people),
        *(sa.Column(name, sa.Text(), nullable=True) for name in ("closed_how", "closed_reason")),
    )


def downgrade() -> None:
    """Drop the tables and the columns."""
    op.drop_table("taken_over_loan")
    op.drop_table("takeover_proposal")
    for name in ("own_day", "due_from", "taken_over_on"):
        op.drop_column("loan", name)
