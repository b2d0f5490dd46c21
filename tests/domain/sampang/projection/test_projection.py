"""The fund over ten years: closed forms, an independent slow way, what is drawn, the same answer again."""

from datetime import date
from itertools import pairwise

import numpy as np
import pytest

from domain.dates import add_months
from domain.regulation.law_in_force import Practice
from domain.sampang.fund.over_time import FundOverTime
from domain.sampang.law import law_on
from domain.sampang.projection import projection_draws
from domain.sampang.projection.projection import project
from domain.sampang.projection.projection_draws import draws_of
from domain.sampang.projection.projection_paths import paths_of
from domain.sampang.projection.projection_rates import (
    Behaviour,
    Entered,
    EnteredDelays,
    History,
    LoanSeen,
    OwnNumbers,
    Seen,
    SeenDelays,
    behaviour,
    history_of,
)
from domain.sampang.projection.projection_start import NewLending, Running, Start, loan_plan
from tests.domain.sampang.projection.slow_projection import rows_of, slow_path

DAY = date(2026, 12, 1)
LAW = law_on(DAY, Practice())
MILLION = 1_000_000
NOBODY_STOPS = Behaviour(default=Entered(0), settled=Entered(0), delays=EnteredDelays(0, 0))
OFTEN = Behaviour(default=Entered(300), settled=Entered(300), delays=SeenDelays((6, 2, 1)))
NO_LOANS = Running(np.zeros(0, np.int64), np.zeros(0, np.int64), 0)
GRACE = {12: 2, 24: 4, 36: 4}  # III.6, VIII.5.c


def running(principal, interest, loans):
    return Running(np.array(principal, np.int64), np.array(interest, np.int64), loans)


def start(cash=100 * MILLION, old=NO_LOANS, queue=(), new=()):
    plans = tuple(loan_plan(amount, tenor, DAY, LAW) for amount, tenor in queue)
    lending = tuple(NewLending(a_month, loan_plan(amount, tenor, DAY, LAW)) for a_month, amount, tenor in new)
    return Start(month=DAY, cash=cash, running=old, queue=plans, new=lending)


def added_months(row):
    """VIII.5.e on the due day of a row: three months before the first year is full, two until the second."""
    return 3 if row < 12 else 2 if row <= 24 else 1


def medians(found):
    return [one.cash[2] for one in found.months]


def test_without_new_loans_and_if_all_pay_the_cash_is_what_the_plan_brings():
    coming = [40_000_001, 60_000_000, 0, 50_000_007]
    plan = FundOverTime(
        day=DAY,
        cash=100 * MILLION,
        committed=0,
        overdue=0,
        coming={add_months(DAY, n): due for n, due in enumerate(coming) if due},
    )
    found = project(
        start(old=running(coming, [7, 7, 7, 7], 9)), NOBODY_STOPS, LAW, seed=1, paths=20, months=4
    )
    assert medians(found) == [one.free for one in plan.months()]
    assert all(len(set(one.cash)) == 1 for one in found.months)


def test_what_all_new_loans_bring_back_is_a_sum_by_hand():
    # Each month one loan of Rp12 million for 12 months: Rp60.000 interest, from the third on Rp1.2 million.
    found = project(
        start(cash=1_000 * MILLION, new=[(1, 12 * MILLION, 12)]),
        NOBODY_STOPS,
        LAW,
        seed=1,
        paths=3,
        months=16,
    )
    expected, cash = [], 1_000 * MILLION
    for month in range(16):
        repaying = max(0, min(month - 2, 10))  # of those lent before, they are past their grace and run still
        cash += repaying * 1_200_000 - 12 * MILLION
        expected.append(cash)
    assert medians(found) == expected
    # In the sixteen months the loans pay 0+1+2+...+11+12+12+12+12 months of interest.
    shares = [one.shares for one in found.years]
    assert sum(one.total for one in shares) == (66 + 12 * 4) * 60_000
    assert sum(one.revenue for one in shares) == (66 + 12 * 4) * 60_000 // 2
    assert sum(one.bank for one in shares) == (66 + 12 * 4) * 60_000 // 6


def test_lending_stops_where_the_cash_does_not_suffice_and_the_rest_waits():
    found = project(
        start(cash=25 * MILLION, new=[(1, 10 * MILLION, 36)]), NOBODY_STOPS, LAW, seed=1, paths=2, months=4
    )
    assert medians(found) == [15 * MILLION, 5 * MILLION, 5 * MILLION, 5 * MILLION]
    assert found.waiting == 2


