"""What stands against a file, in sentences: the provisions that fail, and the things that do not count."""

from collections.abc import Iterator

from domain.regulation.truth import NOT_MET
from domain.regulation.wording import tell
from domain.sampang.eligibility import Eligibility
from domain.sampang.next_steps import sentence


def what_is_wrong(eligibility: Eligibility) -> tuple[str, ...]:
    """One sentence for each, with its place; nothing that is only unknown is among them."""
    return tuple(dict.fromkeys((*_failing(eligibility), *_not_counted(eligibility))))


def _failing(eligibility: Eligibility) -> Iterator[str]:
    for finding in eligibility.assessment.findings:
        if finding.decides and finding.truth is NOT_MET:
            because = "; ".join(dict.fromkeys(tell(one, finding.case) for one in finding.reasons))
            yield f"{sentence(because)} ({finding.rule.place})"


def _not_counted(eligibility: Eligibility) -> Iterator[str]:
    for place, thing in enumerate(eligibility.application.collateral, 1):
        for found in eligibility.collateral:
            if found.thing is thing and found.truth is NOT_MET:
                because = "; ".join(found.why)
                yield f"Agunan {place} tidak dihitung: {because} ({found.places[0].short})"
