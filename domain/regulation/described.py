"""Clauses that ask nothing of anybody's file and are kept with their place: definitions, parts, context."""

from dataclasses import dataclass

from domain.labelled import Labelled
from domain.regulation.sources import Citation


class Coding(Labelled):
    """What the program makes of a clause; one clause may be several things."""

    RULE = "rule", "aturan"
    STEP = "step", "tata cara"
    RIGHT_OR_DUTY = "right_or_duty", "hak atau kewajiban"
    PARAMETER = "parameter", "angka"
    READING = "reading", "tafsir"
    DESCRIBED = "described", "hanya diuraikan"
    CONTEXT = "context", "konteks"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Described:
    """One clause that decides nothing, in plain words; `coding` says what it is for."""

    citation: Citation
    title: str
    explanation: str = ""
    coding: Coding = Coding.DESCRIBED
