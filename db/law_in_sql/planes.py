"""Truths as bits for engines that are slow with NULL: one bit for "certainly", one for "possibly".

A bit is a column of one byte, 0 or 1, never NULL, or a plain 0 or 1 that is known while the statement is
written.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Boolean, Cast, ColumnElement, case, cast, literal_column, true, type_coerce
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import FunctionElement
from sqlalchemy.types import TypeEngine, UserDefinedType

Bit = ColumnElement[int] | int


class Byte(UserDefinedType[int]):
    """One byte without a sign."""

    cache_ok = True

    def get_col_spec(self, **_: Any) -> str:
        """Its name in DuckDB."""
        return "UTINYINT"

    def literal_processor(self, dialect: Any) -> Any:
        """A plain number as it stands in a statement."""
        return str


class _OfBits(FunctionElement[int]):
    inherit_cache = True
    type: TypeEngine[int] = Byte()


class Every(_OfBits):
    """Whether every bit is set."""

    inherit_cache = True


class Some(_OfBits):
    """Whether one bit at least is set."""

    inherit_cache = True


class Opposite(_OfBits):
    """Whether a bit is not set."""

    inherit_cache = True


class Added(_OfBits):
    """How many bits are set."""

    inherit_cache = True


class Other(_OfBits):
    """Whether one of two bits is set and the other is not."""

    inherit_cache = True


def _parts(element: Any, compiler: Any, how: dict[str, Any]) -> list[str]:
    return [compiler.process(part, **how) for part in element.clauses]


@compiles(Every)
def _every(element: Every, compiler: Any, **how: Any) -> str:
    return f"({' & '.join(_parts(element, compiler, how))})"


@compiles(Some)
def _some(element: Some, compiler: Any, **how: Any) -> str:
    return f"({' | '.join(_parts(element, compiler, how))})"


@compiles(Added)
def _added(element: Added, compiler: Any, **how: Any) -> str:
    return f"({' + '.join(_parts(element, compiler, how))})"


@compiles(Opposite)
def _opposite(element: Opposite, compiler: Any, **how: Any) -> str:
    return f"xor({_parts(element, compiler, how)[0]}, 1)"


@compiles(Other)
def _other(element: Other, compiler: Any, **how: Any) -> str:
    return f"xor({', '.join(_parts(element, compiler, how))})"


def every(bits: Iterable[Bit]) -> Bit:
    """Whether all bits are set."""
    left: list[Any] = []
    for bit in bits:
        if isinstance(bit, int):
            if not bit:
                return 0
        elif all(bit is not one for one in left):
            left.append(bit)
    return left[0] if len(left) == 1 else Every(*left) if left else 1


def some(bits: Iterable[Bit]) -> Bit:
    """Whether one of the bits is set."""
    left: list[Any] = []
    for bit in bits:
        if isinstance(bit, int):
            if bit:
                return 1
        elif all(bit is not one for one in left):
            left.append(bit)
    return left[0] if len(left) == 1 else Some(*left) if left else 0


def opposite(bit: Bit) -> Bit:
    """The bit the other way round."""
    if isinstance(bit, int):
        return 1 - bit
    if isinstance(bit, Opposite):
        return next(iter(bit.clauses))
    return Opposite(bit)


def other(one: Bit, two: Bit) -> Bit:
    """Whether two bits differ."""
    if isinstance(one, int):
        return opposite(two) if one else two
    if isinstance(two, int):
        return opposite(one) if two else one
    return Other(one, two)


def bit_of(holds: ColumnElement[bool] | bool) -> Bit:
    """A yes or no that is never NULL as a bit."""
    return int(holds) if isinstance(holds, bool) else cast(holds, Byte())


def as_column(bit: Bit) -> ColumnElement[int]:
    """A bit that can stand in a statement by itself."""
    return cast(literal_column(str(bit)), Byte()) if isinstance(bit, int) else bit


def is_set(bit: ColumnElement[int]) -> ColumnElement[bool]:
    """A bit as yes or no."""
    if isinstance(bit, Cast) and isinstance(bit.clause.type, Boolean):
        return bit.clause
    return type_coerce(bit == literal_column("1"), Boolean)


def three_valued(certainly: Bit, possibly: Bit) -> ColumnElement[bool]:
    """Two bits as true, false, or NULL where it is not known."""
    yes, no = as_column(certainly), as_column(opposite(possibly))
    if certainly is possibly:
        return is_set(yes)
    return type_coerce(case((is_set(yes), true()), (is_set(no), ~true())), Boolean)
