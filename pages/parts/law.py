"""The law with the office's own decisions, as it stands today or stood on another day, for every screen."""

from collections.abc import Callable
from datetime import date
from functools import lru_cache

from db.practice import practice
from domain.regulation.law_in_force import LawInForce, Practice
from domain.sampang_loans.programme import SAMPANG_LOANS
from pages.parts.store import database, today

LawByDay = Callable[[date], LawInForce]


def law_by_day() -> LawByDay:
    """The law of any day; the office's practice is read once, here."""
    with database().read() as session:
        decided = practice(session)
    return lambda day: law_on(day, decided)


def law_today() -> LawInForce:
    """Perbup Sampang 20/2015 on this day, as the office practises it."""
    return law_by_day()(today())


@lru_cache(maxsize=16)
def law_on(day: date, decided: Practice) -> LawInForce:
    """The programme on a day under the office's decisions."""
    return LawInForce(SAMPANG_LOANS, day, decided)
