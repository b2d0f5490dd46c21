"""The statement in the words of DuckDB: those of PostgreSQL, with whole quotients."""

from sqlalchemy import ClauseElement
from sqlalchemy.dialects.postgresql.base import PGDialect


class DuckDialect(PGDialect):
    """Writes for DuckDB; what has to be fetched in parts is no matter of its."""

    name = "duckdb"
    supports_statement_cache = True


def in_duckdb(statement: ClauseElement) -> str:
    """A statement as text for DuckDB, its values written into it."""
    return str(
        statement.compile(
            dialect=DuckDialect(),  # type: ignore[no-untyped-call]
            compile_kwargs={"literal_binds": True},
        )
    )
