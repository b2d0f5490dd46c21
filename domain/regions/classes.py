"""At most five classes of a figure for a map, with round borders, so that a legend can tell them in words."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import count
from math import ceil
from typing import Final, TypeVar

MOST_CLASSES: Final = 5
_ROUND: Final = (1, 2, 5)

Figure = int | Fraction
Chosen = TypeVar("Chosen")


@dataclass(frozen=True, slots=True)
class FigureClass:
    """The figures above one number and up to another."""

    above: int
    up_to: int

    def holds(self, figure: Figure) -> bool:
        """Whether a figure belongs here."""
        return self.above < figure <= self.up_to


NOTHING: Final = FigureClass(-1, 0)


def classes_of(figures: Iterable[Figure]) -> tuple[FigureClass, ...]:
    """The classes of some figures, none below zero: zero by itself, then even steps of 1, 2, 5, 10, 20 …"""
    known = set(figures)
    zero = (NOTHING,) if 0 in known else ()
    above_zero = [ceil(figure) for figure in known if figure]
    if not above_zero:
        return zero
    step, first, last = _steps(min(above_zero), max(above_zero), MOST_CLASSES - len(zero))
    return (*zero, *(FigureClass(place * step, (place + 1) * step) for place in range(first, last + 1)))


def whole_percent(part: int, whole: int) -> int:
    """A share as the whole percent that is printed, so that colour and figure are one; half goes up.

    Only nothing is nought, and only all is a hundred.
    """
    rounded = (200 * part + whole) // (2 * whole)
    if 0 < part < whole:
        return min(max(rounded, 1), 99)
    return rounded


def first_telling(choices: Mapping[Chosen, Sequence[Figure | None]]) -> Chosen:
    """The first of some measures, each with its figures, of which the figures are not all the same."""
    return next((one for one, figures in choices.items() if len(set(figures)) > 1), next(iter(choices)))


def _steps(least: int, most: int, room: int) -> tuple[int, int, int]:
    """The smallest round step with which the figures fit, and the place of the first and last class."""
    for step in (digit * 10**power for power in count() for digit in _ROUND):
        first, last = (least - 1) // step, (most - 1) // step
        if last - first < room:
            return step, first, last
    raise AssertionError("steps have no end")
