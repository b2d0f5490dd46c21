"""What the verbs give back about a stored application."""

from dataclasses import dataclass
from datetime import datetime

from domain.regulation.assessment import Verdict
from domain.sampang.application import LoanApplication
from domain.sampang.origination.stages import Stage


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
    status: Stage
    version: int
    application: LoanApplication
    entered_by: str
    entered_at: datetime
    changed_by: str
    changed_at: datetime
    verdict: Verdict | None
    most: int | None
