"""Which questions the technical team has to answer about one application."""

from dataclasses import dataclass

from domain.regulation.explain import open_facts
from domain.regulation.trees import facts_in
from domain.sampang.case_of import ruling_key
from domain.sampang.collateral import RULING
from domain.sampang.eligibility import CollateralFinding, Eligibility
from domain.sampang.facts import OPINIONS


@dataclass(frozen=True, slots=True)
class Question:
    """One question to the team: the key under which the opinion is recorded, and the words."""

    key: str
    words: str


def questions_for(found: Eligibility) -> tuple[Question, ...]:
    """The opinions that are still needed or were given, and a ruling on each thing that waits for one."""
    rules = found.assessment.law.rules_for(found.assessment.kind).rules
    needed = {waiting.fact for waiting, _ in found.assessment.missing}
    asked = dict.fromkeys(fact for read in rules for fact in facts_in(read.condition))
    opinions = [
        Question(fact.key, fact.question)
        for fact in asked
        if fact in OPINIONS and (fact in needed or fact.key in found.application.judgements)
    ]
    return (*opinions, *_rulings(found))


def _rulings(found: Eligibility) -> tuple[Question, ...]:
    judged = found.application.judgements
    return tuple(
        Question(ruling_key(one.thing), f"Agunan {place}: {RULING.question}")
        for place, one in enumerate(found.collateral, 1)
        if ruling_key(one.thing) in judged or _waits_for_ruling(found, one)
    )


def _waits_for_ruling(found: Eligibility, one: CollateralFinding) -> bool:
    waiting = open_facts(found.assessment.law.read(one.rule.condition), one.case)
    return any(fact.fact is RULING for fact in waiting)
