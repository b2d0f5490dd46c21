"""The visits of one Pendamping in a span of days, as the verification sheet tells them."""

from dataclasses import dataclass
from datetime import date

from domain.blitar.visiting.presence import WeekPresence
from domain.blitar.visiting.visit import Visit, VisitState


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetVisit:
    """One visit with the binaan, and who looked at it last when it was verified or returned."""

    visit: Visit
    state: VisitState
    client_number: str
    client_name: str
    by: str = ""
    by_on: date | None = None
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationSheet:
    """Everything that was recorded of one Pendamping from a first to a last day; drafts are left out."""

    mentor_name: str
    decree: str
    first: date
    last: date
    visits: tuple[SheetVisit, ...]
    weeks: tuple[WeekPresence, ...]

    def count(self, state: VisitState) -> int:
        """How many visits stand in a state."""
        return sum(one.state is state for one in self.visits)
