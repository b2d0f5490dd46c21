"""The chain of what is kept for ever, and a report that was sent stays as it was sent."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0051"
down_revision = "0050"
branch_labels = None
depends_on = None

_REFUSED = "monthly_report is append-only once it was sent"


def upgrade() -> None:
    """Make the table; what is there already is bound when the database is opened."""
    op.create_table(
        "chain_link",
        sa.Column("number", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("held", sa.JSON(), nullable=False),
        sa.Column("marks", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
    )
    keep("chain_link")
    if op.get_context().dialect.name == "postgresql":
        for change in ("UPDATE", "DELETE"):
            op.execute(
                f"CREATE TRIGGER monthly_report_sent_{change.lower()} BEFORE {change} ON monthly_report "
                "FOR EACH ROW WHEN (OLD.sent_at IS NOT NULL) EXECUTE FUNCTION refuse_change()"
            )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER monthly_report_sent_{change.lower()} BEFORE {change} ON monthly_report "
            f"WHEN OLD.sent_at IS NOT NULL BEGIN SELECT RAISE(ABORT, '{_REFUSED}'); END"
        )


def downgrade() -> None:
    """Drop the table, and let sent reports go."""
    on = " ON monthly_report" if op.get_context().dialect.name == "postgresql" else ""
    for change in ("update", "delete"):
        op.execute(f"DROP TRIGGER monthly_report_sent_{change}{on}")
    op.drop_table("chain_link")
