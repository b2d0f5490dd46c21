"""What the books know for a projection, as plain values, and the projection that follows from it: kept once.

Whoever asks twice with the same assumptions is given the same answer without its being worked out again.
"""

from collections import OrderedDict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Annotated, Final

from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.sampang.fund.money_in import LARGEST_FUND
from domain.sampang.projection.projection import Projection, project
from domain.sampang.projection.projection_rates import Behaviour, History, OwnNumbers, behaviour
from domain.sampang.projection.projection_start import (
    LoanPlan,
    NewLending,
    Running,
    Start,
    WantedLending,
    loan_plan,
    whole,
)
from domain.typed import Count, Rupiah

LONGEST_QUEUE: Final = 150


@dataclass(frozen=True, slots=True)
class Waiting:
    """A file that waits for its money, or for its decision: rupiah and months."""

    amount: int
    tenor: int


@dataclass(frozen=True, slots=True, kw_only=True)
class FundKnown:
    """The fund on a day: cash, what running loans still bring by month from the day's own, and the queue.

    `overdue` is principal whose day is past, and `macet` what macet loans should still bring: nobody knows
    when they come, so neither is in it. The first `approved` of the queue are decided already; `beyond`
    counts those that the queue is too long for. `history` is None while no bank data are in.
    """

    day: date
    cash: int
    principal: tuple[int, ...]
    interest: tuple[int, ...]
    loans: int
    overdue: int
    macet: int
    queue: tuple[Waiting, ...] = ()
    approved: int = 0
    beyond: int = 0
    history: History | None = None

    @property
    def bound_of_surcharge(self) -> int:
        """The most interest that is left out, as added months of running loans are not in it (VIII.5.e).

        A loan is settled once, with at most three months of its own, none higher than its next whole month's.
        """
        return 3 * max(self.interest[:2], default=0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Aims:
    """What is asked of a projection beside the lending: the floor of the cash, and the seed of chance."""

    floor: Annotated[int, Rupiah("Batas bawah kas", largest=LARGEST_FUND)]
    seed: Annotated[int, Count("Benih acak", largest=10**9)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """What a person types for a projection, all in one form."""

    lending: WantedLending
    own: OwnNumbers
    aims: Aims

    def of(self, known: FundKnown) -> "Assumed":
        """Everything that the projection follows from, with what the books know."""
        return Assumed(
            known=known,
            wanted=(self.lending,) if self.lending.a_month else (),
            how=behaviour(known.history, self.own),
            aims=self.aims,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Assumed:
    """Everything that a projection follows from, the law apart."""

    known: FundKnown
    wanted: tuple[WantedLending, ...]
    how: Behaviour
    aims: Aims


@dataclass(frozen=True, slots=True)
class Begun:
    """The start of a projection, and how many files of the queue the law of the day offers no terms for."""

    start: Start
    left_out: int


def begun(assumed: Assumed, rules: LawInForce) -> Begun | Problem:
    """The start by the law on its own day, or what is wrong with the lending wanted, in a sentence."""
    known, new = assumed.known, []
    for one in assumed.wanted:
        plan = _plan(one.amount, one.tenor, rules.day, rules)
        if isinstance(plan, Problem):
            return plan
        new.append(NewLending(one.a_month, plan))
    plans = [_plan(one.amount, one.tenor, rules.day, rules) for one in known.queue]
    can = [one for one in plans if isinstance(one, LoanPlan)]
    start = Start(
        month=known.day.replace(day=1),
        cash=known.cash,
        running=Running(whole(known.principal), whole(known.interest), known.loans),
        queue=tuple(can),
        approved=sum(isinstance(one, LoanPlan) for one in plans[: known.approved]),
        new=tuple(new),
    )
    return Begun(start, len(plans) - len(can))


@lru_cache(maxsize=256)
def _plan(amount: int, tenor: int, day: date, rules: LawInForce) -> LoanPlan | Problem:
    return loan_plan(amount, tenor, day, rules)


_KEPT: Final = 8
_done: OrderedDict[tuple[Assumed, LawInForce], Projection] = OrderedDict()


def projected(
    assumed: Assumed, rules: LawInForce, tell: Callable[[float], object] = lambda part: None
) -> Projection | Problem:
    """The projection of the fund, the newest ones kept; the behaviour of its loans must be known.

    `tell` is told which part is done, where there is anything to do.
    """
    if (known := _done.get((assumed, rules))) is not None:
        return known
    found = begun(assumed, rules)
    if isinstance(found, Problem):
        return found
    aims = assumed.aims
    made = project(found.start, assumed.how, rules, seed=aims.seed, floor=aims.floor, tell=tell)
    _done[assumed, rules] = made
    if len(_done) > _KEPT:
        _done.popitem(last=False)
    return made


def by_month(first: date, amounts: Sequence[tuple[int, int, int]]) -> tuple[int, ...]:
    """Amounts of years and months as a row from the first month on, quiet ones as nothing."""
    places = {(year - first.year) * 12 + month - first.month: amount for year, month, amount in amounts}
    return tuple(places.get(place, 0) for place in range(max(places, default=-1) + 1))
