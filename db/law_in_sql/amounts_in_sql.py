"""Amounts in SQL: the least and the most that each can be, and the proof that 64 bits hold them.

`high` is NULL where nothing known bounds the amount, so that sums and products with it are NULL by
themselves. `top` is the largest number that either bound can be; it is worked out while the statement is
written, and an amount that could run over is refused there and not in the database.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sqlalchemy import BigInteger, Boolean, ColumnElement, case, cast, false, not_, null, true, type_coerce

from db.law_in_sql.whole_numbers import (
    FAR,
    Number,
    as_whole,
    by,
    larger,
    not_far,
    or_else,
    plus,
    smaller,
    times,
    whole,
)
from domain.regulation.largest_numbers import largest_of
from domain.regulation.parameter import Unit
from domain.regulation.truth import UNBOUNDED

# What the things of one applicant add up to: of a larger total only that it is at least this.
LARGEST_TOTAL: Final = 10**12

Truth = ColumnElement[bool]


class RunsOverError(ValueError):
    """An amount of the rules that 64 bits might not hold."""


@dataclass(frozen=True, slots=True)
class Span:
    """The least and the most that an amount can be, as numbers or expressions; `high` None is open."""

    low: Number
    high: Number | None
    top: int

    def __post_init__(self) -> None:
        if self.top >= UNBOUNDED:
            raise RunsOverError(f"an amount of these rules can reach {self.top}, beyond 64 bits")

    @property
    def far(self) -> Number:
        """The most as a number, beyond all others where it is open."""
        return or_else(self.high, FAR)


def exactly(number: int) -> Span:
    """One known number."""
    return Span(number, number, number)


OPEN: Final = Span(0, None, 0)


def told(column: ColumnElement[int], unit: Unit) -> Span:
    """The number in a column, anything from zero on where it is NULL."""
    return Span(or_else(column, 0), column, largest_of(unit))


def added(parts: Sequence[Span]) -> Span:
    """Amounts added up."""
    low, high = parts[0].low, parts[0].high
    for part in parts[1:]:
        low = plus(low, part.low)
        high = None if high is None or part.high is None else plus(high, part.high)
    return Span(low, high, sum(part.top for part in parts))


def scaled(amount: Span, numerator: Span, denominator: Span) -> Span:
    """An amount times a fraction, rounded down."""
    top = amount.top * numerator.top
    Span(0, None, top)  # the product has to fit before it is divided
    return Span(_low(amount, numerator, denominator), _high(amount, numerator, denominator), top)


def _low(amount: Span, numerator: Span, denominator: Span) -> Number:
    by_what = denominator.high
    if by_what is None or (isinstance(by_what, int) and by_what == 0):
        return 0
    return or_else(by(times(amount.low, numerator.low), by_what), 0)


def _high(amount: Span, numerator: Span, denominator: Span) -> Number | None:
    high, top, by_what = amount.high, numerator.high, denominator.low
    if high is None or top is None or (isinstance(by_what, int) and by_what == 0):
        return None
    return by(_times_known(high, top), by_what)


def _times_known(high: Number, top: Number) -> Number:
    # Nothing times an amount without a bound is still without one.
    if isinstance(top, int) and top == 0 and not isinstance(high, int):
        return as_whole(whole(high) * whole(0))
    if isinstance(high, int) and high == 0 and not isinstance(top, int):
        return as_whole(whole(top) * whole(0))
    return times(high, top)


def smallest(parts: Sequence[Span]) -> Span:
    """The smallest of several amounts."""
    low, far = parts[0].low, parts[0].far
    for part in parts[1:]:
        low, far = smaller(low, part.low), smaller(far, part.far)
    return Span(low, not_far(far), max(part.top for part in parts))


def chosen(found: Truth, then: Span, otherwise: Span) -> Span:
    """One amount or the other; while that is open, from the least to the most of both.

    `found` is read more than once, so it is a column.
    """
    top = max(then.top, otherwise.top)
    if isinstance(otherwise.low, int) and otherwise.low == 0 == otherwise.high:
        none: Number = as_whole(case((found, whole(then.low)), else_=whole(0)))
        high = as_whole(case((not_(found), whole(0)), else_=_or_null(then.high)))
        return Span(none, high, top)
    low = _by(found, then.low, otherwise.low, smaller(then.low, otherwise.low))
    if then.high is None and otherwise.high is None:
        return Span(low, None, top)
    still_open = not_far(larger(then.far, otherwise.far))
    return Span(low, _by(found, then.high, otherwise.high, still_open), top)


def _by(found: Truth, then: Number | None, otherwise: Number | None, still_open: Number | None) -> Number:
    return as_whole(
        case((found, _or_null(then)), (not_(found), _or_null(otherwise)), else_=_or_null(still_open))
    )


def number_by_letter(branches: Sequence[tuple[Truth, Number | None]]) -> Number | None:
    """The number of the branch whose letter is the row's own."""
    numbers = [number for _, number in branches]
    if all(number is None for number in numbers):
        return None
    if all(isinstance(number, int) for number in numbers) and len(set(numbers)) == 1:
        return numbers[0]
    return as_whole(case(*((letter, _or_null(number)) for letter, number in branches)))


def _or_null(number: Number | None) -> Any:
    return type_coerce(null(), BigInteger) if number is None else whole(number)


def reaches(left: Span, right: Span) -> Truth:
    """Whether one amount reaches another; NULL while the two intervals overlap."""
    whens: list[tuple[Truth | bool, Truth]] = []
    if right.high is not None:
        whens.append((at_least(left.low, right.high), true()))
    if left.high is not None:
        whens.append((below(left.high, right.low), false()))
    for when, then in whens:
        if when is True:
            return then
    asked = [(when, then) for when, then in whens if not isinstance(when, bool)]
    return type_coerce(case(*asked), Boolean) if asked else not_known()


def not_known() -> Truth:
    """The truth that nobody knows yet."""
    return cast(null(), Boolean)


def at_least(one: Number, other: Number) -> Truth | bool:
    """Whether one number reaches another; plain numbers are compared while the statement is written."""
    if isinstance(one, int) and isinstance(other, int):
        return one >= other
    return type_coerce(whole(one) >= whole(other), Boolean)


def below(one: Number, other: Number) -> Truth | bool:
    """Whether one number is less than another."""
    if isinstance(one, int) and isinstance(other, int):
        return one < other
    return type_coerce(whole(one) < whole(other), Boolean)
