"""The fund over ten years on many made-up paths, and what they have in common: bands, chances, expectations.

The same start, behaviour and seed give the same answer: blocks of paths have generators of their own, spawned
from the seed. Sums of money stay whole rupiah; a mean is rounded down at the end.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any, Final

import numpy as np

from domain.dates import add_months
from domain.regulation.law_in_force import LawInForce
from domain.sampang.costs import InterestSplit, split_interest
from domain.sampang.projection.projection_draws import draws_of
from domain.sampang.projection.projection_paths import NOT_SERVED, Paths, paths_of
from domain.sampang.projection.projection_rates import Behaviour
from domain.sampang.projection.projection_start import MONTHS, Start
from domain.sampang.schedule import Whole

PATHS: Final = 10_000
_BLOCK: Final = 2_500
_DRAWN_AT_ONCE: Final = 6_000_000  # loans times paths, which bounds the memory
SHARES: Final = (0.05, 0.25, 0.5, 0.75, 0.95)


@dataclass(frozen=True, slots=True)
class MonthBands:
    """A month by its first day: the cash at its end in rupiah, below which so many of a hundred paths lie.

    `below` counts the paths that lie below the floor at its end.
    """

    month: date
    cash: tuple[int, int, int, int, int]
    below: int


@dataclass(frozen=True, slots=True)
class YearExpected:
    """What is expected of a calendar year, of which `months` are in the projection, in rupiah.

    `whole` is cash and principal still to come at its end: its 5, 50 and 95 %.
    """

    year: int
    months: int
    shares: InterestSplit
    lost: int
    whole: tuple[int, int, int]


@dataclass(frozen=True, slots=True)
class Served:
    """When a loan of the queue is paid out: the month by its first day in 5, 50 and 95 % of the paths.

    None where that many are not served within the projection; `never` counts the paths without it.
    """

    early: date | None
    middle: date | None
    late: date | None
    never: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Projection:
    """What the paths have in common; counts are of `paths`.

    `ever_below` counts the paths that lie below the floor at the end of any month, `waiting` the new loans
    that are expected to wait at the end.
    """

    seed: int
    paths: int
    floor: int
    months: tuple[MonthBands, ...]
    years: tuple[YearExpected, ...]
    queue: tuple[Served, ...]
    ever_below: int
    lost: tuple[int, int, int]
    waiting: int


def project(
    start: Start,
    how: Behaviour,
    rules: LawInForce,
    *,
    seed: int,
    floor: int = 0,
    paths: int = PATHS,
    months: int = MONTHS,
    tell: Callable[[float], object] = lambda part: None,
) -> Projection:
    """Project the fund; `tell` is told which part of the paths is done. The law splits the interest."""
    blocks = []
    for done, found in _blocks(start, how, seed, paths, months):
        blocks.append(found)
        tell(done / paths)
    cash, interest, lost = (
        np.concatenate([getattr(one, name) for one in blocks], axis=1)
        for name in ("cash", "interest", "lost")
    )
    served = np.concatenate([one.served for one in blocks], axis=1)
    lost = np.cumsum(lost, axis=0)
    return Projection(
        seed=seed,
        paths=paths,
        floor=floor,
        months=tuple(_bands(start.month, cash, floor)),
        years=tuple(_years(start, interest, lost, rules)),
        queue=tuple(_served(start.month, row, months) for row in served),
        ever_below=int((cash.min(axis=0) < floor).sum()),
        lost=_three(lost[-1]),
        waiting=int(np.concatenate([one.waiting for one in blocks], axis=1).sum()) // paths,
    )


def _blocks(start: Start, how: Behaviour, seed: int, paths: int, months: int) -> Iterator[tuple[int, Paths]]:
    loans = sum(one.a_month for one in start.new) * months
    block = max(1, min(_BLOCK, _DRAWN_AT_ONCE // max(loans, 1)))
    firsts = range(0, paths, block)
    for first, own in zip(firsts, np.random.SeedSequence(seed).spawn(len(firsts)), strict=True):
        count = min(block, paths - first)
        random = np.random.Generator(np.random.PCG64(own))
        yield first + count, paths_of(start, draws_of(start, how, random, count, months), months)


def _bands(first: date, cash: Whole, floor: int) -> Iterator[MonthBands]:
    for place, row in enumerate(cash):
        low, lower, middle, higher, high = _quantiles(row, SHARES)
        below = int((row < floor).sum())
        yield MonthBands(add_months(first, place), (low, lower, middle, higher, high), below)


def _three(amounts: Whole) -> tuple[int, int, int]:
    low, middle, high = _quantiles(amounts, (SHARES[0], SHARES[2], SHARES[-1]))
    return low, middle, high


def _quantiles(amounts: "np.ndarray[Any, Any]", shares: Sequence[float]) -> list[int]:
    """The least amounts that are not exceeded by so many of all: always one that was found, never between."""
    places = [max(0, int(np.ceil(share * len(amounts) - 1e-9)) - 1) for share in shares]
    ordered = np.partition(amounts, sorted(set(places)))
    return [int(ordered[place]) for place in places]


def _years(start: Start, interest: Whole, lost: Whole, rules: LawInForce) -> Iterator[YearExpected]:
    """The shares are those of the running total, so that odd rupiah do not add up (O-08)."""
    count = interest.shape[1]
    in_all = start.cash + int(start.running.principal.sum())
    came = np.cumsum(interest.sum(axis=1)).tolist()
    gone = lost.sum(axis=1).tolist()
    ends = [place for place in range(len(came)) if _is_year_end(start.month, place, len(came))]
    for before, end in pairwise((-1, *ends)):
        now, then = ((came[place] // count, gone[place] // count) for place in (end, max(before, 0)))
        then = (0, 0) if before < 0 else then
        yield YearExpected(
            year=add_months(start.month, end).year,
            months=end - before,
            shares=split_interest(now[0], rules) - split_interest(then[0], rules),
            lost=now[1] - then[1],
            whole=_three(in_all - lost[end]),
        )


def _is_year_end(first: date, place: int, months: int) -> bool:
    return place == months - 1 or add_months(first, place).month == 12


def _served(first: date, months_of_paths: "np.ndarray[Any, Any]", months: int) -> Served:
    early, middle, late = (
        None if place >= months else add_months(first, place) for place in _three(months_of_paths)
    )
    return Served(early, middle, late, int((months_of_paths == NOT_SERVED).sum()))
