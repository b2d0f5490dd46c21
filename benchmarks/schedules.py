"""Schedules a second: the engine beside a plain Python loop and beside numpy-financial, in one run.

.venv/bin/pip install numpy-financial==1.0.0
.venv/bin/python -m benchmarks.schedules
"""

import argparse
import statistics
import time
from collections.abc import Callable

import numpy as np

from domain.sampang.kinds import InterestMethod
from domain.sampang.schedule import Terms, schedules
from tests.domain.sampang.exact_schedule import exact_rows

RATE = 600  # 6 % a year, in hundredths of a percent


def loans(count: int) -> Terms:
    chance = np.random.default_rng(20_15)
    tenor = chance.choice(np.array([12, 24, 36]), count)
    return Terms(
        principal=chance.integers(1_000_000, 150_000_000, count),
        tenor=tenor,
        grace=np.where(tenor == 12, 2, 4),
        rate=np.full(count, RATE),
        method=InterestMethod.ANNUITY,
    )


def engine(terms: Terms, method: InterestMethod) -> None:
    schedules(Terms(terms.principal, terms.tenor, terms.grace, terms.rate, method))


def loop(terms: Terms) -> None:
    """Annuity row by row in plain Python, rounded as the engine rounds."""
    for principal, tenor, grace in zip(
        terms.principal.tolist(), terms.tenor.tolist(), terms.grace.tolist(), strict=True
    ):
        monthly = RATE / 120_000
        level = int(principal * monthly / (1 - (1 + monthly) ** (grace - tenor)) + 0.5)
        owed, rows = principal, []
        for month in range(1, tenor + 1):
            interest = (2 * owed * RATE + 120_000) // 240_000
            part = 0 if month <= grace else owed if month == tenor else min(owed, level - interest)
            owed -= part
            rows.append((part, interest, owed))


def exact_loop(terms: Terms) -> None:
    """Annuity row by row in exact fractions, as the tests work it out: the engine's own answers."""
    for principal, tenor, grace in zip(
        terms.principal.tolist(), terms.tenor.tolist(), terms.grace.tolist(), strict=True
    ):
        exact_rows(principal, tenor, grace, "annuity")


def numpy_financial(terms: Terms) -> None:
    """`ipmt` and `ppmt` over the same loans; without grace and without whole rupiah."""
    import numpy_financial as npf

    for tenor in (12, 24, 36):
        chosen = terms.principal[terms.tenor == tenor]
        repaying = tenor - (2 if tenor == 12 else 4)
        months = np.arange(1, repaying + 1)[:, None]
        npf.ipmt(RATE / 120_000, months, repaying, -chosen[None, :])
        npf.ppmt(RATE / 120_000, months, repaying, -chosen[None, :])


def per_second(work: Callable[[], None], count: int, runs: int) -> tuple[float, float]:
    """Best and median loans a second."""
    taken = []
    for _ in range(runs):
        start = time.perf_counter()
        work()
        taken.append(time.perf_counter() - start)
    return count / min(taken), count / statistics.median(taken)


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--runs", type=int, default=5)
    runs = reader.parse_args().runs
    print(f"{'loans':>9}  {'what':<28}{'best/s':>12}{'median/s':>12}{'x loop':>9}")
    for count in (1, 1_000, 100_000, 1_000_000):
        compare(loans(count), count, runs)


def compare(terms: Terms, count: int, runs: int) -> None:
    """One count of loans: every way of working them out."""
    sample = terms.rows(0, min(count, 20_000))
    base, base_median = per_second(lambda some=sample: loop(some), len(sample.principal), runs)
    few = terms.rows(0, min(count, 1_000))
    exact = per_second(lambda: exact_loop(few), len(few.principal), runs)
    rows = [("lean loop, annuity", base, base_median), ("exact loop, annuity", *exact)]
    rows += [
        (f"engine, {method.label.lower()}", *per_second(lambda m=method: engine(terms, m), count, runs))
        for method in InterestMethod
    ]
    try:
        rows.append(("numpy-financial ipmt + ppmt", *per_second(lambda: numpy_financial(terms), count, runs)))
    except ModuleNotFoundError:
        print("numpy-financial is not installed")
    for what, best, median in rows:
        print(f"{count:>9,}  {what:<28}{best:>12,.0f}{median:>12,.0f}{best / base:>9.1f}")


if __name__ == "__main__":
    main()