def test_the_queue_is_served_in_its_order_and_nobody_is_passed_over():
    old = running([0, 0, 30 * MILLION], [0, 0, 0], 3)
    found = project(
        start(cash=10 * MILLION, old=old, queue=[(5 * MILLION, 12), (35 * MILLION, 12), (MILLION, 12)]),
        NOBODY_STOPS, LAW, seed=1, paths=2, months=12,
    )  # fmt: skip
    # Five are left, thirty come in February: the third waits for the second although one million was there.
    assert [one.middle for one in found.queue] == [DAY, date(2027, 2, 1), date(2027, 4, 1)]


def test_whom_no_path_serves_has_no_month():
    found = project(start(cash=1, queue=[(5 * MILLION, 12)]), NOBODY_STOPS, LAW, seed=1, paths=2, months=3)
    assert (found.queue[0].middle, found.queue[0].never) == (None, 2)


@pytest.mark.parametrize("seed", range(4))
def test_it_is_to_the_rupiah_what_a_slow_way_loan_by_loan_finds(seed):
    begun = start(
        cash=90_000_003,
        old=running([9_000_001, 8_000_000, 7_777_777, 5] * 4, [450_001, 400_000, 388_889, 1] * 4, 13),
        queue=[(20_000_000, 24), (7_000_001, 12), (30_000_000, 36), (13_333_333, 24)],
        new=[(2, 10_000_001, 24), (1, 4_999_999, 12)],
    )
    months = 60
    draws = draws_of(begun, OFTEN, np.random.default_rng(seed), 6, months)
    found = paths_of(begun, draws, months)

    def rows(amount, tenor):
        return rows_of(amount, tenor, GRACE[tenor], 6)

    for path in range(6):
        came, served, waiting = slow_path(begun, draws, path, months, rows, added_months)
        for name in ("cash", "interest", "lost"):
            assert getattr(found, name)[:, path].tolist() == came[name], name
        assert {n: m for n, m in enumerate(found.served[:, path].tolist()) if m < months} == served
        assert found.waiting[:, path].tolist() == waiting


def test_loans_default_and_are_settled_as_often_as_was_said():
    begun, paths = start(new=[(10, MILLION, 12)]), 500
    draws = draws_of(begun, OFTEN, np.random.default_rng(3), paths, 120)
    stop, late = draws.new[0].stop, draws.new[0].late
    # Three of ten a year default: 1 - 0.7^(1/12) a month, and of those that do not, as many are settled.
    chance = 1 - 0.7 ** (1 / 12)
    for row in (1, 6, 11):
        reached = (np.abs(stop) >= row) | (stop == 0)
        assert near((stop == row).sum(), reached.sum(), chance)
        assert near((stop == -row).sum(), reached.sum() - (stop == row).sum(), chance)
    assert stop.min() > -12
    assert stop.max() == 12
    shares = (late == 1).mean(), (late == 2).mean()
    # Counts of 6, 2 and 1 with half a case more each: means of 2.5 and 1.5 in 10.5.
    assert shares == pytest.approx((2.5 / 10.5, 1.5 / 10.5), abs=0.03)


def near(cases, chances, share):
    """Within five standard deviations of a share of so many chances."""
    return abs(cases - chances * share) < 5 * (chances * share * (1 - share)) ** 0.5


def test_a_short_history_makes_a_wider_chance_than_a_long_one_of_the_same_share():
    short, long = Seen(2, 200), Seen(200, 20_000)
    widths = [one.between(0.9)[2] - one.between(0.9)[0] for one in (short, long)]
    assert widths[0] > 5 * widths[1]
    drawn = short.drawn(np.random.default_rng(1), 20_000)
    # The mean of a Beta(2.5, 198.5).
    assert drawn.mean() == pytest.approx(2.5 / 201, rel=0.02)
    assert np.quantile(drawn, 0.05) == pytest.approx(short.between(0.9)[0], rel=0.03)


def test_what_is_lost_on_average_is_what_the_chance_says():
    begun = start(cash=12 * MILLION, queue=[(12 * MILLION, 12)])
    how = Behaviour(default=Entered(200), settled=Entered(0), delays=EnteredDelays(0, 0))
    found = project(begun, how, LAW, seed=5, paths=20_000, months=14)
    chance = 1 - 0.8 ** (1 / 12)
    owed = [12 * MILLION] * 3 + [(12 - 1.2 * n) * MILLION for n in range(1, 10)]
    expected = sum(chance * (1 - chance) ** n * left for n, left in enumerate(owed))
    assert sum(one.lost for one in found.years) == pytest.approx(expected, rel=0.03)


