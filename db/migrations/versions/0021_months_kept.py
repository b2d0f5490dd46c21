"""The numbers of each month of the mentoring, and what its lists choose by, kept."""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None

_INDEXES = (
    ("status", "waits_since", "search_name", "id", "mentor_id"),
    ("district_code", "status", "last_visit_on"),
    ("status", "agreed_due"),
    ("search_name", "id"),
    ("ended_on",),
)


def upgrade() -> None:
    """Make the table, the columns and their indexes; the next migration fills them."""
    op.create_table(
        "month_count",
        sa.Column("what", sa.Text(), primary_key=True),
        sa.Column("month", sa.Integer(), primary_key=True, autoincrement=False),
        sa.Column("key", sa.Text(), primary_key=True),
        sa.Column("place", sa.Text(), primary_key=True),
        sa.Column("n", sa.BigInteger(), nullable=False),
    )
    day, none = sa.text("'2000-01-01'"), sa.text("0")
    op.add_column("client", sa.Column("waits_since", sa.Date(), nullable=False, server_default=day))
    op.add_column("client", sa.Column("movement", sa.Integer(), nullable=False, server_default=none))
    op.add_column("client", sa.Column("agreed_open", sa.Integer(), nullable=False, server_default=none))
    op.add_column("client", sa.Column("agreed_due", sa.Date(), nullable=True))
    for columns in _INDEXES:
        op.create_index(f"ix_client_{'_'.join(columns)}", "client", columns)


def downgrade() -> None:
    """Drop what was kept; the ground tells it all."""
    for columns in _INDEXES:
        op.drop_index(f"ix_client_{'_'.join(columns)}", "client")
    with op.batch_alter_table("client") as table:
        for column in ("waits_since", "movement", "agreed_open", "agreed_due"):
            table.drop_column(column)
    op.drop_table("month_count")
