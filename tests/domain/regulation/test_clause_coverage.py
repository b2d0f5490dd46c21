"""Every clause of both regulations has an entry, and the clauses are those that the texts really have."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from domain.blitar.law import BLITAR_MENTORING
from domain.regulation.clause_coverage import coverage
from domain.regulation.described import Coding
from domain.sampang.law import SAMPANG_LOANS

HERE = Path(__file__).resolve().parents[1]
LAWS = [(SAMPANG_LOANS, "sampang", 147), (BLITAR_MENTORING, "blitar", 130)]
BOTH = pytest.mark.parametrize("law", [SAMPANG_LOANS, BLITAR_MENTORING], ids=["S", "B"])


def coded(law, place):
    return next(set(clause.codings) for clause in coverage(law).clauses if clause.place == place)


@pytest.mark.parametrize(("law", "folder", "number"), LAWS, ids=["S", "B"])
def test_the_clauses_are_those_of_the_text_in_its_order(law, folder, number):
    words = json.loads((HERE / folder / "clause_words.json").read_text("utf-8"))
    assert (list(law.clauses), len(law.clauses)) == (list(words), number)


@pytest.mark.parametrize(("law", "folder", "number"), LAWS, ids=["S", "B"])
def test_every_clause_has_an_entry(law, folder, number):
    found = coverage(law)
    assert (found.missing, found.sentence) == ((), f"{number} dari {number} ketentuan")


@BOTH
def test_every_clause_shows_a_fragment_of_its_words(law):
    assert [each.place for each in coverage(law).clauses if not (each.citation and each.citation.words)] == []


@BOTH
def test_a_clause_without_its_entry_is_noticed(law):
    alone = [
        each
        for each in law.described
        if [use.name for clause in coverage(law).clauses for use in clause.uses
            if clause.place == each.citation.short] == [each.title]
    ]  # fmt: skip
    assert len(alone) > 20
    for taken in alone:
        without = replace(law, described=tuple(each for each in law.described if each is not taken))
        assert coverage(without).missing == (taken.citation.short,)


def test_a_clause_without_its_rule_is_noticed():
    criteria = {
        kind: tuple(rule for rule in rules if rule.id != "VI.2.c")
        for kind, rules in SAMPANG_LOANS.rules_by_kind.items()
    }
    found = coverage(replace(SAMPANG_LOANS, rules_by_kind=criteria))
    assert (found.missing, found.sentence) == (("VI.2.c",), "146 dari 147 ketentuan")


@pytest.mark.parametrize(
    ("law", "place", "codings"),
    [
        (SAMPANG_LOANS, "IV.2.d", {Coding.RULE, Coding.READING}),
        (SAMPANG_LOANS, "IV.2.g.1", {Coding.RULE, Coding.READING}),
        (SAMPANG_LOANS, "VIII.4.a", {Coding.PARAMETER}),
        (SAMPANG_LOANS, "VIII.2.a", {Coding.RIGHT_OR_DUTY}),
        (SAMPANG_LOANS, "VIII.2.a.1", {Coding.RIGHT_OR_DUTY}),
        (SAMPANG_LOANS, "VIII.2.a.2", {Coding.RIGHT_OR_DUTY}),
        (SAMPANG_LOANS, "V.1.3", {Coding.STEP}),
        (SAMPANG_LOANS, "VI.2.a", {Coding.STEP}),
        (SAMPANG_LOANS, "Mengingat 17", {Coding.CONTEXT}),
        (SAMPANG_LOANS, "Menimbang b", {Coding.READING, Coding.CONTEXT}),
        (BLITAR_MENTORING, "7.d", {Coding.RULE, Coding.PARAMETER, Coding.READING}),
        (BLITAR_MENTORING, "1.14", {Coding.DESCRIBED}),
        (BLITAR_MENTORING, "4.f", {Coding.CONTEXT}),
        (BLITAR_MENTORING, "12.q", {Coding.RIGHT_OR_DUTY}),
        (BLITAR_MENTORING, "14", {Coding.STEP}),
        (BLITAR_MENTORING, "17", {Coding.CONTEXT}),
    ],
)
def test_what_a_clause_is_coded_as(law, place, codings):
    assert coded(law, place) == codings


@BOTH
def test_no_entry_names_a_place_that_the_regulation_does_not_have(law):
    assert [each.citation.short for each in law.described if each.citation.short not in law.clauses] == []
