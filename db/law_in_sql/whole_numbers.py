"""Whole numbers in SQL that come out alike on every engine: quotients rounded down, smaller and larger.

Amounts are never negative (what is read from a register is held between zero and LARGEST), so that
rounding towards zero and rounding down are one.
"""

from typing import Any, Final

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Integer,
    case,
    cast,
    func,
    literal_column,
    not_,
    type_coerce,
)
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement

FAR: Final = (1 << 63) - 1
"""Beyond every amount; stands for one without an upper bound where two are compared."""

_OF_64_BITS: Final = 1 << 31  # a plain number from here on is taken for one of 64 bits

Whole = ColumnElement[int]
Number = Whole | int


class Quotient(FunctionElement[int]):
    """One whole number by another, rounded down; NULL where it is divided by zero."""

    inherit_cache = True
    type = BigInteger()


class Smaller(FunctionElement[int]):
    """The smaller of two whole numbers, neither of them NULL."""

    inherit_cache = True
    type = BigInteger()


class Larger(FunctionElement[int]):
    """The larger of two whole numbers, neither of them NULL."""

    inherit_cache = True
    type = BigInteger()


class Code(FunctionElement[int]):
    """A truth as 0, 1, 2: not met, not known, met."""

    inherit_cache = True
    type = Integer()


class HowMany(FunctionElement[int]):
    """How many of some truths hold."""

    inherit_cache = True
    type = Integer()


@compiles(Code)
def _code(element: Code, compiler: Any, **how: Any) -> str:
    (truth,) = element.clauses
    two, one, none = (literal_column(str(code), Integer()) for code in (2, 1, 0))
    return str(compiler.process(case((truth, two), (not_(truth), none), else_=one), **how))


@compiles(HowMany)
def _how_many(element: HowMany, compiler: Any, **how: Any) -> str:
    one, none = (literal_column(str(code), Integer()) for code in (1, 0))
    counted = [compiler.process(case((truth, one), else_=none), **how) for truth in element.clauses]
    return f"({' + '.join(counted) or '0'})"


def _two(element: Any, compiler: Any, how: dict[str, Any]) -> tuple[str, str]:
    one, other = element.clauses
    return compiler.process(one, **how), compiler.process(other, **how)


@compiles(Quotient)
def _quotient(element: Quotient, compiler: Any, **how: Any) -> str:
    one, other = _two(element, compiler, how)
    # Between whole numbers a plain slash is a fraction on these; elsewhere it is a whole number.
    slash = "//" if compiler.dialect.name in ("duckdb", "cockroachdb") else "/"
    return f"(({one}) {slash} ({other}))"


@compiles(Smaller)
def _smaller(element: Smaller, compiler: Any, **how: Any) -> str:
    return _outer(element, compiler, how, "min", "least")


@compiles(Larger)
def _larger(element: Larger, compiler: Any, **how: Any) -> str:
    return _outer(element, compiler, how, "max", "greatest")


def _outer(element: Any, compiler: Any, how: dict[str, Any], on_sqlite: str, elsewhere: str) -> str:
    one, other = _two(element, compiler, how)
    return f"{on_sqlite if compiler.dialect.name == 'sqlite' else elsewhere}({one}, {other})"


def whole(number: Number) -> Whole:
    """A number as a 64-bit one; what is a column already stays as it is."""
    if not isinstance(number, int):
        return number
    if number >= _OF_64_BITS:
        return literal_column(str(number), BigInteger())
    return cast(literal_column(str(number)), BigInteger)


def as_whole(expression: Any) -> Whole:
    """An expression that the database takes for a 64-bit whole number."""
    return type_coerce(expression, BigInteger)


def smaller(one: Number, other: Number) -> Number:
    """The smaller of two numbers."""
    if isinstance(one, int) and isinstance(other, int):
        return min(one, other)
    return Smaller(whole(one), whole(other))


def larger(one: Number, other: Number) -> Number:
    """The larger of two numbers."""
    if isinstance(one, int) and isinstance(other, int):
        return max(one, other)
    return Larger(whole(one), whole(other))


def plus(one: Number, other: Number) -> Number:
    """Two numbers added up."""
    if isinstance(one, int) and isinstance(other, int):
        return one + other
    if isinstance(one, int) and not one:
        return other
    if isinstance(other, int) and not other:
        return one
    return as_whole(whole(one) + whole(other))


def times(one: Number, other: Number) -> Number:
    """One number times the other."""
    if isinstance(one, int) and isinstance(other, int):
        return one * other
    if 0 in (one if isinstance(one, int) else 1, other if isinstance(other, int) else 1):
        return 0
    if isinstance(other, int) and other == 1:
        return one
    return as_whole(whole(one) * whole(other))


def by(one: Number, other: Number) -> Number:
    """One number by another that is not zero where it is a plain one, rounded down."""
    if isinstance(one, int) and isinstance(other, int):
        return one // other
    if isinstance(other, int):
        return one if other == 1 else Quotient(whole(one), whole(other))
    return Quotient(whole(one), func.nullif(other, whole(0)))


def or_else(one: Number | None, other: int) -> Number:
    """A number, or another where it is NULL."""
    if one is None or isinstance(one, int):
        return other if one is None else one
    return as_whole(func.coalesce(one, whole(other)))


def not_far(one: Number) -> Number | None:
    """A number, or NULL where it is FAR."""
    if isinstance(one, int):
        return None if one == FAR else one
    return as_whole(func.nullif(one, whole(FAR)))
