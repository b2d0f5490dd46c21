"""Which of some named expressions need a name: one that is read once stands where it is read.

So there are fewer layers, and fewer columns go through them.
"""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Cast, ColumnClause, ColumnElement
from sqlalchemy.sql import visitors
from sqlalchemy.sql.elements import BinaryExpression, Grouping

from db.law_in_sql.planes import Byte

Expressions = Mapping[str, ColumnElement[Any]]
_CHEAP = 3  # bits that are joined in no time may be joined again


def columns_in(expression: ColumnElement[Any]) -> list[str]:
    """The columns that an expression reads, each as many times as it does."""
    return [
        part.name
        for part in visitors.iterate(expression)
        if isinstance(part, ColumnClause) and not part.is_literal
    ]


def inlined(named: Expressions, wanted: Expressions) -> tuple[Expressions, Expressions]:
    """The names that are left, in their order, and what is wanted over them."""
    read = Counter(name for expression in wanted.values() for name in columns_in(expression))
    for name in reversed(list(named)):  # what is named later reads what was named earlier
        if read[name]:
            read.update(columns_in(named[name]))
    left: dict[str, ColumnElement[Any]] = {}
    within: dict[str, ColumnElement[Any]] = {}
    for name, expression in named.items():
        if read[name]:
            written = _with(expression, within)
            if isinstance(written, BinaryExpression):
                written = Grouping(written)
            (within if read[name] == 1 or _is_cheap(written) else left)[name] = written
    return left, {label: _with(expression, within) for label, expression in wanted.items()}


def _is_cheap(expression: ColumnElement[Any]) -> bool:
    """Whether an expression only joins a few bits."""
    if not isinstance(expression.type, Byte):
        return False
    parts = list(visitors.iterate(expression))
    return sum(isinstance(part, ColumnClause) for part in parts) <= _CHEAP and not any(
        isinstance(part, Cast) for part in parts
    )


def _with(expression: ColumnElement[Any], within: Expressions) -> ColumnElement[Any]:
    def instead(part: Any, **_: Any) -> Any:
        return within.get(part.name) if isinstance(part, ColumnClause) and not part.is_literal else None

    replaced: Any = visitors.replacement_traverse(expression, {}, instead)  # type: ignore[call-overload]
    return replaced if within else expression
