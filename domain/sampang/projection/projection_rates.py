"""How loans behave, for a projection: by our own history with its uncertainty, or as a person enters it.

Each is a chance a month. What our history tells is a Beta distribution (Jeffreys' prior, half a case on
either side); a path of the projection draws its own chance from it, so that a short history makes wide bands.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Annotated, Final

import numpy as np
from numpy.typing import NDArray

from domain.typed import Count

# Own choices, told on the screen: from how much on our own history is taken to say something.
LEAST_LOAN_MONTHS: Final = 500
LEAST_LOANS: Final = 30
_HALF: Final = 0.5
Chances = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class LoanSeen:
    """One loan as the books have had it since `since`: whose oldest unpaid due day is `next_due`.

    `ended_on` is the day on which nothing was left; `is_settled` whether that was before its time.
    """

    since: date
    paid: int
    next_due: date | None
    ended_on: date | None = None
    is_settled: bool = False
    is_written_off: bool = False
    is_taken_over: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """What our loans did up to a day: months of loans at risk, and what befell them.

    `behind` counts the loans that run and are not macet by months behind, from none up; `left_out` those
    that were macet already when the books began to know them.
    """

    until: date
    loans: int = 0
    loan_months: int = 0
    defaulted: int = 0
    settled: int = 0
    behind: tuple[int, ...] = ()
    left_out: int = 0


@dataclass(frozen=True, slots=True)
class Seen:
    """So many cases in so many chances of our own history."""

    cases: int
    chances: int

    def drawn(self, random: np.random.Generator, paths: int) -> Chances:
        """A chance for each path."""
        return random.beta(self.cases + _HALF, self.chances - self.cases + _HALF, paths)

    def between(self, share: float) -> tuple[float, float, float]:
        """The chance below which it lies with half of `1 - share`, with one half, and above."""
        from scipy.special import betaincinv

        a, b = self.cases + _HALF, self.chances - self.cases + _HALF
        edge = (1 - share) / 2
        low, middle, high = (float(betaincinv(a, b, each)) for each in (edge, 0.5, 1 - edge))
        return low, middle, high


@dataclass(frozen=True, slots=True)
class Entered:
    """A chance that a person entered: of a thousand loans, how many in a year."""

    of_thousand: int

    @property
    def monthly(self) -> float:
        """The chance in one month that makes it so many in twelve."""
        return float(1 - (1 - self.of_thousand / 1000) ** (1 / 12))

    def drawn(self, random: np.random.Generator, paths: int) -> Chances:
        """The same chance for each path."""
        return np.full(paths, self.monthly)


@dataclass(frozen=True, slots=True)
class SeenDelays:
    """How many months loans of our own history are behind: counts from none up."""

    counts: tuple[int, ...]

    @property
    def longest(self) -> int:
        """The most months."""
        return len(self.counts) - 1

    def drawn(self, random: np.random.Generator, paths: int) -> Chances:
        """The share of each number of months, for each path: shape (months + 1, paths)."""
        shares = random.standard_gamma(np.array(self.counts)[:, None] + _HALF, (len(self.counts), paths))
        found: Chances = shares / shares.sum(axis=0)
        return found


@dataclass(frozen=True, slots=True)
class EnteredDelays:
    """Of a hundred loans so many pay so many months late, each time."""

    of_hundred: int
    months: int

    @property
    def longest(self) -> int:
        """The most months."""
        return self.months if self.of_hundred else 0

    def drawn(self, random: np.random.Generator, paths: int) -> Chances:
        """The share of each number of months, for each path."""
        shares = np.zeros((self.longest + 1, paths))
        shares[0] = 1 - self.of_hundred / 100
        shares[self.longest] += self.of_hundred / 100
        return shares


Chance = Seen | Entered
Delays = SeenDelays | EnteredDelays


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnNumbers:
    """What a person enters instead of our history; None leaves it to the history."""

    defaulted: Annotated[int | None, Count("Macet: dari 1.000 pinjaman, setahun", largest=900)] = None
    settled: Annotated[int | None, Count("Lunas awal: dari 1.000 pinjaman, setahun", largest=900)] = None
    late: Annotated[int | None, Count("Selalu terlambat: dari 100 pinjaman", largest=100)] = None
    late_months: Annotated[int | None, Count("Terlambatnya berapa bulan", "bulan", least=1, largest=12)] = (
        None
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Behaviour:
    """How loans behave in a projection; None for what nobody knows."""

    default: Chance | None
    settled: Chance | None
    delays: Delays | None

    @property
    def is_known(self) -> bool:
        """Whether everything is known, so that paths can be drawn."""
        return None not in (self.default, self.settled, self.delays)


def behaviour(history: History | None, own: OwnNumbers) -> Behaviour:
    """What a person entered, else what our history tells where it is long enough, else nothing."""
    long = history is not None and history.loan_months >= LEAST_LOAN_MONTHS
    many = history is not None and sum(history.behind) >= LEAST_LOANS

    def chance(entered: int | None, cases: int) -> Chance | None:
        if entered is not None:
            return Entered(entered)
        return Seen(cases, history.loan_months) if history is not None and long else None

    delays: Delays | None = SeenDelays(history.behind) if history is not None and many else None
    if own.late is not None and (own.late_months is not None or not own.late):
        delays = EnteredDelays(own.late, own.late_months or 0)
    return Behaviour(
        default=chance(own.defaulted, history.defaulted if history else 0),
        settled=chance(own.settled, history.settled if history else 0),
        delays=delays,
    )


def history_of(loans: Iterable[LoanSeen], macet_after: int, until: date) -> History:
    """What the loans did up to a day; macet is one more than `macet_after` months behind, or written off.

    A macet loan counts until its first unpaid instalment, so that a chance is one in so many instalments.
    """
    counts: dict[str, int] = dict.fromkeys(("loans", "loan_months", "defaulted", "settled", "left_out"), 0)
    behind = [0] * (macet_after + 1)
    for one in loans:
        late = 0 if one.next_due is None else months_late(one.next_due, until)
        if _was_macet(one, macet_after):
            counts["left_out"] += 1
            continue
        is_macet = one.is_written_off or late > macet_after
        counts["loans"] += 1
        counts["defaulted"] += is_macet
        counts["settled"] += one.is_settled
        counts["loan_months"] += _at_risk(one, is_macet=is_macet)
        if one.next_due is not None and not is_macet:
            behind[late] += 1
    return History(until=until, behind=tuple(behind), **counts)


def _was_macet(one: LoanSeen, macet_after: int) -> bool:
    """Whether it was macet already when the books began to know it."""
    if one.next_due is None:
        return one.is_taken_over and one.is_written_off and not one.paid
    return months_late(one.next_due, one.since) > macet_after


def _at_risk(one: LoanSeen, *, is_macet: bool) -> int:
    """Instalments that were paid, or the months until it was settled, and the one that was not paid."""
    if one.is_settled and one.ended_on is not None:
        return min(one.paid, max(1, _months(one.since, one.ended_on)))
    return one.paid + is_macet


def months_late(next_due: date, day: date) -> int:
    """How many due days lie before a day, from the oldest unpaid one on."""
    return max(0, _months(next_due, day) + (next_due.day < day.day))


def _months(first: date, last: date) -> int:
    return (last.year - first.year) * 12 + last.month - first.month
