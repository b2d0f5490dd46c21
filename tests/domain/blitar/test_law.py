"""The programme as a whole: what ties rules, readings, facts, parameters and words together."""

import re
from datetime import date

import pytest

from domain.blitar import candidate_facts, client_facts, staff_facts
from domain.blitar.candidate_points import THIRTEEN_POINTS
from domain.blitar.goals_and_tasks import EndingGround, FacilitatorTask, Goal, MentorTask
from domain.blitar.law import BLITAR_MENTORING
from domain.blitar.parameters import (
    AGE_LIMIT,
    DAYS_BEFORE_CONTRACT_END,
    DAYS_WITHOUT_VISIT,
    FIELD_DAYS,
    MICRO_CAPITAL,
    MICRO_SALES,
    MONTHS_BETWEEN_REPORTS,
    OFFICE_DAYS,
)
from domain.blitar.readings import READINGS
from domain.regulation.expressions import ByReading
from domain.regulation.fact import Fact
from domain.regulation.interpretations import Interpretation
from domain.regulation.parameter import Parameter
from domain.regulation.rules import Rule, RuleKind
from domain.regulation.sources import Citation
from domain.regulation.trees import facts_in, parameters_in, walk
from domain.regulation.wording import describe

RULES = BLITAR_MENTORING.rules
TREES = [rule.condition for rule in RULES if rule.condition]
FACTS = tuple(dict.fromkeys(fact for tree in TREES for fact in facts_in(tree)))
TODAY = date(2026, 4, 1)


def by_id(name: str) -> list[Rule]:
    return [rule for rule in RULES if rule.id == name]


@pytest.mark.parametrize("entry", READINGS.values(), ids=lambda entry: entry.id)
def test_every_question_is_tied_to_the_rules_that_it_names(entry: Interpretation) -> None:
    assert entry.rules
    for name in entry.rules:
        assert by_id(name), name
        assert any(entry in rule.interpretations for rule in by_id(name)), name


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_question_that_a_rule_rests_on_names_the_rule(rule: Rule) -> None:
    for entry in rule.interpretations:
        assert rule.id in entry.rules, entry.id


def test_every_computed_question_occurs_in_a_tree_and_no_other_does() -> None:
    turned_on = [part for tree in TREES for part in walk(tree) if isinstance(part, ByReading)]
    assert {part.interpretation.id for part in turned_on} == {
        name for name, entry in READINGS.items() if entry.computed
    }
    assert all(part.interpretation is READINGS[part.interpretation.id] for part in turned_on)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)
def test_every_rule_names_an_exact_place_of_the_regulation_first(rule: Rule) -> None:
    assert rule.citations[0].instrument is BLITAR_MENTORING.instrument
    assert rule.citations[0].place.startswith("Pasal ")
    assert rule.id.split("/")[0] == rule.place


@pytest.mark.parametrize("parameter", BLITAR_MENTORING.parameters.values(), ids=lambda entry: entry.key)
def test_every_legal_number_has_a_place_and_every_setting_says_that_it_is_one(parameter: Parameter) -> None:
    assert parameter.history or parameter.office_setting  # what the office alone sets may have no beginning
    for entry in parameter.history:
        assert isinstance(entry.source, Citation) is not parameter.office_setting
        assert parameter.office_setting is ("belum ditetapkan" in str(entry.source))


# By hand from Pasal 7 huruf d and m, Pasal 5 ayat (3) huruf i, and PP 7/2021 Pasal 35.
@pytest.mark.parametrize(
    ("parameter", "value"),
    [
        (AGE_LIMIT, 40),
        (OFFICE_DAYS, 2),
        (FIELD_DAYS, 3),
        (MONTHS_BETWEEN_REPORTS, 1),
        (MICRO_CAPITAL, 1_000_000_000),
        (MICRO_SALES, 2_000_000_000),
        (DAYS_WITHOUT_VISIT, 30),
        (DAYS_BEFORE_CONTRACT_END, 60),
    ],
    ids=lambda entry: getattr(entry, "key", str(entry)),
)
def test_the_numbers_are_those_of_the_regulation(parameter: Parameter, value: int) -> None:
    assert parameter.on(TODAY) == value
    assert BLITAR_MENTORING.parameters[parameter.key] is parameter


def test_no_number_of_the_perbup_counts_before_the_perbup() -> None:
    assert AGE_LIMIT.on(date(2023, 1, 5)) is None
    assert AGE_LIMIT.on(date(2023, 1, 6)) == 40


def test_every_parameter_of_a_rule_is_listed_in_the_programme() -> None:
    for tree in TREES:
        for parameter in parameters_in(tree):
            assert BLITAR_MENTORING.parameters[parameter.key] is parameter


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.key)
def test_every_fact_asks_one_question(fact: Fact) -> None:
    assert fact.question[0].isupper()
    assert fact.question.endswith("?")


def test_every_fact_has_a_key_of_its_own() -> None:
    assert len({fact.key for fact in FACTS}) == len(FACTS)


def test_every_opinion_is_asked_by_a_rule() -> None:
    opinions = {*candidate_facts.OPINIONS, *client_facts.RULINGS, *staff_facts.RULINGS}
    assert opinions == {fact for fact in FACTS if fact.is_judgement}


def test_no_kind_has_two_rules_of_one_name() -> None:
    for rules in BLITAR_MENTORING.rules_by_kind.values():
        names = [rule.id for rule in rules]
        assert len(names) == len(set(names))


# By hand: j is preferred, g is judged, the others are required.
def test_the_thirteen_points_are_a_to_m_each_of_its_kind() -> None:
    assert [rule.id for rule in THIRTEEN_POINTS] == [f"7.{letter}" for letter in "abcdefghijklm"]
    kinds = {rule.id: rule.kind for rule in THIRTEEN_POINTS}
    assert kinds.pop("7.g") is RuleKind.JUDGEMENT
    assert kinds.pop("7.j") is RuleKind.PRIORITY
    assert set(kinds.values()) == {RuleKind.REQUIREMENT}


_PYTHON = re.compile(r"[_<>={}\[\]]|None|True|False|domain\.|object at|\b[a-z]+[A-Z]\w*")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.condition], ids=lambda rule: rule.id)
def test_the_sentence_of_a_rule_names_no_python(rule: Rule) -> None:
    assert rule.condition is not None
    sentence = describe(rule.condition)
    assert len(sentence) > 5
    assert not _PYTHON.search(re.sub(r"\[B-\d\d\]", "", sentence)), sentence


# By hand from the regulation; letters of lists where a rule or an entry of a list stands for them.
_PRINTED = """
1.8 1.12 2(1) 2(2) 3.a 3.b 3.c 4 5(1) 5(2) 5(3) 6(1) 6(2) 6(3) 7 8.a 8.b 8.c 8.d 8.e 9(1) 9(2)
9(2).a 9(2).b 9(2).c 9(2).d 9(2).e 10 11(1) 11(2) 12 13(1) 13(2) 14 15(1) 15(2) 16(1) 16(2)
7.a 7.b 7.c 7.d 7.e 7.f 7.g 7.h 7.i 7.j 7.k 7.l 7.m
"""


def test_every_printed_provision_is_cited_by_a_rule() -> None:
    assert set(_PRINTED.split()) <= {place.short for rule in RULES for place in rule.citations}


def test_the_lists_stand_for_forty_four_further_letters() -> None:
    assert len([*MentorTask, *Goal, *FacilitatorTask, *EndingGround]) == 18 + 12 + 9 + 5
