"""From a registration, a client or an appointment to the facts that the rules read."""

from datetime import date

from domain.blitar import candidate_facts as ask
from domain.blitar import client_facts as target
from domain.blitar import staff_facts as staff
from domain.blitar.ages import begun_age, completed_age
from domain.blitar.appointment import Appointment
from domain.blitar.candidate import Candidate, Domicile
from domain.blitar.client import Client
from domain.blitar.instruments import PP_7_2021
from domain.blitar.judgement import answer_about
from domain.blitar.kinds import DomicileProof, HealthIssuer, SubjectKind, WorkTie
from domain.regulation.case import Case, FactValue
from domain.regulation.law_in_force import LawInForce


def candidate_case(candidate: Candidate, law: LawInForce) -> Case:
    """A registration as a case; a blank field stays unknown."""
    registered, statements, past = candidate.registered_on, candidate.statements, candidate.experience
    told: dict[str, FactValue] = {
        ask.CITIZEN.key: candidate.citizen,
        ask.LIVES_IN_BLITAR.key: candidate.domicile.place.in_blitar,
        ask.AGE.key: completed_age(candidate.born_on, registered),
        ask.AGE_BEGUN.key: begun_age(candidate.born_on, registered),
        ask.WORK_TIE.key: tie_on(candidate.work_tie, candidate.contract_ends_on, registered),
        ask.EDUCATION.key: candidate.education,
        ask.NO_DEMAND.key: statements.no_demand_for_civil_service,
        ask.PARTY_TIE.key: statements.party_tie,
        ask.PARTY_LETTER.key: statements.party_letter,
        ask.JOINS_STAGES.key: statements.joins_every_stage,
        ask.SERVES_WEEKLY.key: statements.serves_weekly,
        ask.ENTREPRENEUR.key: past.entrepreneurship,
        ask.MENTORED.key: past.mentored,
        ask.INVOLVED.key: past.involved,
        ask.EXPERIENCE_PAPER.key: past.paper,
    }
    told |= _papers(candidate) | _opinions(candidate)
    return Case(told, (), law.values)


def _papers(candidate: Candidate) -> dict[str, FactValue]:
    domicile, health, police = candidate.domicile, candidate.health, candidate.police
    return {
        ask.DOMICILE_PAPER.key: _is_there(domicile.proof, DomicileProof.NONE),
        ask.DOMICILE_PAPER_VALID.key: _domicile_valid(domicile, candidate.registered_on),
        ask.HEALTH_LETTER.key: _is_there(health.issuer, HealthIssuer.NONE),
        ask.HEALTH_ISSUER.key: health.issuer,
        ask.HEALTHY_BODY.key: health.states_body,
        ask.HEALTHY_MIND.key: health.states_mind,
        ask.POLICE_CERTIFICATE.key: police.in_file,
        ask.POLICE_VALID.key: _valid_on(candidate.registered_on, police.valid_until),
        ask.POLICE_ENTRY.key: police.has_entry,
    }


def _opinions(candidate: Candidate) -> dict[str, FactValue]:
    return {
        fact.key: answer_about(candidate.judgements, fact.key, about_of(fact.key, candidate))
        for fact in ask.OPINIONS
    }


def about_of(question: str, candidate: Candidate) -> str:
    """What an opinion on a question is about, as the file stands; blank for the person as a whole."""
    told: dict[str, object] = {
        ask.EDUCATION_EQUAL.key: candidate.education_told,
        ask.CONDUCT_ACCEPTED.key: candidate.police.valid_until,
    }
    return str(told.get(question) or "")


def client_case(client: Client, law: LawInForce) -> Case:
    """A client as a case; a blank field stays unknown."""
    told: dict[str, FactValue] = {target.OPERATION.key: client.operation}
    if client.kind is SubjectKind.CLIENT_COOPERATIVE:
        told |= {
            target.SEAT_IN_BLITAR.key: client.place.in_blitar,
            target.SCALE.key: client.cooperative.scale,
            target.BRANCH.key: client.cooperative.is_branch,
            target.BRANCH_ACCEPTED.key: answer_about(client.judgements, target.BRANCH_ACCEPTED.key),
        }
    else:
        business = client.business
        since, form = PP_7_2021.in_force_since, business.form
        told |= {
            target.OWNER_IN_BLITAR.key: business.owner_home.in_blitar,
            target.BUSINESS_IN_BLITAR.key: client.place.in_blitar,
            target.FOUNDED_BEFORE_PP.key: business.founded_on < since if business.founded_on else None,
            target.CAPITAL.key: business.capital,
            target.SALES.key: business.annual_sales,
            target.FORM.key: form,
            target.FORM_ACCEPTED.key: answer_about(client.judgements, target.FORM_ACCEPTED.key, form or ""),
        }
    return Case(told, (), law.values)


def appointment_case(appointment: Appointment, law: LawInForce) -> Case:
    """An appointment as a case; a blank field stays unknown."""
    tie = tie_on(appointment.other_work_tie, appointment.other_contract_ends_on, appointment.appointed_on)
    accepted = staff.CIVIL_SERVANT_ACCEPTED.key
    told: dict[str, FactValue] = {
        staff.CIVIL_SERVANT.key: appointment.civil_servant,
        accepted: answer_about(appointment.judgements, accepted),
        staff.OTHER_WORK_TIE.key: tie,
        staff.PARTY_TIE_NOW.key: appointment.party_tie,
        staff.DECREED.key: True if appointment.decree.strip() else None,
        staff.ACADEMIC.key: appointment.academic,
        staff.PROFESSIONAL.key: appointment.professional,
    }
    return Case(told, (), law.values)


def tie_on(tie: WorkTie | None, ends_on: date | None, day: date | None) -> WorkTie | None:
    """The tie on a day: a contract for a term binds up to and including its last day."""
    if tie is not WorkTie.FIXED_TERM:
        return tie
    if ends_on is None or day is None:
        return None
    return WorkTie.NONE if ends_on < day else WorkTie.FIXED_TERM


def _domicile_valid(domicile: Domicile, day: date | None) -> bool | None:
    if domicile.proof is DomicileProof.IDENTITY_CARD:
        return True
    if domicile.proof is not DomicileProof.LETTER:
        return None
    return True if domicile.letter_open_ended else _valid_on(day, domicile.letter_valid_until)


def _valid_on(day: date | None, last: date | None) -> bool | None:
    return None if day is None or last is None else day <= last


def _is_there(told: object | None, none: object) -> bool | None:
    return None if told is None else told is not none