def test_the_same_seed_gives_the_same_answer_and_another_seed_another():
    begun = start(queue=[(20 * MILLION, 24)], new=[(1, 10 * MILLION, 24)])
    one, again, other = (project(begun, OFTEN, LAW, seed=seed, paths=2_600, months=30) for seed in (7, 7, 8))
    assert one == again
    assert one.months != other.months


def test_the_bands_lie_above_each_other_and_the_floor_is_counted():
    begun = start(cash=50 * MILLION, new=[(1, 10 * MILLION, 24)])
    found = project(begun, OFTEN, LAW, seed=7, floor=10 * MILLION, paths=400, months=40)
    assert all(low <= high for one in found.months for low, high in pairwise(one.cash))
    assert 0 < max(one.below for one in found.months) <= found.ever_below <= 400


def test_what_nobody_knows_is_not_drawn():
    assert not behaviour(None, OwnNumbers()).is_known
    with pytest.raises(ValueError, match="known before"):
        draws_of(start(), behaviour(None, OwnNumbers()), np.random.default_rng(1), 2, 3)


def test_our_own_history_tells_only_where_it_is_long_enough():
    short = History(until=DAY, loan_months=499, behind=(29,))
    long = History(until=DAY, loan_months=500, defaulted=3, settled=2, behind=(28, 2))
    assert behaviour(short, OwnNumbers()) == Behaviour(default=None, settled=None, delays=None)
    assert behaviour(long, OwnNumbers()) == Behaviour(
        default=Seen(3, 500), settled=Seen(2, 500), delays=SeenDelays((28, 2))
    )


def test_what_a_person_enters_comes_before_our_history():
    long = History(until=DAY, loan_months=500, behind=(30,))
    own = OwnNumbers(defaulted=20, late=10, late_months=2)
    found = behaviour(long, own)
    assert (found.default, found.settled) == (Entered(20), Seen(0, 500))
    assert found.delays == EnteredDelays(10, 2)
    assert Entered(1000 - 1).monthly == pytest.approx(1 - 0.001 ** (1 / 12))


def test_a_loan_of_the_history_counts_until_its_first_unpaid_instalment():
    until = date(2026, 11, 1)
    seen = [
        LoanSeen(since=date(2025, 1, 10), paid=21, next_due=date(2026, 11, 10)),
        LoanSeen(since=date(2025, 1, 10), paid=18, next_due=date(2026, 8, 10)),  # three months behind
        LoanSeen(since=date(2025, 1, 10), paid=5, next_due=date(2025, 7, 10)),  # macet
        LoanSeen(since=date(2025, 1, 10), paid=4, next_due=None, is_written_off=True),
        LoanSeen(
            since=date(2025, 1, 10), paid=36, next_due=None, ended_on=date(2026, 1, 10), is_settled=True
        ),
        LoanSeen(since=date(2025, 1, 10), paid=12, next_due=None, ended_on=date(2026, 1, 10)),
        # Macet already when it was taken over: it tells nothing of what happens to a sound loan.
        LoanSeen(since=date(2024, 6, 1), paid=0, next_due=date(2016, 1, 10), is_taken_over=True),
    ]
    assert history_of(seen, 6, until) == History(
        until=until,
        loans=6,
        loan_months=21 + 18 + 6 + 5 + 12 + 12,
        defaulted=2,
        settled=1,
        behind=(1, 0, 0, 1, 0, 0, 0),
        left_out=1,
    )


def test_a_chance_of_nothing_never_comes_however_often_it_is_drawn():
    class Nothing:
        def standard_exponential(self, shape, kind):
            return np.zeros(shape, kind)  # a generator gives it once in some millions

    chances = np.array([0.0, 0.5])
    rows = projection_draws._first_row(Nothing(), projection_draws._rate(chances), (3, 2))
    assert rows.tolist() == [[20_001, 1]] * 3


def test_a_fund_that_owes_lends_nothing_and_is_projected():
    found = project(
        start(cash=-5, new=[(2, 10 * MILLION, 24)]), NOBODY_STOPS, LAW, seed=1, paths=10, months=6
    )
    assert {one.cash for one in found.months} == {(-5,) * 5}
