"""What would change an outcome: the steps that bring a condition about, and who can take them."""

from dataclasses import dataclass
from itertools import product

from domain.regulation.case import Case
from domain.regulation.expressions import (
    All,
    AmountFact,
    AnyOf,
    AtLeast,
    ByReading,
    Condition,
    Not,
    OneOf,
    StillPossible,
    TruthFact,
    Worded,
)
from domain.regulation.fact import Fact, Teller
from domain.regulation.trees import facts_in
from domain.regulation.truth import MET, NOT_MET, OPPOSITE, UNKNOWN, Truth
from domain.regulation.wording import measure

MOST_WAYS = 8
_FAR = 10**12


@dataclass(frozen=True, slots=True)
class Step:
    """One thing to do, who can do it, and the value that the fact must reach where it is a number.

    `only_asks` marks a step that finds out a fact instead of changing one, `effort` how much it asks of
    the person who does it.
    """

    sentence: str
    who: Teller
    fact_key: str
    value: int | None = None
    only_asks: bool = False
    effort: int = 1


Way = tuple[Step, ...]


def ways(condition: Condition, case: Case, wanted: Truth = MET) -> tuple[Way, ...]:
    """The ways to bring a condition to an outcome, the easiest first; none where nobody can."""
    found = _ways(condition, case, wanted)
    return tuple(sorted(dict.fromkeys(found), key=_effort)[:MOST_WAYS])


def _effort(way: Way) -> tuple[int, int]:
    return sum(step.effort for step in way), len(way)


def _ways(condition: Condition, case: Case, wanted: Truth) -> list[Way]:
    if condition.truth(case) is wanted:
        return [()]
    if isinstance(condition, Not):
        return _ways(condition.part, case, OPPOSITE[wanted])
    if isinstance(condition, Worded):
        return _ways(condition.part, case, wanted)
    if isinstance(condition, StillPossible):
        return _ways(condition.part, case, wanted) if wanted is MET else []
    if isinstance(condition, ByReading):
        return _ways(dict(condition.readings)[condition.interpretation.in_use], case, wanted)
    if isinstance(condition, All | AnyOf):
        return _ways_of_joint(condition, case, wanted)
    if isinstance(condition, AtLeast):
        return [(step,) for step in _moves(condition, case, wanted)]
    return _told(condition, case, wanted)


def _ways_of_joint(joint: All | AnyOf, case: Case, wanted: Truth) -> list[Way]:
    branches = [_ways(part, case, wanted)[:MOST_WAYS] for part in joint.parts]
    if isinstance(joint, All) is (wanted is MET):
        if not all(branches):
            return []
        joined = (_joined(choice, case) for choice in product(*branches))
        return [way for way, _ in zip(filter(None, joined), range(MOST_WAYS * 4), strict=False)]
    return [way for branch in branches for way in branch]


def _joined(choice: tuple[Way, ...], case: Case) -> Way:
    """The steps of several ways taken together; none where one number would have to go both ways."""
    kept: dict[Step | str, Step] = {}
    for step in (step for way in choice for step in way):
        name = step if step.value is None else step.fact_key
        other = kept.setdefault(name, step)
        if other.value is not None and step.value is not None:
            now = int(case.facts[step.fact_key] or 0)
            if (step.value > now) is not (other.value > now):
                return ()
            kept[name] = max(step, other, key=lambda moved: abs((moved.value or 0) - now))
    return tuple(kept.values())


def _told(condition: Condition, case: Case, wanted: Truth) -> list[Way]:
    fact = condition.fact if isinstance(condition, OneOf) else condition
    if not isinstance(fact, Fact):
        return []
    if condition.truth(case) is UNKNOWN:
        return [(Step(f"pastikan: {fact.question}", fact.teller, fact.key, only_asks=True),)]
    unwanted_yes = isinstance(condition, TruthFact) and wanted is NOT_MET
    if fact.remedy and (wanted is MET or unwanted_yes):
        return [(Step(fact.remedy, fact.teller, fact.key, effort=fact.effort),)]
    return []


def _moves(leaf: AtLeast, case: Case, wanted: Truth) -> list[Step]:
    steps = []
    for fact in facts_in(leaf):
        if not isinstance(fact, AmountFact) or fact.of_item:
            continue
        if case.facts.get(fact.key) is None:
            steps.append(Step(f"pastikan: {fact.question}", fact.teller, fact.key, only_asks=True))
            continue
        for template, upwards in ((fact.adjustment.up, True), (fact.adjustment.down, False)):
            value = nearest(leaf, case, fact, wanted, upwards) if template else None
            if value is not None:
                sentence = template.format(measure(value, fact.unit))
                steps.append(Step(sentence, fact.teller, fact.key, value, effort=fact.effort))
    return steps


def nearest(condition: Condition, case: Case, fact: AmountFact, wanted: Truth, upwards: bool) -> int | None:
    """The value nearest to today's at which the condition has the outcome, found by halving.

    The condition must turn only once between today's value and the far end in that direction.
    """
    known = case.facts.get(fact.key)
    start = int(known) if known is not None else 0

    def fits(value: int) -> bool:
        return condition.truth(case.but(**{fact.key: value})) is wanted

    if fits(start):
        return start
    if not upwards and start <= 1:
        return None
    wrong, right = (start, _FAR) if upwards else (start, 1)
    if not fits(right):
        return None
    while abs(right - wrong) > 1:
        middle = (wrong + right) // 2
        wrong, right = (wrong, middle) if fits(middle) else (middle, right)
    return right
