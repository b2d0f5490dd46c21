"""How a migration keeps a table append-only, on both kinds of database."""

from collections.abc import Iterator
from contextlib import contextmanager

from alembic import op


def keep(table: str) -> None:
    """Refuse every change and removal of what a table holds; 0001 made the function on the server."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(
            f"CREATE TRIGGER {table}_kept BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
            "EXECUTE FUNCTION refuse_change()"
        )
        return
    for change in ("UPDATE", "DELETE"):
        op.execute(
            f"CREATE TRIGGER {table}_kept_{change.lower()} BEFORE {change} ON {table} "
            f"BEGIN SELECT RAISE(ABORT, '{table} is append-only'); END"
        )


@contextmanager
def lifted(table: str) -> Iterator[None]:
    """Let a migration add to the rows of an append-only table, and keep it again at once."""
    if op.get_context().dialect.name == "postgresql":
        op.execute(f"DROP TRIGGER {table}_kept ON {table}")
    else:
        for change in ("update", "delete"):
            op.execute(f"DROP TRIGGER {table}_kept_{change}")
    yield
    keep(table)
