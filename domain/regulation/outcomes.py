"""The outcome of a provision and the meaning of a verdict, in the words of screens and papers."""

from collections import Counter
from collections.abc import Callable
from enum import StrEnum

from domain.regulation.assessment import Assessment, Combination, Finding, Verdict
from domain.regulation.explain import open_facts
from domain.regulation.interpretations import Interpretation
from domain.regulation.trees import facts_in
from domain.regulation.truth import Truth


class Outcome(StrEnum):
    """How a provision came out; an undecided one says what it waits for. The value is the label."""

    MET = "terpenuhi"
    NOT_APPLICABLE = "tidak berlaku"
    NOT_MET = "tidak terpenuhi"
    UNKNOWN = "belum diketahui"
    AWAITS_JUDGEMENT = "menunggu penilaian"
    STILL_POSSIBLE = "masih dapat dipenuhi"


_DECIDED = {Truth.MET: Outcome.MET, Truth.NOT_MET: Outcome.NOT_MET}
_RARE = (Outcome.NOT_APPLICABLE, Outcome.STILL_POSSIBLE)
_MEANINGS = {
    Verdict.QUALIFIES: "Semua ketentuan yang menentukan terpenuhi menurut data yang dicatat.",
    Verdict.INCOMPLETE: (
        "Tidak ada ketentuan yang gagal, tetapi masih ada yang perlu dilengkapi. Ini bukan penolakan."
    ),
    Verdict.NOT_QUALIFIED: (
        "Ada ketentuan yang tidak terpenuhi; langkah berikutnya menunjukkan apa yang dapat mengubahnya."
    ),
    Verdict.NEEDS_JUDGEMENT: "Data sudah cukup; yang tersisa adalah penilaian Tim Pokjanis.",
}


def outcome_of(finding: Finding) -> Outcome:
    """The outcome of a provision, and if undecided what it waits for."""
    if finding.truth is Truth.MET and _is_exempt(finding):
        return Outcome.NOT_APPLICABLE
    if finding.truth is not Truth.UNKNOWN:
        return _DECIDED[finding.truth]
    waiting = open_facts(finding.condition, finding.case)
    if not waiting:
        return Outcome.STILL_POSSIBLE
    only_judgement = all(fact.is_judgement for fact in waiting)
    return Outcome.AWAITS_JUDGEMENT if only_judgement else Outcome.UNKNOWN


def _is_exempt(finding: Finding) -> bool:
    """Whether a provision is met only because it does not ask anything of this applicant."""
    exempts = finding.rule.exempts
    if not exempts:
        return False
    asked = [facts_in(reason.leaf) for reason in finding.reasons]
    return all(asked) and all(fact in exempts for facts in asked for fact in facts)


def counts_of(assessment: Assessment) -> tuple[tuple[Outcome, int], ...]:
    """How many of the provisions that decide came out which way; the rare ones only where they occur."""
    found = Counter(outcome_of(finding) for finding in assessment.findings if finding.decides)
    shown = [one for one in Outcome if one not in _RARE or found[one]]
    return tuple((one, found[one]) for one in shown)


def meaning_of(assessment: Assessment) -> str:
    """What the verdict says, in one or two sentences."""
    if assessment.verdict is not Verdict.DEPENDS_ON_READING:
        return _MEANINGS[assessment.verdict]
    return f"{assessment.verdict_in_use.label} {otherwise(assessment)}"


def otherwise(assessment: Assessment) -> str:
    """The rest of a verdict that turns on readings: it holds as the office reads, and differs where."""
    return f"menurut bacaan kantor; berbeda bila {listed_questions(assessment)} dibaca lain."


def effect_of(
    assessment: Assessment, interpretation: Interpretation, letter: str, words: Callable[[Verdict], str]
) -> str:
    """What one other reading does to the verdict, by itself and together with others; within a sentence."""
    found = assessment.combinations_with(interpretation, letter)
    alone = next((one for one in found if len(one.readings) == 1), None)
    if alone:
        return f"hasil menjadi {words(alone.verdict)}"
    if not found:
        return "tidak mengubah hasil"
    together = (f"bersama {_rest(one, interpretation)} menjadi {words(one.verdict)}" for one in found)
    return f"sendirian tidak mengubah hasil; {', '.join(together)}"


def _rest(combination: Combination, interpretation: Interpretation) -> str:
    others = (f"{entry.id} {letter}" for entry, letter in combination.readings if entry != interpretation)
    return " dan ".join(others)


def listed_questions(assessment: Assessment) -> str:
    """The smallest sets of questions on which the verdict turns: "S-10, atau S-02 dengan S-19"."""
    *first, last = assessment.turning_on
    return f"{', '.join(first)}, atau {last}" if first else last
