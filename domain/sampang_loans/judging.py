"""Which questions the technical team has to answer about one application."""

from domain.regulation.expressions import TruthFact
from domain.regulation.trees import facts_in
from domain.sampang_loans.eligibility import Eligibility
from domain.sampang_loans.facts import OPINIONS


def questions_for(found: Eligibility) -> tuple[TruthFact, ...]:
    """The opinions that this kind of applicant's rules ask for, in the order of the rules."""
    rules = found.assessment.law.rules_for(found.assessment.kind).rules
    asked = dict.fromkeys(fact for read in rules for fact in facts_in(read.condition))
    return tuple(fact for fact in asked if fact in OPINIONS and isinstance(fact, TruthFact))
