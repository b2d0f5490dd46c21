"""Readings of the mentoring taken together, against trying every combination."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from domain.blitar.kinds import HealthIssuer, SubjectKind
from domain.blitar.words import meaning_of
from domain.regulation.assessment import Verdict, assess
from domain.regulation.case import Case
from domain.regulation.columns import table_of
from domain.regulation.columns_in_doubt import verdicts_in_doubt
from domain.regulation.expressions import ChoiceFact, TruthFact
from domain.regulation.trees import facts_in
from tests.domain.blitar.builders import JUTA, assessed, calon, law
from tests.domain.by_brute_force import smallest_flipping_sets
from tests.examples import examples

_AMOUNTS = [None, 0, 39, 40, 41, 1_000 * JUTA, 2_000 * JUTA, 2_000 * JUTA + 1]


def _cases(kind: str) -> st.SearchStrategy[Case]:
    conditions = [rule.condition for rule in law().regulation.rules_by_kind[kind] if rule.condition]
    values: dict[str, st.SearchStrategy[Any]] = {}
    for fact in dict.fromkeys(fact for condition in conditions for fact in facts_in(condition)):
        if isinstance(fact, TruthFact):
            values[fact.key] = st.sampled_from([None, False, True, True])
        elif isinstance(fact, ChoiceFact):
            values[fact.key] = st.sampled_from([None, *(str(choice) for choice in fact.choices)])
        else:
            values[fact.key] = st.sampled_from(_AMOUNTS)
    return st.fixed_dictionaries(values).map(lambda told: Case(told, (), law().values))


@pytest.mark.parametrize("kind", list(SubjectKind))
@given(data=st.data())
@settings(max_examples=examples(10))
def test_the_sets_are_those_of_trying_every_combination(kind: str, data: st.DataObject) -> None:
    several = data.draw(st.lists(_cases(kind), min_size=1, max_size=3))
    expected = [smallest_flipping_sets(law(), kind, case) for case in several]
    found = [assess(law(), kind, case) for case in several]
    sets = [{frozenset(entry.id for entry, _ in one.readings) for one in each.combinations} for each in found]
    assert sets == expected
    assert [one.verdict is Verdict.DEPENDS_ON_READING for one in found] == [bool(each) for each in expected]
    rules = law().rules_for(kind)
    conditions = rules.in_doubt.readings.conditions
    assert verdicts_in_doubt(rules, table_of(several, conditions), law().values).tolist() == [
        bool(each) for each in expected
    ]


def test_a_candidate_whom_two_readings_together_would_let_in_is_never_refused() -> None:
    # The letter is a Puskesmas' (B-12) and the candidate never mentored (B-18).
    found = assessed(calon(issuer=HealthIssuer.HEALTH_CENTRE, mentored=False, involved=False))
    assert found.verdict_in_use is Verdict.NOT_QUALIFIED
    assert [(one.name, one.verdict) for one in found.combinations] == [
        ("B-12 B dengan B-18 B", Verdict.QUALIFIES)
    ]
    assert meaning_of(found) == (
        "Tidak memenuhi menurut bacaan kantor; berbeda bila B-12 dengan B-18 dibaca lain. "
        "Jadi ini bukan penolakan."
    )
