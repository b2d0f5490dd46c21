"""The cases from real life that the product must survive, each by a key and with what it shows."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Final

from demo.chance import days_before
from demo.sampang.hard_basis import HardCase
from demo.sampang.hard_bodies import BODY_CASES
from demo.sampang.hard_businesses import BUSINESS_CASES
from demo.sampang.hard_collateral import COLLATERAL_CASES
from demo.sampang.hard_people import PEOPLE_CASES
from domain.sampang.application import LoanApplication

HARD_CASES: Final[tuple[HardCase, ...]] = (
    *BUSINESS_CASES,
    *COLLATERAL_CASES,
    *PEOPLE_CASES,
    *BODY_CASES,
)


def hard_cases(today: date) -> Mapping[str, LoanApplication]:
    """Make every hard case for a day, by its key; its note says what it shows."""
    return {case.key: _made(case, today) for case in HARD_CASES}


def _made(case: HardCase, today: date) -> LoanApplication:
    application = case.make(days_before(today, case.days_ago))
    return replace(application, note=f"Contoh: {case.shows}.")
