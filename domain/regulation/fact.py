"""Facts that a rule asks for: who can tell them, how to ask, and what can be done about them."""

from dataclasses import dataclass
from enum import StrEnum


class Teller(StrEnum):
    """Who can tell a fact, and so who is asked when it is missing."""

    APPLICANT = "pemohon"
    OFFICE = "petugas Dinas"
    TEAM = "Tim Pokjanis"


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Fact:
    """What every fact has: a key, the question that asks for it, and who can answer.

    `remedy` is what can be done when the fact stands in the way, as an imperative sentence. A fact
    that Teller.TEAM tells is a judgement: a person's recorded opinion. `effort` orders remedies: a paper
    that is asked for at the village hall is 1, a licence that an office has to give is more.
    """

    key: str
    question: str
    teller: Teller = Teller.APPLICANT
    remedy: str = ""
    of_item: bool = False
    effort: int = 1

    @property
    def is_judgement(self) -> bool:
        """Whether the fact is a recorded opinion of the technical team."""
        return self.teller is Teller.TEAM


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class Adjustment:
    """How an amount can be moved towards meeting a rule; `{}` stands for the amount needed."""

    up: str = ""
    down: str = ""


STILL = Adjustment()
