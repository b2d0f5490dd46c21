"""The calculator asked the other way round: from an instalment to a loan, a tenor, a collateral."""

from dataclasses import replace

from domain.problems import Problem
from domain.regulation.law_in_force import LawInForce
from domain.sampang import parameters as law
from domain.sampang.application import LARGEST_AMOUNT
from domain.sampang.loan import SMALLEST_LOAN, LoanTerms, Schedule, grace_for, number_on, schedule_of, tenors


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


def collateral_needed(principal: int, rules: LawInForce) -> int:
    """The collateral that a loan needs, in rupiah, rounded up (IV.2.g: 130 %)."""
    return -(-principal * number_on(law.COLLATERAL_RATIO, rules) // 100)


def tenors_within(instalment: int, like: LoanTerms, rules: LawInForce) -> tuple[Schedule, ...]:
    """The schedules of the tenors that keep the instalment within an amount, the shortest first."""
    found = []
    for tenor in tenors(rules):
        grace = grace_for(tenor, rules)
        if isinstance(grace, Problem):
            continue
        schedule = schedule_of(replace(like, tenor=tenor, grace=grace))
        if schedule.highest_instalment <= instalment:
            found.append(schedule)
    return tuple(found)
