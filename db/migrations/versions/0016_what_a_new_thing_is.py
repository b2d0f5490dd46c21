"""What is offered in the place of a pledged thing, and the receipt of its examination."""

import sqlalchemy as sa
from alembic import op

from db.migrations.append_only import keep

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the receipt to the lines of the register, and the table of offers, which is only ever added to."""
    op.add_column("custody_entry", sa.Column("examined", sa.JSON(none_as_null=True), nullable=True))
    op.create_table(
        "offered_thing",
        sa.Column("id", sa.Integer(), primary_key=True),
        sa.Column("application_id", sa.Integer(), sa.ForeignKey("application.id"), nullable=False),
        sa.Column("body", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("examined", sa.JSON(none_as_null=True), nullable=False),
        sa.Column("by_person_id", sa.Integer(), sa.ForeignKey("person.id"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    op.create_index(None, "offered_thing", ["application_id"])
    keep("offered_thing")


def downgrade() -> None:
    """Drop the offers and the receipts with what they hold."""
    op.drop_table("offered_thing")
    op.drop_column("custody_entry", "examined")
