"""The people and verdicts of the mentoring programme in the words of its screens and papers."""

from collections.abc import Mapping
from typing import Final

from domain.blitar.kinds import SubjectKind
from domain.regulation import outcomes
from domain.regulation.assessment import Assessment, Verdict
from domain.regulation.fact import Teller

SELECTION_TEAM: Final = "Tim Seleksi"
AGENCY_HEAD: Final = "Kepala Dinas"
_SUBJECTS: Final[Mapping[SubjectKind, str]] = {
    SubjectKind.CANDIDATE: "calon pendamping",
    SubjectKind.CLIENT_COOPERATIVE: "pengurus koperasi",
    SubjectKind.CLIENT_MICRO: "pelaku usaha",
    SubjectKind.MENTOR: "pendamping",
    SubjectKind.FACILITATOR: "Fasilitator",
}


def asked_of(kind: str, teller: Teller) -> str:
    """Who tells a fact about a subject of this kind."""
    if teller is Teller.TEAM:
        return judge_of(kind)
    if teller is Teller.OFFICE:
        return teller.value
    return _SUBJECTS[SubjectKind(kind)]


def judge_of(kind: str) -> str:
    """Whose recorded opinion decides where the rules leave a question to people."""
    return SELECTION_TEAM if kind == SubjectKind.CANDIDATE else AGENCY_HEAD


def verdict_label(kind: str, verdict: Verdict) -> str:
    """A verdict as screens and papers show it."""
    if verdict is not Verdict.NEEDS_JUDGEMENT:
        return verdict.label
    what = "penilaian" if kind == SubjectKind.CANDIDATE else "keputusan"
    return f"Perlu {what} {judge_of(kind)}"


def verdict_in_sentence(kind: str, verdict: Verdict) -> str:
    """A verdict within a sentence, where the first letter is small."""
    label = verdict_label(kind, verdict)
    return label[0].lower() + label[1:]


def meaning_of(assessment: Assessment) -> str:
    """What the verdict says, in one or two sentences."""
    kind = assessment.kind
    if assessment.verdict is Verdict.NEEDS_JUDGEMENT:
        return f"Data sudah cukup; yang masih ditunggu hanya pendapat {judge_of(kind)} yang dicatat."
    if assessment.verdict is not Verdict.DEPENDS_ON_READING:
        return outcomes.meaning_of(assessment)
    in_use = verdict_label(kind, assessment.verdict_in_use)
    return f"{in_use} {outcomes.otherwise(assessment)} Jadi ini bukan penolakan."
