"""What people type about what is due: why something is held, and why a list is proposed."""

from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.dates import indonesian_date
from domain.problems import Problem
from domain.typed import Day, Prose


@dataclass(frozen=True, slots=True, kw_only=True)
class Holding:
    """Why something is not erased though it is due, and until which day."""

    reason: Annotated[str, Prose("Alasan ditahan", longest=500)]
    until: Annotated[date, Day("Ditahan sampai")]


@dataclass(frozen=True, slots=True, kw_only=True)
class ErasureAsked:
    """Why the list of a year is put forward."""

    reason: Annotated[str, Prose("Dasar pengusulan", longest=500)]


def check_holding(holding: Holding, day: date) -> tuple[Problem, ...]:
    """What cannot be: a day that has passed."""
    if holding.until > day:
        return ()
    told = f"Hari terakhir ditahan harus sesudah hari ini, {indonesian_date(day)}. Pilih hari lain."
    return (Problem("until", told),)
