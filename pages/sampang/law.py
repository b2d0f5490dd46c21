"""The law with the office's own decisions, as it stands today or stood on another day, for every screen."""

from collections.abc import Callable
from datetime import date

from db.office.practice import practice
from domain.regulation.law_in_force import LawInForce
from domain.sampang.law import law_on
from domain.sampang.programme import SAMPANG
from pages.parts.store import database, today

LawByDay = Callable[[date], LawInForce]


def law_by_day() -> LawByDay:
    """The law of any day; the office's practice is read once, here."""
    with database().read() as session:
        decided = practice(session, SAMPANG)
    return lambda day: law_on(day, decided)


def law_today() -> LawInForce:
    """Perbup Sampang 20/2015 on this day, as the office practises it."""
    return law_by_day()(today())
