"""What an application lacks: some of it can still be brought, some of it decides."""

from dataclasses import replace
from random import Random
from typing import Final

from demo.sampang.pledges import vehicle
from domain.sampang.application import Collateral, LoanApplication

_MILLION: Final = 10**6


def draft(application: LoanApplication, chance: Random) -> LoanApplication:
    """Leave the form half filled in, and not filed."""
    collateral: tuple[Collateral, ...] = application.collateral if chance.random() < 0.5 else ()
    return replace(
        application,
        filed_on=None,
        term_months=chance.choice((None, application.term_months)),
        collateral=collateral,
        collateral_complete=None,
        papers={code: True for code in sorted(application.papers) if chance.random() < 0.4},
        on_red_list=None,
    )


def some_papers_missing(application: LoanApplication, chance: Random) -> LoanApplication:
    """Leave one or two papers to be brought later; copies of the licence are another matter (S-49)."""
    asked = sorted(application.papers.keys() - {"business_legality_copies"})
    missing = chance.sample(asked, chance.choice((1, 2)))
    return replace(application, papers={**application.papers, **dict.fromkeys(missing, False)})


def some_answers_missing(application: LoanApplication, chance: Random) -> LoanApplication:
    """Leave the red list and earlier credit open."""
    return replace(application, on_red_list=None, credit_history=None)


def not_yet_valued(application: LoanApplication, chance: Random) -> LoanApplication:
    """Leave the value of the collateral open."""
    without = tuple(replace(thing, value=None, assessed_by="") for thing in application.collateral)
    return replace(application, collateral=without)


def in_arrears(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let the owner be behind with another loan."""
    return replace(application, business=replace(application.business, owner_arrears=True))


def without_licence(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let the business have no licence."""
    papers = {**application.papers, "business_legality_copies": False}
    return replace(application, papers=papers, business=replace(application.business, has_licence=False))


def pledged(application: LoanApplication, percent: int) -> LoanApplication:
    """Let the collateral be worth some percent of the loan."""
    first = replace(application.collateral[0], value=(application.amount or 0) * percent // 100)
    return replace(application, collateral=(first,))


def far_too_little_pledged(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let the collateral be worth less than the loan."""
    return pledged(application, chance.randint(60, 95))


def car_for_a_large_loan(application: LoanApplication, chance: Random) -> LoanApplication:
    """Ask more on a car than the ceiling of Rp30 million."""
    car = vehicle(95 * _MILLION, 2018, wheels=4, description="BPKB Toyota Avanza")
    return replace(application, amount=chance.choice((35, 40, 45)) * _MILLION, collateral=(car,))
