"""The rows that the rules read: a register's columns by the keys of the facts, save what cannot be."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import BigInteger, Boolean, ColumnElement, FromClause, String, case, cast, null

from db.law_in_sql.whole_numbers import whole
from domain.regulation.expressions import AmountFact, ChoiceFact
from domain.regulation.fact import Fact
from domain.regulation.largest_numbers import largest_of


def columns_for(facts: Iterable[Fact], rows: FromClause) -> list[ColumnElement[Any]]:
    """One column for each fact, named by its key; NULL where the register has none or it cannot be."""
    return [_column(fact, rows).label(fact.key) for fact in facts]


def _column(fact: Fact, rows: FromClause) -> ColumnElement[Any]:
    told = rows.c.get(fact.key)
    if isinstance(fact, AmountFact):
        if told is None:
            return cast(null(), BigInteger)
        return cast(case((told.between(whole(0), whole(largest_of(fact.unit))), told)), BigInteger)
    if isinstance(fact, ChoiceFact):
        return cast(null(), String) if told is None else told
    return cast(null(), Boolean) if told is None else told
