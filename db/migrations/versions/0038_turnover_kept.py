"""Turnover of binaan, and what each Pendamping closed and moved, are kept; made once here."""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.orm import Session

revision = "0038"
down_revision = "0037"
branch_labels = None
depends_on = None

_KEPT = ("sales now", "sales change", "done by", "moved now")


def upgrade() -> None:
    """Make room for rupiah, and count."""
    with op.batch_alter_table("month_count") as table:
        table.alter_column("n", type_=sa.BigInteger(), existing_type=sa.Integer(), existing_nullable=False)
    _fill(op.get_bind())


def _fill(connection: sa.Connection) -> None:
    if connection.scalar(sa.text("SELECT id FROM client LIMIT 1")) is None:
        return
    from db.blitar.caseload.month_counts import count_anew

    with Session(connection) as session:
        count_anew(session)
        session.flush()


def downgrade() -> None:
    """Drop what was kept; the ground tells it all."""
    told = ", ".join(f"'{what}'" for what in _KEPT)
    op.execute(sa.text(f"DELETE FROM month_count WHERE what IN ({told})"))
    with op.batch_alter_table("month_count") as table:
        table.alter_column("n", type_=sa.Integer(), existing_type=sa.BigInteger(), existing_nullable=False)
