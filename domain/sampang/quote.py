"""A simulation at the desk: the schedule, its costs and the limit that would bind, without a file."""

from dataclasses import dataclass, replace
from datetime import date

from domain.problems import Problem
from domain.regulation.case import Case, FactValue
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import LimitFigure, Most, most_for
from domain.regulation.truth import Truth
from domain.sampang import collateral as pledge
from domain.sampang import facts as fact
from domain.sampang import parameters as law
from domain.sampang.amounts import CEILING_ID, FLOOR_RULE_ID
from domain.sampang.application import LARGEST_AMOUNT, LoanApplication
from domain.sampang.case_of import case_of
from domain.sampang.costs import UpfrontCost, effective_yearly_rate, upfront_costs
from domain.sampang.kinds import (
    ApplicantKind,
    BorrowerKind,
    CooperativeLevel,
    InterestMethod,
    SizeClass,
    SizeFound,
)
from domain.sampang.loan import Schedule, law_of_day, number_on, other_grace_for, schedule_of, terms_by_law
from domain.sampang.reverse import collateral_needed
from domain.sampang.size_class import basis_on, size_under

_KINDS: dict[BorrowerKind, ApplicantKind] = {
    BorrowerKind.PRIMARY_COOP: ApplicantKind.COOPERATIVE,
    BorrowerKind.SECONDARY_COOP: ApplicantKind.COOPERATIVE,
    BorrowerKind.MICRO: ApplicantKind.BUSINESS,
    BorrowerKind.SMALL_OR_MEDIUM: ApplicantKind.BUSINESS,
    BorrowerKind.MICROFINANCE: ApplicantKind.MICROFINANCE,
    BorrowerKind.CLUSTER: ApplicantKind.CLUSTER,
}
_LEVELS: dict[CooperativeLevel, BorrowerKind] = {
    CooperativeLevel.PRIMARY: BorrowerKind.PRIMARY_COOP,
    CooperativeLevel.SECONDARY: BorrowerKind.SECONDARY_COOP,
}


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
    goods: int = 0

    @property
    def pledged(self) -> int:
        """All collateral together."""
        return self.land + self.vehicles + self.goods


@dataclass(frozen=True, slots=True)
class Quote:
    """A simulated loan: its schedule, fees, effective yearly rates as fractions, and the limits.

    `effective_rate` counts the fees that the office has set, `rate_without_fees` the interest alone.
    `floor` is the smallest loan of this borrower and collateral in rupiah (VIII.1.b, S-05), zero where
    there is none. `needed` is the collateral that the loan needs, `lacking` what is not pledged of it.
    `ceilings` are those with a certificate of land and with a BPKB alone, where they differ (VIII.1.b).
    `other_grace` is the schedule under S-40 B while that question is open, where it differs, and
    `added_grace` that under S-41 B, with the grace added to the tenor.
    """

    wish: Wish
    schedule: Schedule
    upfront: tuple[UpfrontCost, ...]
    effective_rate: float
    rate_without_fees: float
    most: Most
    floor: int
    needed: int
    lacking: int
    other_grace: Schedule | None
    added_grace: Schedule
    ceilings: tuple[int, int] | None = None

    @property
    def awaits_collateral(self) -> bool:
        """Whether nothing is pledged yet, and the collateral alone brings the largest loan to nothing."""
        return self.limit is not self.most.binding

    @property
    def limit(self) -> LimitFigure:
        """The limit that every screen and paper tells."""
        return _told_of(self.wish, self.most)

    @property
    def is_above_limit(self) -> bool:
        """Whether more is asked than the limit that is told, whatever may still be pledged."""
        return self.wish.principal > self.limit.least and not self.needs_land

    @property
    def needs_land(self) -> bool:
        """Whether only a certificate of land brings the wish within its ceiling; nothing is pledged yet."""
        if self.ceilings is None or not self.awaits_collateral:
            return False
        return self.limit.least < self.wish.principal <= self.ceilings[0]

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
    """Simulate a loan by the law of its day of disbursement, or say in a sentence what is not possible.

    `rules` give the programme and the office's practice; of another day, that day's law is taken.
    """
    rules = law_of_day(wish.disbursed_on, rules)
    terms = terms_by_law(wish.principal, wish.tenor, wish.disbursed_on, rules, wish.method)
    if isinstance(terms, Problem):
        return terms
    schedule = schedule_of(terms)
    upfront = upfront_costs(wish.principal, 1 if wish.land else 0, rules)
    grace, needed = other_grace_for(wish.tenor, rules), collateral_needed(wish.principal, wish.tenor, rules)
    return Quote(
        wish=wish,
        schedule=schedule,
        upfront=upfront,
        effective_rate=effective_yearly_rate(schedule, sum(cost.amount or 0 for cost in upfront)),
        rate_without_fees=effective_yearly_rate(schedule),
        most=limits_for(wish, rules),
        floor=floor_for(wish, rules),
        needed=needed,
        lacking=max(0, needed - pledged_for(wish, rules)),
        other_grace=None if grace is None else schedule_of(replace(terms, grace=grace)),
        added_grace=schedule_of(replace(terms, tenor=terms.tenor + terms.grace)),
        ceilings=ceilings_for(wish, rules),
    )


