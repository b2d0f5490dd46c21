"""What waits for somebody, one row for each kind of attention."""

from dataclasses import dataclass
from datetime import date

from domain.blitar.kinds import SubjectKind
from domain.blitar.visiting.visit import Doer, VisitState


@dataclass(frozen=True, slots=True)
class ClientToVisit:
    """A binaan who went too long without a visit."""

    client_id: int
    name: str
    district_code: str | None
    mentor: str
    since: date
    last_visit_on: date | None
    phone: str


@dataclass(frozen=True, slots=True)
class FollowUpToClose:
    """Something agreed that is open after its last day."""

    visit_id: int
    client_id: int
    name: str
    told: str
    due_on: date
    doer: Doer
    mentor: str
    phone: str


@dataclass(frozen=True, slots=True)
class IdleMentor:
    """A Pendamping in service who visited nobody this month."""

    mentor_id: int
    mentor: str
    clients: int
    last_visit_on: date | None


@dataclass(frozen=True, slots=True)
class VisitToSend:
    """A visit that is a draft, or came back from the Fasilitator."""

    visit_id: int
    name: str
    on: date
    state: VisitState
    mentor: str


@dataclass(frozen=True, slots=True)
class ContractToRenew:
    """A member of staff whose service ends soon."""

    mentor_id: int
    mentor: str
    kind: SubjectKind
    last_day: date
    clients: int


@dataclass(frozen=True, slots=True)
class DutyToMeet:
    """A binaan that a dated duty binds and that has not, or of which nobody knows (`value` None)."""

    client_id: int
    name: str
    district_code: str | None
    mentor: str
    phone: str
    value: int | None


Waiting = ClientToVisit | FollowUpToClose | IdleMentor | VisitToSend | ContractToRenew | DutyToMeet
