"""What a loan costs besides its principal: fees, effective rate, burden on the income, split of interest."""

from dataclasses import dataclass
from fractions import Fraction
from math import floor

from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Parameter, exact
from domain.sampang import parameters as law
from domain.sampang.loan import Schedule, number_on


@dataclass(frozen=True, slots=True)
class UpfrontCost:
    """One cost at disbursement (VIII.5.d), in rupiah; None while the office has not set its rate."""

    parameter: Parameter
    amount: int | None


def upfront_costs(principal: int, certificates: int, rules: LawInForce) -> tuple[UpfrontCost, ...]:
    """Insurance, notary and land check of one loan; a rate that nobody has set is never invented."""

    def told(parameter: Parameter, amount_for: int, divided_by: int = 1) -> UpfrontCost:
        rate = exact(rules.values.get(parameter.key))
        if rate is None:
            return UpfrontCost(parameter, None)
        return UpfrontCost(parameter, floor(amount_for * rate / divided_by + Fraction(1, 2)))

    return (
        told(law.INSURANCE_RATE, principal, 1000),
        told(law.NOTARY_FEE, 1),
        told(law.LAND_CHECK_FEE, certificates),
    )


def effective_yearly_rate(schedule: Schedule, upfront: int = 0) -> float:
    """The yearly rate at which the payments are worth what was received, as a fraction (0.11 is 11 %).

    `upfront` is what is paid at disbursement. A ratio for reading, never an amount of money.
    """
    received = schedule.terms.principal - upfront
    payments = [row.total for row in schedule.rows]
    low, high = 0.0, 1.0
    for _ in range(60):
        middle = (low + high) / 2
        worth = sum(paid / (1 + middle) ** month for month, paid in enumerate(payments, 1))
        low, high = (middle, high) if worth > received else (low, middle)
    return float((1 + low) ** 12 - 1)


@dataclass(frozen=True, slots=True)
class InterestSplit:
    """Where the interest goes (VIII.4), in rupiah; the three add up to what was received."""

    revenue: int
    agency: int
    bank: int

    @property
    def total(self) -> int:
        """The interest that was split."""
        return self.revenue + self.agency + self.bank

    def __add__(self, other: "InterestSplit") -> "InterestSplit":
        """Both together, share by share."""
        return InterestSplit(self.revenue + other.revenue, self.agency + other.agency, self.bank + other.bank)

    def __sub__(self, other: "InterestSplit") -> "InterestSplit":
        """What is left without the other."""
        return InterestSplit(self.revenue - other.revenue, self.agency - other.agency, self.bank - other.bank)


def split_interest(received: int, rules: LawInForce) -> InterestSplit:
    """Three, two and one parts of six by largest remainder; a tie goes to PAD, then Dinas, then bank."""
    shares = [
        number_on(parameter, rules)
        for parameter in (law.INTEREST_TO_REVENUE, law.INTEREST_TO_AGENCY, law.INTEREST_TO_BANK)
    ]
    whole = sum(shares)
    parts = [received * share // whole for share in shares]
    rests = [received * share % whole for share in shares]
    for place in sorted(range(3), key=lambda place: -rests[place])[: received - sum(parts)]:
        parts[place] += 1
    return InterestSplit(*parts)


def share_of_income(instalment: int, monthly_income: int) -> Fraction:
    """The part of a monthly net income that an instalment takes; ValueError without an income."""
    if monthly_income < 1:
        raise ValueError("an income is more than nothing")
    return Fraction(instalment, monthly_income)
