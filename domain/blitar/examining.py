"""Candidates, clients and appointments assessed: the verdict, point by point, and what to watch."""

from dataclasses import dataclass

from domain.blitar.appointment import Appointment
from domain.blitar.candidate import Candidate
from domain.blitar.candidate_facts import PAPERS
from domain.blitar.candidate_points import THIRTEEN_POINTS
from domain.blitar.case_of import appointment_case, candidate_case, client_case
from domain.blitar.client import Client
from domain.blitar.evidence import evidence_by_fact, evidence_of
from domain.blitar.kinds import SubjectKind
from domain.blitar.notices import candidate_warnings, client_warnings
from domain.regulation.assessment import Assessment, Finding, assess
from domain.regulation.law_in_force import LawInForce
from domain.regulation.outcomes import Outcome, outcome_of
from domain.regulation.receipts import Receipt, receipt_of
from domain.regulation.remedies import ways
from domain.regulation.rules import Rule
from domain.regulation.truth import MET
from domain.regulation.wording import tell


@dataclass(frozen=True, slots=True)
class Line:
    """One provision in the matrix: how it came out, why, what it rests on, what would mend it.

    `readings` names the other readings under which this provision comes out differently.
    """

    rule: Rule
    outcome: Outcome
    reasons: tuple[str, ...]
    evidence: str
    mends: tuple[str, ...]
    readings: tuple[str, ...]

    @property
    def letter(self) -> str:
        """The letter of the place, "d" for 7.d; blank where the place has none."""
        last = self.rule.place.rpartition(".")[2]
        return last if last.isalpha() else ""


@dataclass(frozen=True, slots=True)
class CandidateFindings:
    """One registration assessed: the verdict, a line for each of the thirteen points, warnings."""

    candidate: Candidate
    assessment: Assessment
    points: tuple[Line, ...]
    warnings: tuple[str, ...]

    def point(self, letter: str) -> Line:
        """The line of one point, by its letter."""
        return next(line for line in self.points if line.letter == letter)

    def receipt(self, application_version: str) -> Receipt:
        """The receipt to be kept; `application_version` is the version of this program."""
        return receipt_of(
            self.assessment,
            most=None,
            evidence=evidence_by_fact(self.candidate),
            application_version=application_version,
        )


@dataclass(frozen=True, slots=True)
class ClientFindings:
    """One client assessed: the verdict, a line for each provision, warnings."""

    client: Client
    assessment: Assessment
    points: tuple[Line, ...]
    warnings: tuple[str, ...]

    def receipt(self, application_version: str) -> Receipt:
        """The receipt to be kept; `application_version` is the version of this program."""
        known = self.assessment.case.facts
        evidence = {
            key: told.in_words for key, told in self.client.judgements.items() if known.get(key) is not None
        }
        return receipt_of(
            self.assessment,
            most=None,
            evidence={"*": "berkas binaan", **evidence},
            application_version=application_version,
        )


def examine_candidate(candidate: Candidate, law: LawInForce) -> CandidateFindings:
    """Assess a registration on the thirteen points of Pasal 7 under the law in force on a day."""
    law = law.as_filed(candidate.registered_on)
    found = assess(law, SubjectKind.CANDIDATE, candidate_case(candidate, law))
    evidence = evidence_of(candidate)
    points = tuple(
        _line(found, found.finding(rule.id), evidence[rule.id.rpartition(".")[2]]) for rule in THIRTEEN_POINTS
    )
    return CandidateFindings(candidate, found, points, _with_day(law, candidate_warnings(candidate, law.day)))


def examine_client(client: Client, law: LawInForce) -> ClientFindings:
    """Assess a koperasi or micro business as a target of the mentoring (Pasal 3)."""
    found = assess(law, client.kind, client_case(client, law))
    points = tuple(_line(found, finding, "") for finding in found.findings)
    return ClientFindings(client, found, points, _with_day(law, client_warnings(client)))


def _with_day(law: LawInForce, warnings: tuple[str, ...]) -> tuple[str, ...]:
    return (law.too_early, *warnings) if law.too_early else warnings


def examine_appointment(appointment: Appointment, law: LawInForce) -> Assessment:
    """Assess what must hold of a mentor or a facilitator on the day of the appointment."""
    return assess(law, appointment.kind, appointment_case(appointment, law))


def _line(assessment: Assessment, finding: Finding, evidence: str) -> Line:
    touching = (
        other.interpretation.id
        for other in assessment.other_readings
        if any(rule is finding.rule for rule, _ in other.changes)
    )
    return Line(
        rule=finding.rule,
        outcome=outcome_of(finding),
        reasons=tuple(dict.fromkeys(tell(reason, finding.case) for reason in finding.reasons)),
        evidence=evidence,
        mends=_mends(finding),
        readings=tuple(dict.fromkeys(touching)),
    )


def _mends(finding: Finding) -> tuple[str, ...]:
    """The shortest way to meet a provision that is not met yet, without mere questions."""
    if finding.truth is MET:
        return ()
    # A paper that is there is not taken out again to escape what it says.
    there = {fact.key for fact in PAPERS if finding.case.facts.get(fact.key)}
    for way in ways(finding.condition, finding.case):
        done = tuple(step.sentence for step in way if not step.only_asks)
        if done and not any(step.fact_key in there for step in way):
            return done
    return ()
