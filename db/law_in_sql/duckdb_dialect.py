"""The statement in the words of DuckDB: those of PostgreSQL, with whole quotients and without fences."""

from typing import Any

from sqlalchemy import ClauseElement
from sqlalchemy.dialects.postgresql.base import PGCompiler, PGDialect


class _Compiler(PGCompiler):
    def limit_clause(self, select: Any, **how: Any) -> str:
        # Skipping no row fences a subquery off from planners that melt it; DuckDB never does.
        return ""


class DuckDialect(PGDialect):
    """Writes for DuckDB; what has to be fetched in parts is no matter of its."""

    name = "duckdb"
    statement_compiler = _Compiler
    supports_statement_cache = True


def in_duckdb(statement: ClauseElement) -> str:
    """A statement as text for DuckDB, its values written into it."""
    return str(
        statement.compile(
            dialect=DuckDialect(),  # type: ignore[no-untyped-call]
            compile_kwargs={"literal_binds": True},
        )
    )
