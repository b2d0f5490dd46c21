"""A line of the numbers of the months: how many of something, of which kind, for whom, in which month."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Select, String, Text, cast, func, literal, select

Line = Select[*tuple[Any, ...]]
Some = Sequence[ColumnElement[bool]]
"""Which binaan, as a condition on ClientRow; none lets all through."""


def line(what: str, month: Any, n: Any, *, key: Any = "", place: Any = "") -> Line:
    """The numbers of one kind as rows of month_count, still to be grouped."""

    def said(told: Any) -> ColumnElement[str]:
        return literal(told, Text()) if isinstance(told, str) else func.coalesce(cast(told, String), "")

    return select(
        month.label("month"),
        literal(what, Text()).label("what"),
        said(key).label("key"),
        said(place).label("place"),
        n.label("n"),
    )
