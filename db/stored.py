"""What the verbs give back about a stored application."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.regulation.assessment import Verdict
from domain.sampang_loans.application import LoanApplication


class Status(StrEnum):
    """How far an application is; the value is stable, the label is for people."""

    DRAFT = "draft"
    FILED = "filed"

    @property
    def label(self) -> str:
        """The Indonesian word on screens."""
        return "Draf" if self is Status.DRAFT else "Diajukan"


@dataclass(frozen=True, slots=True)
class Saved:
    """What came of saving; `already_saved` tells that the same form had been saved before."""

    id: int
    number: str
    version: int
    already_saved: bool


@dataclass(frozen=True, slots=True)
class StoredApplication:
    """An application as the store has it; `verdict` is None until the present facts are assessed."""

    id: int
    number: str
    status: Status
    version: int
    application: LoanApplication
    entered_by: str
    entered_at: datetime
    changed_by: str
    changed_at: datetime
    verdict: Verdict | None
    most: int | None
