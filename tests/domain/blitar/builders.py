"""A candidate, clients and appointments that meet everything under every reading, to be changed."""

from dataclasses import fields, is_dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from domain.blitar.appointment import Appointment
from domain.blitar.candidate import (
    Candidate,
    Domicile,
    Experience,
    HealthLetter,
    PoliceCertificate,
    Statements,
)
from domain.blitar.client import BusinessAnswers, Client, CooperativeAnswers
from domain.blitar.examining import (
    CandidateFindings,
    ClientFindings,
    Line,
    examine_appointment,
    examine_candidate,
    examine_client,
)
from domain.blitar.judgement import Judgement
from domain.blitar.kinds import (
    BusinessForm,
    CooperativeScale,
    DomicileProof,
    Education,
    HealthIssuer,
    Operation,
    Statement,
    SubjectKind,
    WorkTie,
)
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.place import Place
from domain.regulation.assessment import Assessment, Verdict
from domain.regulation.interpretations import Settlement
from domain.regulation.law_in_force import NO_PRACTICE, LawInForce, Practice

REGISTERED = date(2026, 3, 2)
TODAY = date(2026, 4, 1)
JUTA = 1_000_000
WONODADI = Place(regency_code="35.05", district_code="35.05.01", village_code="35.05.01.2001")
KOTA_BLITAR = Place(regency_code="35.72")
Subject = TypeVar("Subject", Candidate, Client, Appointment)


def opinion(answer: bool = True, about: str = "") -> Judgement:
    return Judgement(answer, "Siti", date(2026, 3, 20), "hasil wawancara", about)


_CANDIDATE = Candidate(
    name="Contoh",
    born_on=date(1995, 5, 17),
    registered_on=REGISTERED,
    citizen=True,
    domicile=Domicile(place=WONODADI, proof=DomicileProof.IDENTITY_CARD),
    health=HealthLetter(
        issuer=HealthIssuer.REGIONAL_HOSPITAL,
        issued_on=date(2026, 2, 20),
        states_body=True,
        states_mind=True,
    ),
    police=PoliceCertificate(in_file=True, valid_until=date(2026, 8, 20), has_entry=False),
    work_tie=WorkTie.NONE,
    education=Education.BACHELOR,
    statements=Statements(
        no_demand_for_civil_service=Statement.WRITTEN,
        party_tie=False,
        party_letter=True,
        joins_every_stage=Statement.WRITTEN,
        serves_weekly=Statement.WRITTEN,
    ),
    experience=Experience(
        entrepreneurship=True, mentored=True, involved=True, paper=True, paper_told="sertifikat 2024"
    ),
    judgements={"understanding": opinion()},
)
_KOPERASI = Client(
    kind=SubjectKind.CLIENT_COOPERATIVE,
    name="Koperasi Contoh",
    place=WONODADI,
    operation=Operation.RUNNING,
    cooperative=CooperativeAnswers(scale=CooperativeScale.REGENCY, is_branch=False),
)
_MIKRO = Client(
    kind=SubjectKind.CLIENT_MICRO,
    name="Usaha Contoh",
    place=WONODADI,
    operation=Operation.RUNNING,
    business=BusinessAnswers(
        owner_home=WONODADI,
        form=BusinessForm.PERSON,
        founded_on=date(2019, 6, 1),
        capital=50 * JUTA,
        annual_sales=100 * JUTA,
    ),
)
_PENDAMPING = Appointment(
    kind=SubjectKind.MENTOR,
    name="Contoh",
    civil_servant=False,
    other_work_tie=WorkTie.NONE,
    party_tie=False,
    academic=True,
    professional=True,
    appointed_on=TODAY,
    decree="188/12/2026",
)


def calon(**changes: Any) -> Candidate:
    """A candidate who meets all thirteen points."""
    return but(_CANDIDATE, **changes)


def koperasi(**changes: Any) -> Client:
    """A running koperasi of the regency, seated in Wonodadi."""
    return but(_KOPERASI, **changes)


def mikro(**changes: Any) -> Client:
    """A running micro business of one person, at home in Wonodadi."""
    return but(_MIKRO, **changes)


def pendamping(**changes: Any) -> Appointment:
    """The appointment of a mentor against whom nothing stands."""
    return but(_PENDAMPING, **changes)


def fasilitator(**changes: Any) -> Appointment:
    """The appointment of a facilitator against whom nothing stands."""
    return but(replace(_PENDAMPING, kind=SubjectKind.FACILITATOR), **changes)


def but(subject: Subject, **changes: Any) -> Subject:
    """The subject with some answers changed, named without the part that they belong to.

    `judgements` changes single entries, with None for "not known".
    """
    for name, value in changes.items():
        if name == "judgements":
            merged = {**subject.judgements, **value}
            value = {key: told for key, told in merged.items() if told is not None}
        for field in fields(subject):
            part = getattr(subject, field.name)
            if is_dataclass(part) and name in {inner.name for inner in fields(part)}:
                name, value = field.name, replace(part, **{name: value})  # type: ignore[type-var]
                break
        subject = replace(subject, **{name: value})
    return subject


# ---- the law and its answers -------------------------------------------------------------------
@lru_cache(maxsize=256)
def law(day: date = TODAY, practice: Practice = NO_PRACTICE) -> LawInForce:
    """The programme as it stands on a day."""
    return LawInForce(BLITAR_MENTORING, day, practice)


def settled(name: str, letter: str) -> Practice:
    """The office's practice after it has settled one question."""
    return Practice(settlements=((name, Settlement(letter, date(2026, 1, 5), "Kepala Dinas", "188/1/2026")),))


def examined(
    subject: Candidate | Client, under: LawInForce | None = None
) -> CandidateFindings | ClientFindings:
    if isinstance(subject, Candidate):
        return examine_candidate(subject, under or law())
    return examine_client(subject, under or law())


def assessed(subject: Candidate | Client | Appointment, under: LawInForce | None = None) -> Assessment:
    if isinstance(subject, Appointment):
        return examine_appointment(subject, under or law())
    return examined(subject, under).assessment


def point(candidate: Candidate, letter: str) -> Line:
    return examine_candidate(candidate, law()).point(letter)


def deciding(subject: Candidate | Client | Appointment) -> dict[str, Verdict]:
    """The readings that change the verdict ("B-09 B"), each with the verdict under it."""
    found = assessed(subject).deciding_readings
    return {f"{other.interpretation.id} {other.letter}": other.verdict for other in found}
