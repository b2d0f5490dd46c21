"""A simulation at the desk: the schedule, its costs and the limit that would bind, without a file."""

from dataclasses import dataclass
from datetime import date

from domain.problems import Problem
from domain.regulation.case import Case, FactValue
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import Most, most_for
from domain.sampang_loans import collateral as pledge
from domain.sampang_loans import facts as fact
from domain.sampang_loans import parameters as law
from domain.sampang_loans.application import LoanApplication
from domain.sampang_loans.costs import UpfrontCost, effective_yearly_rate, upfront_costs
from domain.sampang_loans.kinds import (
    ApplicantKind,
    BorrowerKind,
    CollateralKind,
    CooperativeLevel,
    InterestMethod,
    SizeClass,
)
from domain.sampang_loans.loan import Schedule, number_on, schedule_of, terms_by_law
from domain.sampang_loans.size_class import basis_on, size_under

_KINDS: dict[BorrowerKind, ApplicantKind] = {
    BorrowerKind.PRIMARY_COOP: ApplicantKind.COOPERATIVE,
    BorrowerKind.SECONDARY_COOP: ApplicantKind.COOPERATIVE,
    BorrowerKind.MICRO: ApplicantKind.BUSINESS,
    BorrowerKind.SMALL_OR_MEDIUM: ApplicantKind.BUSINESS,
    BorrowerKind.MICROFINANCE: ApplicantKind.MICROFINANCE,
    BorrowerKind.CLUSTER: ApplicantKind.CLUSTER,
}
# VIII.1.b names no floor for koperasi and usaha mikro (S-05).
_WITH_FLOOR = (BorrowerKind.SMALL_OR_MEDIUM, BorrowerKind.MICROFINANCE, BorrowerKind.CLUSTER)


@dataclass(frozen=True, slots=True)
class Wish:
    """What somebody asks at the desk; amounts in rupiah, collateral as the office would value it."""

    principal: int
    tenor: int
    borrower: BorrowerKind
    disbursed_on: date
    method: InterestMethod | None = None
    land: int = 0
    vehicles: int = 0


@dataclass(frozen=True, slots=True)
class Quote:
    """A simulated loan: its schedule, fees, effective yearly rate as a fraction, and the limits.

    `floor` is the smallest loan of this borrower in rupiah (VIII.1.b), zero where there is none.
    """

    wish: Wish
    schedule: Schedule
    upfront: tuple[UpfrontCost, ...]
    effective_rate: float
    most: Most
    floor: int

    @property
    def is_below_floor(self) -> bool:
        """Whether less is asked than the smallest loan of this borrower."""
        return self.wish.principal < self.floor

    @property
    def upfront_total(self) -> int:
        """The fees that the office has set, added up; those not set yet are not guessed."""
        return sum(cost.amount or 0 for cost in self.upfront)

    @property
    def total_cost(self) -> int:
        """All interest and fees."""
        return self.schedule.total_interest + self.upfront_total


def quote(wish: Wish, rules: LawInForce) -> Quote | Problem:
    """Simulate a loan under the law in force, or say in a sentence what is not possible."""
    terms = terms_by_law(wish.principal, wish.tenor, wish.disbursed_on, rules, wish.method)
    if isinstance(terms, Problem):
        return terms
    schedule = schedule_of(terms)
    upfront = upfront_costs(wish.principal, 1 if wish.land else 0, rules)
    fees = sum(cost.amount or 0 for cost in upfront)
    rate = effective_yearly_rate(schedule, fees)
    floor = number_on(law.LOAN_FLOOR, rules) if wish.borrower in _WITH_FLOOR else 0
    return Quote(wish, schedule, upfront, rate, limits_for(wish, rules), floor)


def limits_for(wish: Wish, rules: LawInForce) -> Most:
    """The largest loan for this borrower and collateral, and the limit that binds (VIII.1.b, IV.2.g)."""
    size = SizeClass.MICRO if wish.borrower is BorrowerKind.MICRO else SizeClass.SMALL
    level = (
        CooperativeLevel.SECONDARY
        if wish.borrower is BorrowerKind.SECONDARY_COOP
        else CooperativeLevel.PRIMARY
    )
    told: dict[str, FactValue] = {
        fact.PRINCIPAL.key: wish.principal,
        fact.TERM.key: wish.tenor,
        fact.COOP_LEVEL.key: level,
        fact.FUNCTIONAL.key: False,
        fact.SIZE_BY_CURRENT_LAW.key: size,
        fact.SIZE_BY_UU_20_2008.key: size,
        pledge.FURTHER_LAND.key: wish.land,
        pledge.FURTHER_VEHICLE.key: wish.vehicles,
        pledge.FURTHER_GOODS.key: 0,
    }
    return most_for(rules.rules_for(_KINDS[wish.borrower]), Case(told, (), rules.values))


def wish_of(application: LoanApplication, day: date) -> Wish | None:
    """What an application asks, as a wish at the desk; nothing while amount or tenor are blank."""
    borrower = _borrower_of(application)
    if application.amount is None or application.term_months is None or borrower is None:
        return None

    def value_of(kind: CollateralKind) -> int:
        return sum(thing.value or 0 for thing in application.collateral if thing.kind is kind)

    return Wish(
        principal=application.amount,
        tenor=application.term_months,
        borrower=borrower,
        disbursed_on=day,
        land=value_of(CollateralKind.LAND),
        vehicles=value_of(CollateralKind.VEHICLE),
    )


def _borrower_of(application: LoanApplication) -> BorrowerKind | None:
    match application.applicant.kind:
        case ApplicantKind.MICROFINANCE:
            return BorrowerKind.MICROFINANCE
        case ApplicantKind.CLUSTER:
            return BorrowerKind.CLUSTER
        case ApplicantKind.COOPERATIVE:
            level = application.cooperative.level
            secondary = level is CooperativeLevel.SECONDARY
            return BorrowerKind.SECONDARY_COOP if secondary else BorrowerKind.PRIMARY_COOP
    filed = application.filed_on
    size = size_under(basis_on(filed), application.business) if filed else None
    if size is None:
        return None
    return BorrowerKind.MICRO if size is SizeClass.MICRO else BorrowerKind.SMALL_OR_MEDIUM
