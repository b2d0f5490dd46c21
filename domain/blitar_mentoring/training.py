"""A training of a Pendamping, given by a Fasilitator or an accredited body (Pasal 10, B-29)."""

from dataclasses import dataclass
from datetime import date

from domain.blitar_mentoring.kinds import Labelled


class Trainer(Labelled):
    """Who gave a training; either may (B-29)."""

    FACILITATOR = "facilitator", "Fasilitator"
    ACCREDITED = "accredited", "Lembaga terakreditasi BNSP"


@dataclass(frozen=True, slots=True, kw_only=True)
class Training:
    """One training: what, when, by whom, how many hours, and the certificate if there is one."""

    on: date
    title: str
    trainer: Trainer
    given_by: str
    hours: int | None = None
    certificate: str = ""
