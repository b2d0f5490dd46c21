"""A candidate mentor's registration as the office takes it in: everything may still be blank."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from domain.blitar.judgement import Judgement
from domain.blitar.kinds import DomicileProof, Education, HealthIssuer, Statement, WorkTie
from domain.blitar.place import NOWHERE_YET, Place


@dataclass(frozen=True, slots=True, kw_only=True)
class Domicile:
    """Where a candidate lives and the paper that shows it.

    `letter_open_ended` is for a letter that names no last day.
    """

    place: Place = NOWHERE_YET
    proof: DomicileProof | None = None
    letter_valid_until: date | None = None
    letter_open_ended: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class HealthLetter:
    """Who wrote the health letter, and which of the two aspects it states as healthy."""

    issuer: HealthIssuer | None = None
    issued_on: date | None = None
    states_body: bool | None = None
    states_mind: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class PoliceCertificate:
    """The certificate of police records (SKCK): whether it is there, its last day, and any entry."""

    in_file: bool | None = None
    valid_until: date | None = None
    has_entry: bool | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Statements:
    """What a candidate states (Pasal 7 huruf h, i, l, m)."""

    no_demand_for_civil_service: Statement | None = None
    party_tie: bool | None = None
    party_letter: bool | None = None
    joins_every_stage: Statement | None = None
    serves_weekly: Statement | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """What a candidate has done before (Pasal 7 huruf j, k), with the paper that shows it."""

    entrepreneurship: bool | None = None
    entrepreneurship_told: str = ""
    mentored: bool | None = None
    mentored_told: str = ""
    involved: bool | None = None
    involved_told: str = ""
    paper: bool | None = None
    paper_told: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """One person's registration to become a mentor, with all that is known so far.

    `work_tie` and `contract_ends_on` are about the day of registration; `judgements` maps a question's
    key to the recorded opinion.
    """

    name: str = ""
    nik: str | None = None
    born_on: date | None = None
    registered_on: date | None = None
    citizen: bool | None = None
    domicile: Domicile = field(default_factory=Domicile)
    health: HealthLetter = field(default_factory=HealthLetter)
    police: PoliceCertificate = field(default_factory=PoliceCertificate)
    work_tie: WorkTie | None = None
    contract_ends_on: date | None = None
    education: Education | None = None
    education_told: str = ""
    statements: Statements = field(default_factory=Statements)
    experience: Experience = field(default_factory=Experience)
    judgements: Mapping[str, Judgement] = field(default_factory=dict)
    phone: str = ""
    note: str = ""
