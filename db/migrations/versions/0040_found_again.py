"""The name of the person in the search form, so that a like one is found; a plate number as written."""

import sqlalchemy as sa
from alembic import op

from domain.same_letters import same_form

revision = "0040"
down_revision = "0039"
branch_labels = None
depends_on = None

_NAMED = sa.text("search_contact || search_name <> ''")


def upgrade() -> None:
    """Add both columns; the names are taken out of the answers that are stored."""
    op.add_column("application", sa.Column("search_contact", sa.Text(), nullable=False, server_default=""))
    op.add_column("collateral", sa.Column("plate_number", sa.Text(), nullable=False, server_default=""))
    connection = op.get_bind()
    table = sa.table(
        "application", sa.column("id"), sa.column("answers", sa.JSON()), sa.column("search_contact")
    )
    rows = connection.execute(sa.select(table.c.id, table.c.answers)).all()
    named = [
        {"row": row.id, "form": form}
        for row in rows
        if (form := same_form((row.answers.get("applicant") or {}).get("contact_name") or ""))
    ]
    if named:
        anew = table.update().where(table.c.id == sa.bindparam("row"))
        connection.execute(anew.values(search_contact=sa.bindparam("form")), named)
    op.create_index(
        "ix_application_named_near",
        "application",
        ["district_code", "search_contact", "search_name"],
        sqlite_where=_NAMED,
        postgresql_where=_NAMED,
    )


def downgrade() -> None:
    """Drop what was added; a plate number of a thing is lost."""
    op.drop_index("ix_application_named_near", "application")
    op.drop_column("collateral", "plate_number")
    op.drop_column("application", "search_contact")
