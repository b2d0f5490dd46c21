"""Simulated loans for the papers, and the papers printed on 3 March 2026 over demo data."""

from datetime import date

from documents.sampang.instalment_card import instalment_card
from documents.sampang.simulation_sheet import simulation_sheet
from domain.problems import Problem
from domain.regulation.law_in_force import NO_PRACTICE, LawInForce, Practice
from domain.regulation.parameter import DatedValue
from domain.regulation.sources import OfficeDecision
from domain.sampang import parameters as law
from domain.sampang.kinds import BorrowerKind, InterestMethod
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.quote import Quote, Wish, quote

MONTH_END = date(2026, 1, 31)
FEES_SET = Practice(
    settings=tuple(
        (parameter.key, DatedValue(date(2026, 1, 1), value, OfficeDecision("SK contoh", "Kepala Dinas")))
        for parameter, value in ((law.INSURANCE_RATE, 5), (law.NOTARY_FEE, 750_000))
    )
)
PRINT = {
    "printed_on": date(2026, 3, 3),
    "printed_by": "Ach. Fauzi",
    "application_version": "0.1.0",
    "rules_version": "0123456789abcdef",
    "demo": True,
}


def simulated(
    principal: int,
    tenor: int,
    method: InterestMethod | None = None,
    *,
    borrower: BorrowerKind = BorrowerKind.SMALL_OR_MEDIUM,
    land: int = 0,
    vehicles: int = 0,
    goods: int = 0,
    practice: Practice = NO_PRACTICE,
) -> Quote:
    """A loan disbursed on 31 January 2026 under the law of that day."""
    wish = Wish(principal, tenor, borrower, MONTH_END, method, land, vehicles, goods)
    found = quote(wish, LawInForce(SAMPANG_LOANS, MONTH_END, practice))
    assert not isinstance(found, Problem), found
    return found


def simulation(told: Quote, **changed: object) -> bytes:
    """The simulation sheet."""
    return simulation_sheet(told, **{**PRINT, **changed})


def card(told: Quote, **changed: object) -> bytes:
    """The instalment card."""
    named = {"number": "DB-2026-0042", "borrower": "Siti Aminah"}
    return instalment_card(told.schedule, **{**PRINT, **named, **changed})
