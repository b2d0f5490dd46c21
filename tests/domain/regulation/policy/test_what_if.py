"""What a draft does to a register over columns is what it does to each subject, provision by provision."""

import random
from datetime import date
from functools import lru_cache

import pytest

from domain.blitar.kinds import SubjectKind
from domain.blitar.law import BLITAR_MENTORING
from domain.regulation.assessment import Assessment, assess
from domain.regulation.case import Case, FactValue
from domain.regulation.expressions import AmountFact, ChoiceFact, TruthFact
from domain.regulation.instrument_checks import bounds_of, changeable
from domain.regulation.interpretations import Weight
from domain.regulation.law_in_force import LawInForce
from domain.regulation.most import least_of
from domain.regulation.parameter import Unit
from domain.regulation.policy.comparing import READING_ALONE, Comparison
from domain.regulation.policy.draft import Draft, DraftReading, DraftValue, drafted, switchable
from domain.regulation.policy.draft_checks import problems_of_draft
from domain.regulation.policy.judged import ANSWERS, judged
from domain.regulation.policy.register import Register, RegisterMaker, Subject, asked_by
from domain.regulation.rules import Regulation
from domain.regulation.trees import facts_in
from domain.sampang.kinds import ApplicantKind
from domain.sampang.law import SAMPANG_LOANS
from tests.examples import BY_NIGHT

DAY, SINCE = date(2026, 12, 1), date(2026, 11, 1)
SUBJECTS, DRAFTS = (20_000, 30) if BY_NIGHT else (400, 10)
JUTA = 1_000_000
RUPIAH = [0, 1, 5 * JUTA - 1, 5 * JUTA, 6_500_000, 30 * JUTA, 39 * JUTA, 100 * JUTA, 130 * JUTA, 150 * JUTA]
OF = {
    "sampang": (SAMPANG_LOANS, tuple(map(str, ApplicantKind))),
    "blitar": (
        BLITAR_MENTORING,
        (SubjectKind.CANDIDATE, SubjectKind.CLIENT_COOPERATIVE, SubjectKind.CLIENT_MICRO),
    ),
}
of_both = pytest.mark.parametrize("programme", OF)


@lru_cache
def _facts(programme, kind):
    regulation, _ = OF[programme]
    return tuple(dict.fromkeys(fact for tree in asked_by(regulation, kind) for fact in facts_in(tree)))


def _answer(fact, chance: random.Random) -> FactValue:
    """A likely answer, or none: three facts of ten are not known for some, hardly any for others."""
    if isinstance(fact, TruthFact):
        return chance.random() < 0.85
    if isinstance(fact, ChoiceFact):
        return str(chance.choice(list(fact.choices)))
    assert isinstance(fact, AmountFact)
    if fact.unit is Unit.RUPIAH:
        return chance.choice(RUPIAH) if chance.random() < 0.5 else chance.randrange(400 * JUTA)
    if fact.unit is Unit.YEAR:
        return chance.randrange(2002, 2020)
    return chance.choice([12, 24, 36]) if fact.key == "term_months" else chance.randrange(50)


def _case(programme: str, kind: str, chance: random.Random) -> Case:
    unknown = chance.choice([0, 0.02, 0.3])

    def answers(of_item: bool) -> dict[str, FactValue]:
        asked = [fact for fact in _facts(programme, kind) if fact.of_item is of_item]
        return {fact.key: None if chance.random() < unknown else _answer(fact, chance) for fact in asked}

    return Case(answers(False), [answers(True) for _ in range(chance.randrange(4))])


def _draft(law: LawInForce, number: int, chance: random.Random) -> Draft:
    numbers, rules = changeable(law.regulation), list(switchable(law.regulation))
    open_ones = [
        one for one in law.interpretations.values() if one.weight is Weight.VERDICT and len(one.choosable) > 1
    ]
    values = []
    for key in chance.sample(list(numbers), chance.randrange(4)):
        least, most = bounds_of(numbers[key].unit)
        near = int(law.values[key]) * chance.randrange(1, 40) // 20  # type: ignore[call-overload]
        values.append(DraftValue(key=key, value=min(max(near, least), most)))
    readings = [
        DraftReading(name=one.id, letter=chance.choice(one.choosable))
        for one in chance.sample(open_ones, chance.randrange(min(3, len(open_ones)) + 1))
    ]
    off = tuple(chance.sample(rules, chance.randrange(3)))
    return Draft(name=f"Coba {number}", since=SINCE, values=tuple(values), off=off, readings=tuple(readings))


def _register(regulation: Regulation, subjects: dict[str, list[Subject]]) -> Register:
    maker = RegisterMaker(regulation, {kind: kind for kind in subjects}, ("Jenis",))
    for kind, of_kind in subjects.items():
        for first in range(0, len(of_kind), 70):  # several pieces, and one that is not full
            maker.add(kind, of_kind[first : first + 70])
    return maker.made()


def _one_at_a_time(subject: Subject, kind: str, law: LawInForce) -> tuple[Assessment, int | None]:
    own = law.as_filed(subject.filed_on)
    case = Case(subject.case.facts, [item.facts for item in subject.case.items], own.values)
    rules = own.rules_for(kind)
    return assess(own, kind, case), least_of(rules, case) if rules.limits else None


def _to_blame(before: Assessment, after: Assessment) -> set[str]:
    """By hand: what pulled the verdict down, or what held it down before and no longer does."""
    was = {one.rule.id: int(one.truth) for one in before.findings if one.decides}
    now = {one.rule.id: int(one.truth) for one in after.findings if one.decides}
    low, high = min(was.values(), default=2), min(now.values(), default=2)
    if high < low:
        return {name for name, truth in now.items() if truth == high and was.get(name, 2) > truth}
    if high > low:
        return {name for name, truth in was.items() if truth == low and now.get(name, 2) > truth}
    return {READING_ALONE}


@of_both
def test_a_draft_over_the_register_is_the_draft_for_each_by_itself(programme):
    regulation, kinds = OF[programme]
    chance, law = random.Random(19), LawInForce(regulation, DAY)
    subjects = {
        kind: [
            Subject(id=number, number=f"{kind}-{number}", case=_case(programme, kind, chance), groups=(kind,))
            for number in range(1, SUBJECTS // len(kinds) + 1)
        ]
        for kind in kinds
    }
    register = _register(regulation, subjects)
    now = {kind: [_one_at_a_time(one, kind, law) for one in subjects[kind]] for kind in kinds}
    for number in range(DRAFTS):
        draft = _draft(law, number, chance)
        then = drafted(law, draft)
        assert problems_of_draft(draft, law) == ()
        comparison = Comparison(judged(register, law), judged(register, then))
        told = {(one.kind, one.id): one for one in comparison.rows()}
        for kind, change in zip(kinds, comparison.kinds, strict=True):
            for row, subject in enumerate(subjects[kind]):
                before, most = now[kind][row]
                after, new_most = _one_at_a_time(subject, kind, then)
                assert ANSWERS[change.after.answers[row]] == after.verdict.answer
                assert {name: int(truths[row]) for name, truths in change.after.outcomes.items()} == {
                    one.rule.id: int(one.truth) for one in after.findings if one.decides
                }
                if new_most is not None:
                    assert (change.before.most[row], change.after.most[row]) == (most, new_most)
                changed = before.verdict.answer != after.verdict.answer
                assert ((kind, subject.id) in told) == changed
                if changed:
                    assert set(told[kind, subject.id].because) == _to_blame(before, after)
