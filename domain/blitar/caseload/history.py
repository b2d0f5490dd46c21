"""The story of one binaan as events, for screens and papers alike."""

from dataclasses import dataclass
from datetime import date

from domain.blitar.visiting.visit import Doer, FollowUpState, VisitPlace, VisitState
from domain.labelled import Labelled


class EventKind(Labelled):
    """What an event in the story of a binaan is; the value is stable."""

    BEGUN = "begun", "Mulai didampingi"
    GIVEN = "given", "Mendapat Pendamping"
    BASELINE = "baseline", "Data awal"
    VISIT = "visit", "Kunjungan"
    HANDOVER = "handover", "Serah terima"
    PROPOSED = "proposed", "Diusulkan kepada Kepala Dinas"
    DECIDED = "decided", "Keputusan Kepala Dinas"
    WITHDRAWN = "withdrawn", "Usul naik kelas ditarik"
    ENDED = "ended", "Pendampingan diakhiri"


@dataclass(frozen=True, slots=True, kw_only=True)
class Agreed:
    """Something agreed at a visit, and what became of it."""

    id: int
    told: str
    due_on: date
    doer: Doer
    state: FollowUpState
    closed_on: date | None = None
    closing_note: str = ""

    def is_overdue(self, day: date) -> bool:
        """Whether it is still open after its last day."""
        return self.state is FollowUpState.OPEN and self.due_on < day


@dataclass(frozen=True, slots=True, kw_only=True)
class VisitTold:
    """What a visit adds to the story: problem, recommendation, and what was agreed."""

    id: int
    state: VisitState
    place: VisitPlace
    tasks: tuple[str, ...] = ()
    problem: str = ""
    recommendation: str = ""
    agency: str = ""
    agreed: tuple[Agreed, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One event: the day, what it was, who did it, and in `lines` what else was told of it.

    `visit` is told only of a visit.
    """

    on: date
    kind: EventKind
    by: str = ""
    lines: tuple[str, ...] = ()
    visit: VisitTold | None = None


_ORDER = list(EventKind)


def newest_first(events: tuple[Event, ...]) -> tuple[Event, ...]:
    """The events from the newest back; of one day, what comes later in the programme stands first."""
    return tuple(sorted(events, key=lambda one: (one.on, _ORDER.index(one.kind)), reverse=True))
