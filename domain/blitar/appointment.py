"""The appointment of a mentor or a facilitator, with what must hold of the person on that day."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.blitar.judgement import Judgement
from domain.blitar.kinds import SubjectKind, WorkTie

STAFF_KINDS = (SubjectKind.MENTOR, SubjectKind.FACILITATOR)


@dataclass(frozen=True, slots=True, kw_only=True)
class Appointment:
    """One person's appointment; `other_work_tie` leaves the contract as mentor itself out.

    `other_contract_ends_on` is the last day of a contract with somebody else. The decree is the Kepala
    Dinas's; its number is typed by the office and never made up.
    """

    kind: SubjectKind
    name: str = ""
    civil_servant: bool | None = None
    other_work_tie: WorkTie | None = None
    other_contract_ends_on: date | None = None
    party_tie: bool | None = None
    academic: bool | None = None
    professional: bool | None = None
    appointed_on: date | None = None
    decree: str = ""
    judgements: Mapping[str, Judgement] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if self.kind not in STAFF_KINDS:
            raise ValueError(f"{self.kind} is not appointed")
