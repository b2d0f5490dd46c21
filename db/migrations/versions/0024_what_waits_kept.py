"""What the summary and the start page of the mentoring count is kept; made once here."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_OLD = "ix_upgrade_proposal_outcome"
_NEW: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("recommendation", ("bundle_id", "agency", "on", "visit_id")),
    ("recommendation", ("client_id", "bundle_id")),
    ("client", ("shown", "id")),
    ("upgrade_proposal", ("outcome", "proposed_on", "id")),
    ("upgrade_proposal", ("outcome", "decided_on", "client_id")),
    ("upgrade_proposal", ("decided_on", "id")),
)


def upgrade() -> None:
    """Make the table, the column and the indexes, and fill them."""
    op.create_table(
        "recommendation",
        sa.Column("visit_id", sa.Integer(), sa.ForeignKey("visit.id"), primary_key=True, autoincrement=False),
        sa.Column("client_id", sa.Integer(), sa.ForeignKey("client.id"), nullable=False),
        sa.Column("agency", sa.Text(), nullable=False),
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("bundle_id", sa.Integer(), sa.ForeignKey("recommendation_bundle.id"), nullable=True),
    )
    op.add_column("client", sa.Column("shown", sa.Integer(), nullable=False, server_default=sa.text("0")))
    op.drop_index(_OLD, "upgrade_proposal")
    for table, columns in _NEW:
        op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns)
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    if connection.scalar(sa.text("SELECT id FROM client LIMIT 1")) is None:
        return
    from db.blitar.caseload.month_counts import count_anew
    from db.blitar.caseload.standing import choose_anew
    from db.blitar.visiting.recommending import recommend_anew
    from db.statistics import count_rows

    count_rows(connection)  # without it a SQLite file would be read by wrong indexes for an hour
    with Session(connection) as session:
        choose_anew(session, None)
        recommend_anew(session, None)
        count_anew(session)
        session.flush()


def downgrade() -> None:
    """Drop what was kept; the ground tells it all."""
    for table, columns in _NEW[2:]:
        op.drop_index(f"ix_{table}_{'_'.join(columns)}", table)
    op.create_index(_OLD, "upgrade_proposal", ["outcome"])
    with op.batch_alter_table("client") as client:
        client.drop_column("shown")
    op.drop_table("recommendation")
    kept = ("states", "sent by", "to do", "unbundled")
    told = ", ".join(f"'{what}'" for what in kept)
    op.execute(sa.text(f"DELETE FROM month_count WHERE what IN ({told})"))
