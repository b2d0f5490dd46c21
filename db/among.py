"""A column that is one of many numbers, which go to the database as one value, however many they are.

A place of its own for each number makes a statement as long as the list, read anew each time; where
a statement names the list ten times over, that takes longer than what it asks.
"""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import ARRAY, BigInteger, BindParameter, Boolean, ColumnElement, Dialect, Text, bindparam
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import InstrumentedAttribute
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeDecorator, TypeEngine

_Numbers = Collection[int]


class NumberList(TypeDecorator[_Numbers]):
    """Whole numbers as one value: an array on PostgreSQL, the text of a JSON list on SQLite."""

    impl = Text
    cache_ok = True

    def load_dialect_impl(self, dialect: Dialect) -> TypeEngine[Any]:
        """How each database takes the list."""
        return dialect.type_descriptor(ARRAY(BigInteger()) if dialect.name == "postgresql" else Text())

    def process_bind_param(self, value: _Numbers | None, dialect: Dialect) -> Any:
        """The list as one value."""
        numbers = sorted(value or ())
        return numbers if dialect.name == "postgresql" else json.dumps(numbers)


class _Among(FunctionElement[bool]):
    inherit_cache = True
    type = Boolean()


def among(
    column: ColumnElement[int] | InstrumentedAttribute[int], numbers: _Numbers | BindParameter[_Numbers]
) -> ColumnElement[bool]:
    """Whether a column is one of these numbers, or of those that are told when the statement runs."""
    told = numbers if isinstance(numbers, BindParameter) else bindparam(None, numbers, NumberList())
    return _Among(column, told)


def numbers_told_as(name: str) -> BindParameter[_Numbers]:
    """The numbers that are told under a name when a statement runs."""
    return bindparam(name, type_=NumberList())


@compiles(_Among)
def _in_a_list(element: _Among, compiler: SQLCompiler, **options: Any) -> str:
    column, told = (compiler.process(one, **options) for one in element.clauses)
    if compiler.dialect.name == "postgresql":
        return f"{column} = ANY ({told})"
    return f"{column} IN (SELECT value FROM json_each({told}))"
