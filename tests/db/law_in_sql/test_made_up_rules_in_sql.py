"""Random rules over three questions: the statement finds the verdicts of trying every combination."""

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import create_engine

from domain.regulation.assessment import Verdict
from domain.regulation.case import Case
from domain.regulation.expressions import Condition, Total, by_reading
from tests.db.law_in_sql.registers import Register
from tests.db.law_in_sql.test_same_as_one_at_a_time import expected
from tests.domain.regulation.test_made_up_readings_together import (
    CONDITIONS,
    FACTS,
    GOOD,
    ITEMS,
    QUESTIONS,
    WORTH,
    M,
    P,
    law_of,
)
from tests.examples import examples

SQLITE = create_engine("sqlite://")


@given(
    conditions=st.lists(CONDITIONS, min_size=1, max_size=3),
    told=st.lists(st.tuples(FACTS, ITEMS), min_size=1, max_size=6),
)
@settings(max_examples=examples(200), deadline=None)
def test_every_made_up_rule_is_told_alike(
    conditions: list[Condition], told: list[tuple[dict[str, Any], list[dict[str, Any]]]]
) -> None:
    law = law_of(conditions)
    cases = [Case(facts, items) for facts, items in told]
    register = Register(law, "k", cases)
    wanted = [expected(law, "k", case) for case in cases]
    for found in (register.told_by(SQLITE), register.told_by_duckdb()):
        for row, one in zip(found, wanted, strict=True):
            assert {name: row.get(name, 0) for name in one} == one


def test_a_reading_counts_one_thing_or_another_but_never_both() -> None:
    # A counts what is good, B what is not: 3 or 3, and never the 6 that both would be.
    first, *_ = QUESTIONS
    counts = by_reading(first, A=GOOD, B=~GOOD)
    law = law_of([Total(WORTH, counts) >= 6])
    case = Case({}, [{"worth": 3, "good": True}, {"worth": 3, "good": False}])
    (found,) = Register(law, "k", [case]).told_by(SQLITE)
    assert found["verdict"] == Verdict.NOT_QUALIFIED


def test_a_branch_that_turns_on_its_own_question_has_the_same_letter() -> None:
    first, *_ = QUESTIONS
    law = law_of([by_reading(first, A=by_reading(first, A=P, B=~P), B=P)])
    (found,) = Register(law, "k", [Case({"p": True})]).told_by(SQLITE)
    assert found["verdict"] == Verdict.QUALIFIES


def test_two_readings_that_only_together_turn_the_verdict_are_found() -> None:
    first, _, third = QUESTIONS
    law = law_of([by_reading(first, A=P, B=~P) | by_reading(third, A=P, B=~P) | (M >= 9)])
    (found,) = Register(law, "k", [Case({"p": True, "m": 0})]).told_by(SQLITE)
    assert (found["verdict"], found["deciding_readings"]) == (Verdict.DEPENDS_ON_READING, 0)
