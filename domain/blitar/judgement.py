"""A person's recorded opinion on one question that the regulation leaves to people."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from domain.dates import indonesian_date
from domain.typed import Day, Given, Prose, YesNo


@dataclass(frozen=True, slots=True)
class Judgement:
    """The answer to one question, who gave it, when and why.

    `about` is what was judged (an education, a form of business): of anything else the opinion says
    nothing. Blank for a question about the person as a whole.
    """

    answer: Annotated[bool, YesNo("Jawaban")]
    by: Annotated[str, Given()]
    on: Annotated[date, Day("Tanggal")]
    reason: Annotated[str, Prose("Alasan")]
    about: Annotated[str, Given()] = ""

    @property
    def in_words(self) -> str:
        """Who judged, when and why, as the evidence column shows it."""
        return f"{self.by}, {indonesian_date(self.on)}: {self.reason}"


def judgement_about(judgements: Mapping[str, Judgement], question: str, about: str = "") -> Judgement | None:
    """The opinion on a question; None when there is none, or it was about something else."""
    judgement = judgements.get(question)
    return judgement if judgement and judgement.about == about else None


def answer_about(judgements: Mapping[str, Judgement], question: str, about: str = "") -> bool | None:
    """The recorded answer to a question; None when there is none, or it was about something else."""
    judgement = judgement_about(judgements, question, about)
    return judgement.answer if judgement else None
