"""The law as it stands today, with the office's own decisions, ready for every screen."""

from datetime import date
from functools import lru_cache

from db.practice import practice
from domain.regulation.law_in_force import LawInForce, Practice
from domain.sampang_loans.programme import SAMPANG_LOANS
from pages.parts.store import database, today


def law_today() -> LawInForce:
    """Perbup Sampang 20/2015 on this day, as the office practises it."""
    with database().read() as session:
        return law_on(today(), practice(session))


@lru_cache(maxsize=8)
def law_on(day: date, decided: Practice) -> LawInForce:
    """The programme on a day under the office's decisions."""
    return LawInForce(SAMPANG_LOANS, day, decided)
