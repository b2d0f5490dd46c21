"""What the hard cases start from: a sound application in which one thing is then changed."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from demo.chance import office_day
from demo.people import Owner, Someone, nik
from demo.sampang.answers import business_answers
from demo.sampang.complete import Request, business
from demo.sampang.opinions import judged
from demo.sampang.pledges import land
from domain.sampang.application import Collateral, LoanApplication

MILLION: Final = 10**6
LONG_AGO: Final = date(2012, 3, 5)
ENOUGH_LAND: Final = (land(50 * MILLION),)
LITTLE_LAND: Final = (land(12 * MILLION),)


@dataclass(frozen=True, slots=True)
class HardCase:
    """One case that the product must survive: its key, what it shows, and how it is made.

    `make` takes the day of filing, which lies `days_ago` back.
    """

    key: str
    shows: str
    days_ago: int
    make: Callable[[date], LoanApplication]


def elder(name: str, district_code: str, born: date, *, woman: bool = False) -> Someone:
    """Give someone born before 1968, so that no usual applicant has the same NIK."""
    return Someone(name, nik(district_code, born, woman=woman))


def single(name: str, district_code: str, born: date, *, woman: bool = False) -> Owner:
    """Give an owner without husband or wife."""
    return Owner(elder(name, district_code, born, woman=woman))


def small_business(
    owner: Owner,
    name: str,
    village_code: str,
    filed_on: date,
    *,
    amount: int = 15 * MILLION,
    term_months: int = 36,
    collateral: tuple[Collateral, ...] = ENOUGH_LAND,
) -> LoanApplication:
    """Give a business that is small by either law on sizes, with nothing in its way."""
    answers = business_answers(180 * MILLION, 2_200 * MILLION, LONG_AGO)
    return business(owner, name, village_code, answers, Request(filed_on, amount, term_months, collateral))


def micro_business(
    owner: Owner, name: str, village_code: str, filed_on: date, *, amount: int
) -> LoanApplication:
    """Give a business that is micro by either law on sizes, with nothing in its way."""
    answers = business_answers(18 * MILLION, 120 * MILLION, LONG_AGO)
    return business(owner, name, village_code, answers, Request(filed_on, amount, 24, LITTLE_LAND))


def accepted(application: LoanApplication, filed_on: date) -> LoanApplication:
    """Let the Pokjanis answer the usual questions with yes, two weeks after the filing."""
    return judged(application, office_day(filed_on + timedelta(days=14)))
