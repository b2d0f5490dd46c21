"""The programme as a whole: what ties rules, readings, facts, parameters and words together."""

import re

import pytest

from domain.regulation.expressions import AmountByReading, ByReading
from domain.regulation.fact import Fact
from domain.regulation.interpretations import Interpretation, Weight
from domain.regulation.parameter import Parameter
from domain.regulation.rules import ItemRule, Rule, RuleKind
from domain.regulation.sources import Citation
from domain.regulation.trees import facts_in, parameters_in, walk
from domain.regulation.wording import describe, name_of
from domain.sampang.facts import OPINIONS
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.papers import PAPERS
from domain.sampang.readings import READINGS
from domain.sampang.swap_rules import swaps_under

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
    of_swaps = [rule.condition for rule in swaps_under(SAMPANG_LOANS).rules if rule.condition]
    turned_on = {
        part.interpretation.id
        for tree in (*TREES, *of_swaps)
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
    # Only from when on the regulation counts stands outside its annex.
    assert all(place.place.startswith(("Lampiran Romawi", "Pasal II")) for place in rule.citations)


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
    assert {"Pasal II", *wanted.split()} <= names


# By hand from the annex, with the items of lists where they are provisions of their own.
_PRINTED = """
III.1 III.2 III.3 III.4 III.5 III.6 III.7 III.8 III.9 III.10 IV.1.i.1 IV.1.i.2 IV.2.g.1 IV.2.g.2 V.1
VI.1 VI.2.a.1 VI.2.a.2 VI.2.a.3 VI.2.a.4 VI.2.a.5 VI.2.b VI.2.c VI.3
VII.1 VII.2 VII.3 VII.4 VII.5 VII.6 VII.7 VII.8 VII.9 VII.10 VIII.1.a VIII.1.b VIII.1.c VIII.1.d
VIII.2.a VIII.2.b VIII.2.b.1 VIII.2.b.2 VIII.2.b.3 VIII.2.b.4 VIII.2.b.5 VIII.2.b.6 VIII.2.c VIII.2.d
VIII.3.a VIII.3.b VIII.4 VIII.4.a VIII.4.b VIII.4.c VIII.4.d
VIII.5.a VIII.5.b VIII.5.c VIII.5.d VIII.5.e VIII.5.f VIII.5.g VIII.5.h VIII.5.i IX.1 IX.2 IX.3
"""


def test_every_printed_provision_is_cited_by_a_rule_or_a_number() -> None:
    numbers = [entry.source for one in SAMPANG_LOANS.parameters.values() for entry in one.history]
    cited = [place for rule in RULES for place in rule.citations]
    cited += [source for source in numbers if isinstance(source, Citation)]
    assert set(_PRINTED.split()) <= {place.short for place in cited}
