"""Perbup Blitar 3/2023 as the office practises it on a day, for the verbs."""

from datetime import date

from sqlalchemy.orm import Session

from db.office.practice import practice
from domain.blitar.law import law_on
from domain.regulation.law_in_force import LawInForce


def law_of(session: Session, day: date) -> LawInForce:
    """The law on a day."""
    return law_on(day, practice(session))
