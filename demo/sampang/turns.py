"""What the Pokjanis makes of a complete application."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from random import Random
from typing import Final

from demo.chance import office_day
from demo.sampang.opinions import judged, refused
from domain.dates import add_months
from domain.sampang.application import EarlierLoan, LoanApplication
from domain.sampang.kinds import CreditHistory

Turn = Callable[[LoanApplication, Random], LoanApplication]
_MILLION: Final = 10**6


def waiting(application: LoanApplication, chance: Random) -> LoanApplication:
    """Leave it complete; nobody of the Pokjanis has looked at it yet."""
    return application


def accepted(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let the Pokjanis answer every question with yes."""
    return judged(application, _survey_day(application, chance))


def accepted_again(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let a good borrower come back for less than last time, and be accepted."""
    last = (application.amount or 0) + _MILLION
    return accepted(borrowed_before(application, chance, last), chance)


def accepted_after_bank_credit(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let the applicant have used an ordinary bank credit well, and be accepted."""
    return accepted(replace(application, credit_history=CreditHistory.ORDINARY), chance)


def surveyed(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let the survey pass, while the other opinions are still to come."""
    return judged(
        application, _survey_day(application, chance), only=("selected", "character", "surroundings")
    )


def turned_down(application: LoanApplication, chance: Random) -> LoanApplication:
    """Let the survey end with a no."""
    reason = chance.choice(("Usaha tidak berjalan saat disurvei", "Rencana dana tidak sesuai jenis usaha"))
    return refused(application, _survey_day(application, chance), reason)


def borrowed_before(application: LoanApplication, chance: Random, last_amount: int) -> LoanApplication:
    """Let the applicant have repaid a loan from this fund in the months before."""
    earlier = EarlierLoan(
        borrowed_before=True,
        last_amount=last_amount,
        settled_on=add_months(filing_day(application), -chance.randint(2, 20)),
        months_run=36,
        settled_early_to_renew=False,
    )
    return replace(application, earlier=earlier)


def filing_day(application: LoanApplication) -> date:
    """Give the day of filing, which every application has before it becomes a draft."""
    if application.filed_on is None:
        raise ValueError("a draft takes no further turn")
    return application.filed_on


def _survey_day(application: LoanApplication, chance: Random) -> date:
    return office_day(filing_day(application) + timedelta(days=chance.randint(16, 30)))
