"""Chance that can be repeated: mixes that come out as planned, and days on which the office is open."""

from collections.abc import Sequence
from datetime import date, timedelta
from random import Random
from typing import Final, Generic, TypeVar

T = TypeVar("T")
_HALF_MILLION: Final = 500_000
_SATURDAY: Final = 5


class Deck(Generic[T]):
    """Cards dealt in shuffled rounds, so that a mix comes out as planned and not only on average."""

    def __init__(self, chance: Random, cards: Sequence[T]) -> None:
        self._chance = chance
        self._cards = tuple(cards)
        self._left: list[T] = []

    def deal(self) -> T:
        """Give the next card; a new round begins when all have been dealt."""
        if not self._left:
            self._left = list(self._cards)
            self._chance.shuffle(self._left)
        return self._left.pop()


def office_day(day: date) -> date:
    """Give the day itself, or the Friday before a weekend."""
    return day - timedelta(days=max(0, day.weekday() - _SATURDAY + 1))


def days_before(day: date, days: int) -> date:
    """Give the office day that lies some days back."""
    return office_day(day - timedelta(days=days))


def some_amount(chance: Random, least: int, most: int, usual: int, step: int = _HALF_MILLION) -> int:
    """Draw rupiah in whole steps, most often around the usual amount."""
    drawn = round(chance.triangular(least, most, usual) / step) * step
    return min(max(drawn, least), most)


def generous_value(chance: Random, amount: int) -> int:
    """Draw a value of collateral that covers a loan in every reading of the 130 %.

    With the interest of three years counted in, 130 % becomes 153.4 % of the loan.
    """
    return -(-amount * chance.randint(165, 290) // 100 // 100_000) * 100_000
