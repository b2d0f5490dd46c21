"""The NIB of a binaan beside its NIK, so that a list that names it finds the one that is known."""

import sqlalchemy as sa
from alembic import op

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add the column; the numbers are taken out of the answers that are stored."""
    op.add_column("client", sa.Column("nib", sa.Text(), nullable=True))
    op.create_index("ix_client_nib", "client", ["nib"])
    connection = op.get_bind()
    table = sa.table("client", sa.column("id"), sa.column("body", sa.JSON()), sa.column("nib"))
    rows = connection.execute(sa.select(table.c.id, table.c.body)).all()
    told = [
        {"row": row.id, "number": number}
        for row in rows
        if (number := _digits((row.body.get("business") or {}).get("business_number") or ""))
    ]
    if told:
        anew = table.update().where(table.c.id == sa.bindparam("row"))
        connection.execute(anew.values(nib=sa.bindparam("number")), told)


def downgrade() -> None:
    """Drop it; the number still stands in the answers."""
    op.drop_index("ix_client_nib", "client")
    op.drop_column("client", "nib")


def _digits(text: str) -> str:
    return "".join(one for one in text if one.isdecimal())
