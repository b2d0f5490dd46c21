"""What makes an application hang on how the regulation is read."""

from dataclasses import replace
from datetime import timedelta
from random import Random
from typing import Final

from demo.sampang.lacks import pledged
from demo.sampang.turns import borrowed_before, filing_day
from domain.dates import add_months
from domain.sampang.application import LoanApplication
from domain.sampang.kinds import CreditHistory, LetterOrigin, Premises

_MILLION: Final = 10**6


def thinly_pledged(application: LoanApplication, chance: Random) -> LoanApplication:
    """Cover 130 % of the principal, but not of the principal with its interest (S-10)."""
    return replace(pledged(application, 134), term_months=36)


def programme_credit(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let the applicant have had a subsidised credit before; S-29 asks whether that bars another."""
    return replace(application, credit_history=CreditHistory.PROGRAMME)


def spouse_in_arrears(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let the husband or wife be behind with a loan; S-32 asks whether that counts."""
    return replace(application, business=replace(application.business, spouse_arrears=True))


def larger_again(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let a borrower come back for more than last time; S-47 asks whether that may be."""
    return borrowed_before(application, chance, (application.amount or 0) - _MILLION)


def lease_soon_over(application: LoanApplication, chance: Random) -> LoanApplication:
    """Rent the premises for five years of which two are left; S-33 asks which years count."""
    first = add_months(filing_day(application), -36).replace(day=1)
    rented = replace(
        application.business,
        premises=Premises.RENTED,
        lease_from=first,
        lease_until=add_months(first, 60) - timedelta(days=1),
    )
    return replace(application, business=rented, term_months=36)


def exempt_from_licence(application: LoanApplication, chance: Random) -> LoanApplication:
    """Exempt a micro business by its village's letter; S-49 asks for copies all the same."""
    return with_village_letter(application)


def with_village_letter(application: LoanApplication) -> LoanApplication:
    """Have the letter of the village where the business is, instead of a licence and its copies."""
    answers = replace(
        application.business,
        has_licence=False,
        letter_states_existence=True,
        letter_states_small_capital=True,
        letter_origin=LetterOrigin.BUSINESS_VILLAGE,
    )
    papers = {**application.papers, "business_legality_copies": False}
    return replace(application, papers=papers, business=answers)


def large_on_land(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let a koperasi ask more than Rp100 million on land; S-07 asks whether that ceiling binds it."""
    return pledged(replace(application, amount=chance.choice((110, 125, 150)) * _MILLION), 180)
