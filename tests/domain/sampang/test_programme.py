"""The programme as a whole: what ties rules, readings, facts, parameters and words together."""

import re

import pytest

from domain.regulation.expressions import AmountByReading, ByReading
from domain.regulation.facts import Fact
from domain.regulation.interpretations import Interpretation, Weight
from domain.regulation.parameters import Parameter
from domain.regulation.rules import ItemRule, Rule, RuleKind
from domain.regulation.sources import Citation
from domain.regulation.trees import facts_in, parameters_in, walk
from domain.regulation.wording import describe, name_of
from domain.sampang_loans.facts import OPINIONS
from domain.sampang_loans.papers import PAPERS
from domain.sampang_loans.programme import SAMPANG_LOANS
from domain.sampang_loans.readings import READINGS

RULES: list[Rule | ItemRule] = [*SAMPANG_LOANS.rules, *SAMPANG_LOANS.item_rules]
CONDITIONS = [rule.condition for rule in RULES if rule.condition]
LIMITS = [limit for limits in SAMPANG_LOANS.limits_by_kind.values() for limit in limits]
TREES = [*CONDITIONS, *(limit.amount for limit in LIMITS), *(paper.needed for paper in PAPERS)]
FACTS = tuple(dict.fromkeys(fact for tree in TREES for fact in facts_in(tree)))
OF_THE_VERDICT = [entry for entry in READINGS.values() if entry.weight is Weight.VERDICT]


def by_id(name: str) -> list[Rule | ItemRule]:
    return [rule for rule in RULES if rule.id == name]


def rule_name(rule: Rule | ItemRule) -> str:
    return rule.id


@pytest.mark.parametrize("entry", OF_THE_VERDICT, ids=lambda entry: entry.id)
def test_every_question_of_the_verdict_is_tied_to_the_rules_that_it_names(entry: Interpretation) -> None:
    assert entry.rules
    for name in entry.rules:
        assert by_id(name), name
        assert any(entry in rule.interpretations for rule in by_id(name)), name


@pytest.mark.parametrize("rule", RULES, ids=rule_name)
def test_every_question_that_a_rule_rests_on_names_the_rule(rule: Rule | ItemRule) -> None:
    for entry in rule.interpretations:
        assert rule.id in entry.rules, entry.id


def test_every_computed_question_occurs_in_a_tree_and_no_other_does() -> None:
    turned_on = {
        part.interpretation.id
        for tree in TREES
        for part in walk(tree)
        if isinstance(part, ByReading | AmountByReading)
    }
    assert turned_on == {name for name, entry in READINGS.items() if entry.computed}


def test_every_choice_has_a_branch_for_each_computed_reading() -> None:
    for tree in TREES:
        for part in walk(tree):
            if isinstance(part, ByReading | AmountByReading):
                assert {letter for letter, _ in part.readings} == set(part.interpretation.computed)


def test_the_questions_of_the_trees_are_those_of_the_programme() -> None:
    for tree in TREES:
        for part in walk(tree):
            if isinstance(part, ByReading | AmountByReading):
                assert part.interpretation is READINGS[part.interpretation.id]


@pytest.mark.parametrize("rule", [*RULES, *LIMITS], ids=lambda rule: rule.id)
def test_every_rule_and_limit_names_its_exact_place(rule: Rule) -> None:
    assert rule.citations
    assert all(place.place.startswith("Lampiran Romawi") for place in rule.citations)


@pytest.mark.parametrize("parameter", SAMPANG_LOANS.parameters.values(), ids=lambda entry: entry.key)
def test_every_legal_number_has_a_place_and_every_setting_says_that_it_is_one(parameter: Parameter) -> None:
    assert parameter.office_setting or parameter.history
    for entry in parameter.history:
        assert isinstance(entry.source, Citation) is not parameter.office_setting
        assert str(entry.source)


def test_every_parameter_of_a_rule_is_listed_in_the_programme() -> None:
    for tree in TREES:
        for parameter in parameters_in(tree):
            assert SAMPANG_LOANS.parameters[parameter.key] is parameter


@pytest.mark.parametrize("fact", FACTS, ids=lambda fact: fact.key)
def test_every_fact_has_a_question(fact: Fact) -> None:
    assert len(fact.question) > 10
    assert fact.question[0].isupper() or fact.question.startswith("Apakah")


def test_every_fact_has_a_key_of_its_own_on_its_own_level() -> None:
    for of_item in (True, False):
        keys = [fact.key for fact in FACTS if fact.of_item is of_item]
        assert len(keys) == len(set(keys))


def test_every_opinion_of_the_team_is_asked_by_a_rule() -> None:
    assert set(OPINIONS) <= set(FACTS)


def test_no_kind_has_two_rules_of_one_name() -> None:
    for rules in SAMPANG_LOANS.rules_by_kind.values():
        names = [rule.id for rule in rules]
        assert len(names) == len(set(names))


_PYTHON = re.compile(r"[_<>={}\[\]]|None|True|False|domain\.|object at|\b[a-z]+[A-Z]\w*")


@pytest.mark.parametrize("rule", [rule for rule in RULES if rule.condition], ids=rule_name)
def test_the_sentence_of_a_rule_is_indonesian_and_names_no_python(rule: Rule) -> None:
    assert rule.condition is not None
    sentence = describe(rule.condition)
    assert len(sentence) > 10
    # "[S-25]" names a reading; every other bracket would be Python showing through.
    assert not _PYTHON.search(re.sub(r"\[S-\d\d\]", "", sentence)), sentence


@pytest.mark.parametrize("limit", LIMITS, ids=lambda limit: limit.id)
def test_the_words_of_a_limit_name_no_python(limit: Rule) -> None:
    words = name_of(limit.amount)  # type: ignore[attr-defined]
    assert words
    assert not _PYTHON.search(re.sub(r"\[S-\d\d\]", "", words)), words


def test_only_requirements_and_judgements_decide() -> None:
    assert {kind for kind in RuleKind if kind.decides} == {RuleKind.REQUIREMENT, RuleKind.JUDGEMENT}


# By hand from the regulation: IV.1 a-l, IV.2 a-h, IV.3 and IV.4 a-g.
@pytest.mark.parametrize(
    ("kind", "number", "letters"),
    [
        ("cooperative", 1, "abcdefghijkl"),
        ("business", 2, "abcdefgh"),
        ("microfinance", 3, "abcdefg"),
        ("cluster", 4, "abcdefg"),
    ],
)
def test_every_letter_of_the_criteria_is_a_rule(kind: str, number: int, letters: str) -> None:
    names = [rule.id for rule in SAMPANG_LOANS.rules_by_kind[kind] if rule.id.startswith(f"IV.{number}.")]
    assert [name for name in names if "/" not in name] == [f"IV.{number}.{letter}" for letter in letters]


@pytest.mark.parametrize("kind", SAMPANG_LOANS.rules_by_kind)
def test_every_kind_has_the_conditions_of_every_loan(kind: str) -> None:
    names = {rule.id for rule in SAMPANG_LOANS.rules_by_kind[kind]}
    wanted = "III.6 III.7 VI.2.a.4 VIII.1.b VIII.1.b/tinjauan VIII.3.a VIII.5.f VIII.5.g VIII.5.h IX.3"
    assert set(wanted.split()) <= names
