"""Random applicants of the real programme: any fact known or not, up to four pledged things."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Any

from hypothesis import strategies as st

from domain.regulation.case import Case, FactValue
from domain.regulation.expressions import AmountFact, ChoiceFact, TruthFact
from domain.regulation.fact import Fact
from domain.regulation.parameter import Unit
from domain.regulation.trees import facts_in
from domain.sampang.law import SAMPANG_LOANS
from tests.domain.sampang.builders import JUTA, law

KINDS = tuple(str(kind) for kind in SAMPANG_LOANS.rules_by_kind)
_EDGES = [
    1,
    4_999_999,
    5 * JUTA,
    5 * JUTA + 1,
    30 * JUTA,
    30 * JUTA + 1,
    100 * JUTA,
    100 * JUTA + 1,
    150 * JUTA,
    250 * JUTA,
]
_RUPIAH = st.sampled_from(_EDGES) | st.integers(0, 400 * JUTA)
_VALUES = st.sampled_from([0, 1, 6_500_000, 26 * JUTA, 39 * JUTA, 130 * JUTA]) | st.integers(0, 500 * JUTA)
_BY_KEY = {
    "principal": _RUPIAH,
    "last_loan": _RUPIAH,
    "value": _VALUES,
    "further_land": st.just(0) | _VALUES,
    "further_vehicle": st.just(0) | _VALUES,
    "further_goods": st.just(0) | _VALUES,
    "term_months": st.sampled_from([11, 12, 13, 24, 25, 36, 37]),
    "wheels": st.sampled_from([2, 2, 2, 3, 4, 4, 4, 6]),
}
_BY_UNIT = {
    Unit.MONTHS: st.integers(0, 48),
    Unit.YEAR: st.integers(2002, 2016),
    Unit.PEOPLE: st.integers(1, 30),
    Unit.TIMES: st.integers(0, 3),
}


def _value(fact: Fact) -> st.SearchStrategy[Any]:
    if isinstance(fact, TruthFact):
        return st.booleans()
    if isinstance(fact, ChoiceFact):
        return st.sampled_from([str(choice) for choice in fact.choices])
    assert isinstance(fact, AmountFact)
    return _BY_KEY[fact.key] if fact.key in _BY_KEY else _BY_UNIT[fact.unit]


@lru_cache
def facts_of_kind(kind: str) -> tuple[Fact, ...]:
    """Every fact that the rules and limits of a kind ask for, under any reading."""
    trees = [rule.condition for rule in SAMPANG_LOANS.rules_by_kind[kind] if rule.condition]
    amounts = [limit.amount for limit in SAMPANG_LOANS.limits_by_kind[kind]]
    return tuple(dict.fromkeys(fact for tree in [*trees, *amounts] for fact in facts_in(tree)))


@lru_cache
def _answers(kind: str, of_item: bool, unknown: int) -> st.SearchStrategy[dict[str, FactValue]]:
    """One value for each fact; `unknown` of ten are not known. What is pledged is always known."""
    chosen = {}
    for fact in facts_of_kind(kind):
        if fact.of_item is of_item:
            known = _value(fact)
            sometimes = st.one_of(*[st.none()] * unknown, *[known] * (10 - unknown))
            chosen[fact.key] = known if fact.key == "kind" or not unknown else sometimes
    return st.fixed_dictionaries(chosen)


@lru_cache
def cases(kind: str, unknown: int = 3) -> st.SearchStrategy[Case]:
    """Cases of one kind with up to four pledged things."""
    items = st.lists(_answers(kind, True, unknown), max_size=4)
    return st.builds(Case, _answers(kind, False, unknown), items, st.just(law().values))


@lru_cache
def cases_and_later(kind: str) -> st.SearchStrategy[tuple[Case, Case]]:
    """A case, and the same after some or all unknown facts have become known, whatever they became."""
    whole, item = (_answers(kind, of_item, 2) for of_item in (False, True))

    def later(told: tuple[Any, ...]) -> tuple[Case, Case]:
        now, answers, of_items, added = told
        items = [_filled(thing.facts, more) for thing, more in zip(now.items, of_items, strict=False)]
        if all(now.facts[f"further_{what}"] is None for what in ("land", "vehicle", "goods")):
            items += added  # the list was still open
        return now, Case(_filled(now.facts, answers), items, now.values)

    four = st.lists(item, min_size=4, max_size=4)
    return st.tuples(cases(kind), whole, four, st.lists(item, max_size=1)).map(later)


def _filled(told: Mapping[str, FactValue], more: Mapping[str, FactValue]) -> dict[str, FactValue]:
    return {key: more[key] if value is None else value for key, value in told.items()}
