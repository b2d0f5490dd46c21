"""Proposals that are returned or withdrawn: how, why, by whom and when; they free what they asked for."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None

_TABLES = ("office_setting", "reading_settlement", "reversal_proposal", "upgrade_proposal")
_STANDING = sa.text("closed_at IS NULL")


def upgrade() -> None:
    """Add the columns; of the reversals of one booking only one that is not closed may stand."""
    for table in _TABLES:
        with op.batch_alter_table(table) as batch:
            batch.add_column(sa.Column("closed_how", sa.Text()))
            batch.add_column(sa.Column("closed_reason", sa.Text()))
            batch.add_column(sa.Column("closed_by_id", sa.Integer()))
            batch.add_column(sa.Column("closed_at", sa.DateTime(timezone=True)))
            batch.create_foreign_key(
                op.f(f"fk_{table}_closed_by_id_person"), "person", ["closed_by_id"], ["id"]
            )
            if table == "reversal_proposal":
                batch.drop_constraint(op.f("uq_reversal_proposal_entry_id"), type_="unique")
    op.create_index(
        "uq_reversal_proposal_standing",
        "reversal_proposal",
        ["entry_id"],
        unique=True,
        sqlite_where=_STANDING,
        postgresql_where=_STANDING,
    )


def downgrade() -> None:
    """Drop the columns, and with them every proposal that was closed: it would wait again."""
    for table in _TABLES:
        op.execute(f"DELETE FROM {table} WHERE closed_at IS NOT NULL")
    op.drop_index("uq_reversal_proposal_standing", "reversal_proposal")
    for table in _TABLES:
        with op.batch_alter_table(table) as batch:
            if table == "reversal_proposal":
                batch.create_unique_constraint(op.f("uq_reversal_proposal_entry_id"), ["entry_id"])
            batch.drop_constraint(_key(table), type_="foreignkey")
            for column in ("closed_at", "closed_by_id", "closed_reason", "closed_how"):
                batch.drop_column(column)


def _key(table: str) -> str:
    return op.f(f"fk_{table}_closed_by_id_person")
