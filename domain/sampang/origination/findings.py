"""What an assessment puts in the way of a step: provisions not met, and facts still unknown."""

from domain.regulation.assessment import Finding
from domain.regulation.outcomes import Outcome, outcome_of
from domain.regulation.truth import NOT_MET
from domain.regulation.wording import tell
from domain.sampang.eligibility import Eligibility
from domain.sampang.hindrance import Hindrance
from domain.sampang.next_steps import question_of, sentence


def not_met(found: Eligibility) -> tuple[Hindrance, ...]:
    """One sentence for each deciding provision that is not met, with the reasons that carry it."""
    return tuple(
        Hindrance(_reasons(finding), finding.rule.citations[0])
        for finding in found.assessment.findings
        if finding.decides and finding.truth is NOT_MET
    )


def still_unknown(found: Eligibility, *, may_follow: bool) -> tuple[Hindrance, ...]:
    """One sentence for each fact that can still change the verdict; unknown is never a refusal.

    With `may_follow` what the text allows until the money goes out (two RAT, papers) is left out.
    """
    asked = {
        question_of(fact): Hindrance(f"Belum diketahui: {question_of(fact)}", rules[0].citations[0])
        for fact, rules in found.assessment.missing
    }
    following = (
        Hindrance(f"{finding.rule.title}: {_reasons_of(finding)}.", finding.rule.citations[0])
        for finding in found.assessment.findings
        if finding.decides and outcome_of(finding) is Outcome.STILL_POSSIBLE
    )
    return (*asked.values(), *(() if may_follow else following))


def _reasons(finding: Finding) -> str:
    return sentence(f"{finding.rule.title}: {_reasons_of(finding)}.")


def _reasons_of(finding: Finding) -> str:
    return "; ".join(tell(reason, finding.case) for reason in finding.reasons)
