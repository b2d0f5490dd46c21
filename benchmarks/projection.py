"""Ten years of the fund on many paths: seconds on one core, beside a bare NumPy cumsum of the same size.

    python -m benchmarks.projection [--paths 10000] [--runs 5]

The fund is made up: 2,000 running loans, up to 150 who wait, up to 100 new loans a month. Both are timed in
one run, so that their ratio means something on a busy machine.
"""

import argparse
import os
import statistics
import time
from collections.abc import Callable
from datetime import date

os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

import numpy as np

from domain.regulation.law_in_force import Practice
from domain.sampang.law import law_on
from domain.sampang.projection.projection import PATHS, project
from domain.sampang.projection.projection_rates import Behaviour, Seen, SeenDelays
from domain.sampang.projection.projection_start import (
    MONTHS,
    LoanPlan,
    NewLending,
    Running,
    Start,
    loan_plan,
)

DAY = date(2026, 12, 1)
LAW = law_on(DAY, Practice())
HOW = Behaviour(default=Seen(22, 6_150), settled=Seen(20, 6_150), delays=SeenDelays((163, 10, 6, 6, 6, 4, 4)))


def plan(amount: int, tenor: int) -> LoanPlan:
    """One loan by the law of the day."""
    found = loan_plan(amount, tenor, DAY, LAW)
    if not isinstance(found, LoanPlan):
        raise TypeError(found.sentence)
    return found


def made_up(a_month: int, waiting: int) -> Start:
    """A fund with two thousand running loans over three years."""
    left = np.linspace(1_600_000_000, 20_000_000, 36).astype(np.int64)
    return Start(
        month=DAY,
        cash=2_000_000_000,
        running=Running(left, left // 8, 2_000),
        queue=tuple(plan(5_000_000 + 1_000_000 * (n % 45), (12, 24, 36)[n % 3]) for n in range(waiting)),
        new=(NewLending(a_month, plan(22_400_000, 36)),),
    )


def taken(work: Callable[[], object], runs: int) -> tuple[float, float]:
    """Best and median seconds."""
    found = []
    for _ in range(runs):
        begun = time.perf_counter()
        work()
        found.append(time.perf_counter() - begun)
    return min(found), statistics.median(found)


def main() -> None:
    """Print seconds and ratios."""
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--paths", type=int, default=PATHS)
    reader.add_argument("--runs", type=int, default=5)
    asked = reader.parse_args()
    drawn = np.random.default_rng(1).integers(0, 10**9, (MONTHS, asked.paths))
    bare, bare_median = taken(lambda: np.cumsum(drawn, axis=0), asked.runs)
    print(f"{MONTHS} months x {asked.paths:,} paths")
    print(f"{'what':<44}{'best s':>9}{'median s':>10}{'x cumsum':>10}")
    print(f"{'bare NumPy cumsum':<44}{bare:>9.4f}{bare_median:>10.4f}{1:>10.0f}")
    for a_month, waiting in ((0, 0), (4, 0), (4, 40), (4, 150), (30, 40), (100, 40)):
        start = made_up(a_month, waiting)
        best, median = taken(lambda s=start: project(s, HOW, LAW, seed=1, paths=asked.paths), asked.runs)
        what = f"projection, {waiting} wait, {a_month} new a month"
        print(f"{what:<44}{best:>9.3f}{median:>10.3f}{best / bare:>10.0f}")


if __name__ == "__main__":
    main()
