"""The rows that the rules read: a register's columns by the keys of the facts, save what cannot be."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    Boolean,
    ColumnElement,
    Enum,
    FromClause,
    SmallInteger,
    String,
    case,
    cast,
    func,
    literal_column,
    null,
)

from db.law_in_sql.null_free_numbers import OPEN
from db.law_in_sql.whole_numbers import whole
from domain.regulation.expressions import AmountFact, ChoiceFact
from domain.regulation.fact import Fact
from domain.regulation.largest_numbers import largest_of

Codes = Mapping[str, Mapping[str, int]]
"""For each choice the whole number that stands for each of its values."""

_NOT_TOLD: Final = 255


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


def null_free_columns(facts: Iterable[Fact], rows: FromClause) -> list[ColumnElement[Any]]:
    """The same for null_free.py: an unknown number is OPEN, a choice a small number."""
    return [_null_free(fact, rows).label(fact.key) for fact in facts]


def _null_free(fact: Fact, rows: FromClause) -> ColumnElement[Any]:
    told = rows.c.get(fact.key)
    if isinstance(fact, AmountFact):
        if told is None:
            return whole(OPEN)
        fits = told.between(literal_column("0"), literal_column(str(largest_of(fact.unit))))
        return cast(case((fits, told), else_=whole(OPEN)), BigInteger)
    if not isinstance(fact, ChoiceFact):
        return cast(null(), Boolean) if told is None else told
    not_told = cast(literal_column(str(_NOT_TOLD)), SmallInteger)
    if told is None:
        return not_told
    if isinstance(told.type, Enum):
        return func.coalesce(cast(func.enum_code(told), SmallInteger), not_told)
    names = ", ".join(f"'{choice}'" for choice in map(str, fact.choices))
    return func.coalesce(cast(func.list_position(literal_column(f"[{names}]"), told), SmallInteger), not_told)


def codes_in(facts: Iterable[Fact], rows: FromClause) -> Codes:
    """The small numbers by which null_free_columns tells each choice."""
    return {fact.key: _codes(fact, rows.c.get(fact.key)) for fact in facts if isinstance(fact, ChoiceFact)}


def _codes(fact: ChoiceFact, told: ColumnElement[Any] | None) -> Mapping[str, int]:
    if told is not None and isinstance(told.type, Enum):
        return {name: place for place, name in enumerate(told.type.enums)}
    return {str(choice): place for place, choice in enumerate(fact.choices, start=1)}
