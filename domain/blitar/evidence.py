"""What each of the thirteen points rests on in a candidate's file, in a few words."""

from datetime import date

from domain.blitar import candidate_facts as ask
from domain.blitar.candidate import Candidate
from domain.blitar.case_of import about_of
from domain.blitar.judgement import judgement_about
from domain.blitar.kinds import DomicileProof, HealthIssuer
from domain.dates import indonesian_date
from domain.labelled import Labelled

NOTHING = "belum ada bukti yang dicatat"


def evidence_of(candidate: Candidate) -> dict[str, str]:
    """The evidence of every point, by its letter."""
    statements, past = candidate.statements, candidate.experience
    found = {
        "a": _domicile(candidate),
        "b": _health(candidate),
        "c": _joined("SKCK" if candidate.police.in_file else "", _until(candidate.police.valid_until)),
        "d": _joined(_on("lahir", candidate.born_on), _on("mendaftar", candidate.registered_on)),
        "e": _joined(_label(candidate.work_tie), _until(candidate.contract_ends_on)),
        "f": _joined(_label(candidate.education), candidate.education_told),
        "g": _judged(candidate, ask.UNDERSTANDING.key),
        "h": _label(statements.no_demand_for_civil_service),
        "i": "Surat pernyataan" if statements.party_letter else "",
        "j": past.entrepreneurship_told,
        "k": _joined(past.mentored_told, past.involved_told, past.paper_told),
        "l": _label(statements.joins_every_stage),
        "m": _label(statements.serves_weekly),
    }
    found["c"] = _joined(found["c"], _judged(candidate, ask.CONDUCT_ACCEPTED.key))
    found["f"] = _joined(found["f"], _judged(candidate, ask.EDUCATION_EQUAL.key))
    return {letter: words or NOTHING for letter, words in found.items()}


def evidence_by_fact(candidate: Candidate) -> dict[str, str]:
    """What the facts rest on, by their keys, for the receipt; "*" stands for all others."""
    found = {
        "*": _on("berkas pendaftaran", candidate.registered_on) or "berkas pendaftaran, belum bertanggal"
    }
    for fact in ask.OPINIONS:
        told = _judged(candidate, fact.key)
        if told:
            found[fact.key] = told
    return found


def _domicile(candidate: Candidate) -> str:
    domicile = candidate.domicile
    if domicile.proof is DomicileProof.LETTER:
        return _joined(domicile.proof.label, _until(domicile.letter_valid_until))
    return "" if domicile.proof is DomicileProof.NONE else _label(domicile.proof)


def _health(candidate: Candidate) -> str:
    issuer = candidate.health.issuer
    if issuer is None or issuer is HealthIssuer.NONE:
        return ""
    return _joined(f"Surat sehat: {issuer.label}", _on("tertanggal", candidate.health.issued_on))


def _judged(candidate: Candidate, question: str) -> str:
    judgement = judgement_about(candidate.judgements, question, about_of(question, candidate))
    return judgement.in_words if judgement else ""


def _label(choice: Labelled | None) -> str:
    return choice.label if choice else ""


def _on(what: str, day: date | None) -> str:
    return f"{what} {indonesian_date(day)}" if day else ""


def _until(day: date | None) -> str:
    return f"sampai {indonesian_date(day)}" if day else ""


def _joined(*parts: str) -> str:
    return ", ".join(part for part in parts if part)
