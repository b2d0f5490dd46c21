"""The calculator asked the other way round: from an instalment to a loan, a tenor, a collateral."""

from dataclasses import replace

from domain.problems import Problem
from domain.regulation.case import Case
from domain.regulation.law_in_force import LawInForce
from domain.sampang import facts as fact
from domain.sampang.amounts import NEEDED
from domain.sampang.application import LARGEST_AMOUNT
from domain.sampang.loan import SMALLEST_LOAN, LoanTerms, Schedule, grace_for, schedule_of, tenors


def largest_loan(instalment: int, like: LoanTerms) -> int | None:
    """The largest loan whose monthly instalment never exceeds an amount; the last month apart."""

    def affordable(principal: int) -> bool:
        return schedule_of(replace(like, principal=principal)).highest_instalment <= instalment

    if not affordable(SMALLEST_LOAN):
        return None
    enough, too_much = SMALLEST_LOAN, LARGEST_AMOUNT + 1
    while too_much - enough > 1:
        middle = (enough + too_much) // 2
        enough, too_much = (middle, too_much) if affordable(middle) else (enough, middle)
    return enough


def collateral_needed(principal: int, tenor: int, rules: LawInForce) -> int:
    """The collateral that a loan needs, in rupiah, rounded up (IV.2.g: 130 %), as S-10 is read."""
    case = Case({fact.PRINCIPAL.key: principal, fact.TERM.key: tenor}, (), rules.values)
    return rules.read_amount(NEEDED).interval(case)[1]


def terms_by_tenor(like: LoanTerms, rules: LawInForce) -> tuple[LoanTerms, ...]:
    """The same loan over every tenor that the law names, each with its own grace, the shortest first."""
    graces = ((tenor, grace_for(tenor, rules)) for tenor in tenors(rules))
    return tuple(
        replace(like, tenor=tenor, grace=grace) for tenor, grace in graces if not isinstance(grace, Problem)
    )


def tenors_within(instalment: int, like: LoanTerms, rules: LawInForce) -> tuple[Schedule, ...]:
    """The schedules of the tenors that keep the instalment within an amount, the shortest first."""
    found = map(schedule_of, terms_by_tenor(like, rules))
    return tuple(schedule for schedule in found if schedule.highest_instalment <= instalment)
