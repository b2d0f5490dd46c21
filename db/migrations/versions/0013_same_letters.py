"""Names are compared by letters that look the same, so what is stored to compare them is made anew."""

import sqlalchemy as sa
from alembic import op

from domain.same_letters import same_form

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None

_TABLES = ("application", "candidate", "client")


def upgrade() -> None:
    """Write the search form of every name in which it is another now."""
    connection = op.get_bind()
    for name in _TABLES:
        table = sa.table(name, sa.column("id"), sa.column("name"), sa.column("search_name"))
        rows = connection.execute(sa.select(table)).all()
        changed = [
            {"row": row.id, "form": form} for row in rows if (form := same_form(row.name)) != row.search_name
        ]
        if changed:
            anew = table.update().where(table.c.id == sa.bindparam("row"))
            connection.execute(anew.values(search_name=sa.bindparam("form")), changed)


def downgrade() -> None:
    """Leave the forms: an older program only finds fewer names by them."""
