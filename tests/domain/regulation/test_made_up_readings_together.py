"""Random rules over three questions: every way of working out readings together against trying them all."""

from collections.abc import Callable
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from domain.regulation.assessment import assess
from domain.regulation.case import Case
from domain.regulation.columns import table_of
from domain.regulation.columns_in_doubt import verdicts_in_doubt
from domain.regulation.expressions import (
    Amount,
    AmountFact,
    Choose,
    Condition,
    Constant,
    Least,
    StillPossible,
    Sum,
    Total,
    TruthFact,
    amount_by_reading,
    by_reading,
)
from domain.regulation.interpretations import Doubt, Ender, Interpretation
from domain.regulation.law_in_force import LawInForce
from domain.regulation.parameter import Unit
from domain.regulation.rules import Regulation, Rule
from tests.domain.by_brute_force import smallest_flipping_sets
from tests.domain.regulation.made_up import PLACE
from tests.examples import examples

DAY = date(2026, 1, 1)


def _question(name: str, letters: str) -> Interpretation:
    return Interpretation(
        id=name,
        question=f"{name}?",
        places=(PLACE,),
        readings=tuple((letter, letter) for letter in letters),
        default="A",
        reason="begitu",
        doubt=Doubt.GAP,
        ended_by=Ender.OFFICE,
        rules=(),
        computed=tuple(letters),
    )


QUESTIONS = [_question("T-01", "AB"), _question("T-02", "ABC"), _question("T-03", "AB")]
P, Q = (TruthFact(key=key, holds=key, fails=key, question=key) for key in ("p", "q"))
M, N = (AmountFact(key=key, label=key, unit=Unit.RUPIAH, question=key) for key in ("m", "n"))
WORTH = AmountFact(key="worth", label="worth", unit=Unit.RUPIAH, question="worth", of_item=True)
GOOD = TruthFact(key="good", holds="good", fails="good", question="good", of_item=True)


def _read(branch: st.SearchStrategy[Any], joined: Callable[..., Any]) -> st.SearchStrategy[Any]:
    """A part that is one thing or another by a question."""

    def by(question: Interpretation) -> st.SearchStrategy[Any]:
        branches = st.tuples(*[branch] * len(question.letters))
        return branches.map(lambda told: joined(question, **dict(zip(question.letters, told, strict=True))))

    return st.sampled_from(QUESTIONS).flatmap(by)


ITEM_CONDITIONS = st.just(GOOD) | _read(st.sampled_from([GOOD, ~GOOD, WORTH >= 3]), by_reading)
TOTALS = ITEM_CONDITIONS.map(lambda where: Total(WORTH, where))
PLAIN = st.sampled_from([M, N, Constant(4)])


def _amounts(conditions: st.SearchStrategy[Condition]) -> st.SearchStrategy[Amount]:
    simple = PLAIN | TOTALS | _read(PLAIN | TOTALS, amount_by_reading)
    return (
        simple
        | st.tuples(simple, simple).map(Sum)
        | st.tuples(simple, simple).map(Least)
        | simple.map(lambda amount: amount.times(3, 2))
        | st.builds(Choose, conditions, simple, simple)
    )


def _grown(inner: st.SearchStrategy[Condition]) -> st.SearchStrategy[Condition]:
    amounts = _amounts(inner)
    return (
        st.tuples(inner, inner).map(lambda both: both[0] & both[1])
        | st.tuples(inner, inner).map(lambda both: both[0] | both[1])
        | inner.map(lambda part: ~part)
        | inner.map(lambda part: StillPossible(part, "later"))
        | st.tuples(amounts, amounts).map(lambda both: both[0] >= both[1])
        | _read(inner, by_reading)
    )


LEAVES = st.sampled_from([P, Q, ~P, ~Q])
AMOUNT_LEAVES = PLAIN | TOTALS | _read(PLAIN | TOTALS, amount_by_reading)
CONDITIONS = st.recursive(
    _read(LEAVES, by_reading)
    | LEAVES
    | st.tuples(AMOUNT_LEAVES, AMOUNT_LEAVES).map(lambda both: both[0] >= both[1]),
    _grown,
    max_leaves=12,
)
SOMETIMES = st.sampled_from([None, True, False])
FACTS = st.fixed_dictionaries(
    dict.fromkeys("pq", SOMETIMES) | {key: st.sampled_from([None, 0, 3, 4, 5, 8]) for key in "mn"}
)
ITEMS = st.lists(
    st.fixed_dictionaries({"worth": st.sampled_from([None, 0, 2, 3, 4]), "good": SOMETIMES}), max_size=3
)


def law_of(conditions: list[Condition]) -> LawInForce:
    rules = tuple(
        Rule(id=f"r{place}", title="r", citations=(PLACE,), condition=one)
        for place, one in enumerate(conditions)
    )
    regulation = Regulation(
        key="made-up",
        name="made up",
        instrument=PLACE.instrument,
        rules_by_kind={"k": rules},
        limits_by_kind={"k": ()},
        item_rules=(),
        parameters={},
        interpretations={one.id: one for one in QUESTIONS},
    )
    return LawInForce(regulation, DAY)


@given(
    conditions=st.lists(CONDITIONS, min_size=1, max_size=3),
    told=st.lists(st.tuples(FACTS, ITEMS), min_size=1, max_size=4),
)
@settings(max_examples=examples(300))
def test_every_way_finds_the_sets_of_trying_every_combination(
    conditions: list[Condition], told: list[tuple[dict[str, Any], list[dict[str, Any]]]]
) -> None:
    law = law_of(conditions)
    several = [Case(facts, items) for facts, items in told]
    expected = [smallest_flipping_sets(law, "k", case) for case in several]
    found = [assess(law, "k", case) for case in several]
    sets = [{frozenset(entry.id for entry, _ in one.readings) for one in each.combinations} for each in found]
    assert sets == expected
    assert [each.otherwise.change_the_verdict for each in found] == [bool(each) for each in expected]
    rules = law.rules_for("k")
    table = table_of(several, rules.in_doubt.readings.conditions)
    assert verdicts_in_doubt(rules, table, {}).tolist() == [bool(each) for each in expected]


def test_a_thing_that_counts_under_another_reading_only_can_turn_the_verdict() -> None:
    first, *_ = QUESTIONS
    law = law_of([Total(WORTH, by_reading(first, A=GOOD, B=~GOOD)) >= 3])
    found = assess(law, "k", Case({}, [{"worth": 3, "good": False}]))
    assert [one.name for one in found.combinations] == ["T-01 B"]
