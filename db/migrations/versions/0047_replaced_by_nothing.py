"""Nothing takes the place of a kept row: SQLite's INSERT OR REPLACE removed it without asking a trigger."""

from alembic import op

from db.migrations.append_only import guarded_tables, refuse_replacing, replace_freely

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Guard every table that is kept; on PostgreSQL an insert never removes a row."""
    if op.get_context().dialect.name == "sqlite":
        for table in guarded_tables():
            refuse_replacing(table)


def downgrade() -> None:
    """Take the guards away."""
    if op.get_context().dialect.name == "sqlite":
        for table in guarded_tables():
            replace_freely(table)
