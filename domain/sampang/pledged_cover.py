"""How far what is pledged covers a loan: what counts, what is needed, what is short (IV.1.i, IV.2.g)."""

from dataclasses import dataclass
from typing import Final

from domain.money import MAX_RUPIAH
from domain.regulation.assessment import Finding, OtherReading
from domain.regulation.explain import OpenFact, open_facts
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import LimitFigure, figures_of
from domain.regulation.truth import MET, NOT_MET, UNKNOWN, Interval
from domain.sampang import collateral as pledge
from domain.sampang.amounts import NEEDED
from domain.sampang.eligibility import CollateralFinding, Eligibility
from domain.sampang.next_steps import question_of

_NOTHING_FURTHER: Final = dict.fromkeys((fact.key for fact in pledge.FURTHER.values()), 0)


@dataclass(frozen=True, slots=True)
class PledgedCover:
    """What is recorded as collateral, beside what a loan needs; amounts in rupiah.

    Every figure but the finding takes the list as complete, whatever may still be added to it.
    `counted` goes from what counts for certain to what would count if every unknown turned out well;
    `needed` is None while the amount asked is not known. `finding` is the provision of the 130 %,
    `other_readings` are those under which it comes out differently. `ceiling` is the limit of the sort of
    applicant and collateral, `backed` the loan for which the collateral is enough.
    """

    finding: Finding
    other_readings: tuple[OtherReading, ...]
    counted: Interval
    needed: int | None
    ceiling: LimitFigure
    backed: LimitFigure

    @property
    def lacking(self) -> Interval | None:
        """What is short of the provision, from the least to the most; None while what is needed is not known.

        Nothing where the provision is met in another way, such as by a recommendation (IV.1.j).
        """
        if self.finding.truth is MET:
            return (0, 0)
        if self.needed is None:
            return None
        least, most = self.counted
        return (max(0, self.needed - most), max(0, self.needed - least))

    @property
    def questions(self) -> tuple[str, ...]:
        """What is still to be told before the provision is decided, each question once."""
        if self.finding.truth is not UNKNOWN:
            return ()
        return _questions(open_facts(self.finding.condition, self.finding.case))


def cover_of(found: Eligibility) -> PledgedCover:
    """How far the things recorded in an application cover the loan that it asks for."""
    assessment, law = found.assessment, found.assessment.law
    recorded = assessment.case.but(**_NOTHING_FURTHER)
    ceiling, backed = figures_of(law.rules_for(assessment.kind), recorded)
    finding = assessment.finding(backed.limit.citations[0].short)
    least, most = law.read_amount(NEEDED).interval(recorded)
    return PledgedCover(
        finding=finding,
        other_readings=tuple(
            other
            for other in assessment.other_readings
            if any(rule is finding.rule for rule, _ in other.changes)
        ),
        counted=law.read_amount(pledge.RECOGNISED).interval(recorded),
        needed=least if least == most else None,
        ceiling=ceiling,
        backed=backed,
    )


def open_questions(one: CollateralFinding, law: LawInForce) -> tuple[str, ...]:
    """What is still to be told about one thing before it counts for an amount, each question once."""
    if one.truth is NOT_MET:
        return ()
    value = (OpenFact(pledge.VALUE),) if one.thing.value is None else ()
    return _questions((*value, *open_facts(law.read(one.rule.condition), one.case)))


def _questions(waiting: tuple[OpenFact, ...]) -> tuple[str, ...]:
    # Whether the team accepts a thing is asked only where nothing else is open.
    asked = [fact for fact in waiting if not fact.is_judgement] or waiting
    return tuple(dict.fromkeys(map(question_of, asked)))


def is_unbounded(amount: int) -> bool:
    """Whether an amount stands for "nothing in the way", or nothing known bounds it."""
    return amount >= MAX_RUPIAH
