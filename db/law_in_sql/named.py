"""Expressions with names, worked out once each: layers of subqueries, each over the one below."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnClause, ColumnElement, Select, column, literal_column, select

from db.law_in_sql.base_rows import Codes
from db.law_in_sql.inlining import columns_in, inlined
from db.law_in_sql.null_free import NullFree


class Named:
    """Gives expressions names; a name stands for its value in every expression above it."""

    def __init__(self, prefix: str, codes: Codes | None = None) -> None:
        self._prefix, self._codes = prefix, codes
        self.closed: set[str] = set()
        self._named: dict[str, ColumnElement[Any]] = {}

    def put(self, expression: ColumnElement[Any]) -> ColumnElement[Any]:
        """The column that will hold an expression; a plain column stays as it is."""
        if isinstance(expression, ColumnClause):
            return expression
        name = f"{self._prefix}{len(self._named)}"
        self._named[name] = expression
        return column(name, expression.type)

    def over(self, base: Select[Any], wanted: Mapping[str, ColumnElement[Any]]) -> Select[Any]:
        """What is wanted, by its label, over the rows of a base whose columns the expressions name."""
        named: Mapping[str, ColumnElement[Any]] = self._named
        if self._codes is not None:
            free = NullFree(self._named, self._codes, self.closed)
            wanted = {label: free.told(value) for label, value in wanted.items()}
            named, wanted = inlined(free.named, wanted)
        uses = {name: set(columns_in(expression)) for name, expression in named.items()}
        last = {name for expression in wanted.values() for name in columns_in(expression)}
        layers: dict[str, int] = {}
        for name, used in uses.items():
            layers[name] = 1 + max((layers.get(other, 0) for other in used), default=0)
        until = self._until(uses, layers, last)
        now: Any = base
        height = max((layers[name] for name in until if name in layers), default=0)
        for layer in range(1, height + 1):
            below = [name for name, end in until.items() if layers.get(name, 0) < layer < end]
            own = [name for name in until if layers.get(name) == layer]
            now = select(
                *(column(name) for name in below), *(named[name].label(name) for name in own)
            ).select_from(apart(now))
        return select(*(value.label(label) for label, value in wanted.items())).select_from(apart(now))

    def _until(
        self, uses: Mapping[str, set[str]], layers: Mapping[str, int], last: set[str]
    ) -> dict[str, int]:
        """For every column that is needed, the last layer that reads it."""
        top = 1 + max(layers.values(), default=0)
        until = dict.fromkeys(last, top)
        for name in reversed(list(uses)):  # what is named later reads what was named earlier
            if name in until:
                for other in uses[name]:
                    until[other] = max(until.get(other, 0), layers[name])
        return until


def apart(rows: Select[Any]) -> Any:
    """Rows that no planner melts into what reads them, where every name would be worked out again.

    Skipping no row changes nothing, and keeps PostgreSQL and SQLite from it. They stand one after the other
    and not within each other, because SQLite takes no statement that is nested deeply.
    """
    return rows.offset(literal_column("0")).cte().prefix_with("NOT MATERIALIZED", dialect="duckdb")


def once(rows: Any) -> Any:
    """Rows that are read more than once, and worked out once."""
    return rows.prefix_with("MATERIALIZED", dialect="duckdb")
