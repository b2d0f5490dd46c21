"""What chance decides in a projection, drawn once: when each loan stops, and how late each pays.

A loan stops at one of its rows: by default before it pays it, or settled on its day. Both have the same
chance at every row, so the row is geometric, drawn as an exponential rounded up.
"""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from domain.sampang.projection.projection_rates import Behaviour, Chances
from domain.sampang.projection.projection_start import Start
from domain.sampang.schedule import Whole

Small = NDArray[np.int16]


@dataclass(frozen=True, slots=True, eq=False)
class LoanDraws:
    """Of loans in their order (rows) in each path (columns): the row at which it stops, and its months late.

    Above zero it defaults at that row, below zero it is settled there, at zero it does neither.
    """

    stop: Small
    late: Small


@dataclass(frozen=True, slots=True, eq=False)
class RunningDraws:
    """Of the running loans in each month (rows) of each path: how many default, and how many are settled.

    `late` counts those that pay so many months late, by months (rows).
    """

    defaulted: Whole
    settled: Whole
    late: Whole


@dataclass(frozen=True, slots=True, eq=False)
class Draws:
    """Everything that is drawn for some paths; `longest` is the most months late."""

    running: RunningDraws
    queue: LoanDraws
    new: tuple[LoanDraws, ...]
    longest: int

    @property
    def paths(self) -> int:
        """How many paths."""
        return int(self.running.late.shape[1])


def draws_of(start: Start, how: Behaviour, random: np.random.Generator, paths: int, months: int) -> Draws:
    """Draw everything for some paths; ValueError while it is not known how loans behave."""
    if how.default is None or how.settled is None or how.delays is None:
        raise ValueError("how loans behave is known before paths are drawn")
    default, settled = how.default.drawn(random, paths), how.settled.drawn(random, paths)
    late = how.delays.drawn(random, paths)
    loan_draws = _drawing(random, default, settled, late)
    return Draws(
        running=_running(start, random, default, settled, late),
        queue=loan_draws(len(start.queue), np.array([one.tenor for one in start.queue], np.int16)[:, None]),
        new=tuple(loan_draws(one.a_month * months, one.plan.tenor) for one in start.new),
        longest=how.delays.longest,
    )


def _drawing(
    random: np.random.Generator, default: Chances, settled: Chances, late: Chances
) -> Callable[[int, Small | int], LoanDraws]:
    """How so many loans are drawn in each path."""
    edges = np.cumsum(late, axis=0)[:-1]
    rates = [_rate(default), _rate(settled)]

    def drawn(loans: int, tenor: Small | int) -> LoanDraws:
        shape = (loans, len(default))
        rows = [_first_row(random, rate, shape) for rate in rates]
        stop = np.where(rows[0] <= rows[1], rows[0], -rows[1])
        stop = np.where((stop > tenor) | (stop <= -np.asarray(tenor)), np.int16(0), stop)
        months = np.zeros(shape, np.int16)
        if len(edges):
            sorted_by = random.random(shape, np.float32)
            for edge in edges:
                months += sorted_by >= edge.astype(np.float32)
        return LoanDraws(stop, months)

    return drawn


_NEVER = 20_000


def _rate(chance: Chances) -> Chances:
    """How quickly something comes that has a chance in each month."""
    found: Chances = -np.log1p(-chance)
    return found


def _first_row(random: np.random.Generator, rate: Chances, shape: tuple[int, int]) -> Small:
    """The row at which something comes that has such a rate at each."""
    waits = random.standard_exponential(shape, np.float32)
    with np.errstate(divide="ignore", invalid="ignore"):
        waits *= (1 / rate).astype(np.float32)
    waits[:, rate == 0] = _NEVER  # a wait of nothing, times for ever, is no number
    return np.minimum(waits, np.float32(_NEVER), out=waits).astype(np.int16) + np.int16(1)


def _running(
    start: Start, random: np.random.Generator, default: Chances, settled: Chances, late: Chances
) -> RunningDraws:
    left = np.full(len(default), start.running.loans, np.int64)
    gone = np.zeros((2, len(start.running.principal), len(default)), np.int64)
    for month in range(gone.shape[1]):
        for kind, chance in enumerate((default, settled)):
            gone[kind, month] = random.binomial(left, chance)
            left -= gone[kind, month]
    return RunningDraws(gone[0], gone[1], random.multinomial(start.running.loans, late.T).T)