def ceilings_for(wish: Wish, rules: LawInForce) -> tuple[int, int] | None:
    """The ceiling with a certificate of land alone and with a BPKB alone; None where they are the same.

    Both are worth more than any loan here, so that nothing but the kind of the pledge makes the difference.
    """
    bare = replace(wish, land=0, vehicles=0, goods=0)
    land = _ceiling(replace(bare, land=LARGEST_AMOUNT), rules)
    vehicle = _ceiling(replace(bare, vehicles=LARGEST_AMOUNT), rules)
    return None if land == vehicle else (land, vehicle)


def _ceiling(wish: Wish, rules: LawInForce) -> int:
    return next(one.least for one in limits_for(wish, rules).limits if one.limit.id == CEILING_ID)


def limits_for(wish: Wish, rules: LawInForce) -> Most:
    """The largest loan for this borrower and collateral, and the limit that binds (VIII.1.b, IV.2.g)."""
    return most_for(rules.rules_for(_KINDS[wish.borrower]), _case(wish, rules))


def limit_for(wish: Wish, rules: LawInForce) -> LimitFigure:
    """The limit that is told of a wish, without simulating the loan."""
    return _told_of(wish, limits_for(wish, rules))


def _told_of(wish: Wish, most: Most) -> LimitFigure:
    """The limit that binds; where nothing is pledged yet, the one that binds besides the collateral."""
    if wish.pledged or most.amount:
        return most.binding
    others = [figure for figure in most.limits if figure is not most.binding]
    return min(others, key=lambda figure: figure.least, default=most.binding)


def floor_for(wish: Wish, rules: LawInForce) -> int:
    """The smallest loan for this borrower and collateral (VIII.1.b, S-05); zero where there is none."""
    floor = number_on(law.LOAN_FLOOR, rules)
    below = _case(replace(wish, principal=floor - 1), rules)
    read = rules.rules_for(_KINDS[wish.borrower]).rules
    refused = any(
        one.rule.id == FLOOR_RULE_ID and one.condition.truth(below) is Truth.NOT_MET for one in read
    )
    return floor if refused else 0


def pledged_for(wish: Wish, rules: LawInForce) -> int:
    """The collateral of a wish as far as it counts: goods only in addition, as S-13 is read."""
    return rules.read_amount(pledge.RECOGNISED).interval(_case(wish, rules))[0]


def _case(wish: Wish, rules: LawInForce) -> Case:
    size = SizeFound.MICRO if wish.borrower is BorrowerKind.MICRO else SizeFound.SMALL
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
        fact.SIZE_BY_SALES.key: size,
        pledge.FURTHER_LAND.key: wish.land,
        pledge.FURTHER_VEHICLE.key: wish.vehicles,
        pledge.FURTHER_GOODS.key: wish.goods,
    }
    return Case(told, (), rules.values)


def wish_of(application: LoanApplication, day: date, rules: LawInForce) -> Wish | None:
    """What an application asks, as a wish at the desk with the collateral that counts for certain.

    Nothing while amount, tenor or the borrower's level or size are blank. `rules` give the office's
    practice; without them the readings are those of the program.
    """
    borrower = _borrower_of(application)
    if application.amount is None or application.term_months is None or borrower is None:
        return None
    rules = law_of_day(day, rules)
    case = case_of(application, rules)
    land, vehicles, goods = (
        rules.read_amount(amount).interval(case)[0] for amount in (pledge.LAND, pledge.VEHICLES, pledge.GOODS)
    )
    return Wish(
        principal=application.amount,
        tenor=application.term_months,
        borrower=borrower,
        disbursed_on=day,
        land=land,
        vehicles=vehicles,
        goods=goods,
    )


def _borrower_of(application: LoanApplication) -> BorrowerKind | None:
    match application.applicant.kind:
        case ApplicantKind.MICROFINANCE:
            return BorrowerKind.MICROFINANCE
        case ApplicantKind.CLUSTER:
            return BorrowerKind.CLUSTER
        case ApplicantKind.COOPERATIVE:
            level = application.cooperative.level
            return None if level is None else _LEVELS[level]
    filed = application.filed_on
    size = size_under(basis_on(filed), application.business) if filed else None
    could_be = size.could_be if size else ()
    if could_be == (SizeClass.MICRO,):
        return BorrowerKind.MICRO
    fits = could_be and {*could_be} <= {SizeClass.SMALL, SizeClass.MEDIUM}
    return BorrowerKind.SMALL_OR_MEDIUM if fits else None
