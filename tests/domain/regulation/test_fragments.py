"""Every fragment that the program quotes stands word for word in the clause that it names."""

import gc
import json
import pkgutil
from importlib import import_module
from pathlib import Path

import pytest

import domain
from domain.blitar.instruments import PERBUP_3_2023
from domain.regulation.fragments import hashed_words, stands_in
from domain.regulation.sources import Citation
from domain.sampang.instruments import PERBUP_20_2015

HERE = Path(__file__).resolve().parents[1]
# scripts/clause_words.py wrote them once, from the texts of the regulations.
CLAUSES = {
    law: json.loads((HERE / folder / "clause_words.json").read_text("utf-8"))
    for law, folder in ((PERBUP_20_2015, "sampang"), (PERBUP_3_2023, "blitar"))
}


def quoted(law):
    """Every place of a regulation that some file of the domain quotes, with the words."""
    for module in pkgutil.walk_packages(domain.__path__, "domain."):
        import_module(module.name)
    found = (one for one in gc.get_objects() if isinstance(one, Citation) and one.instrument is law)
    return {(one.short, one.words) for one in found if one.words}


@pytest.mark.parametrize(("law", "at_least"), [(PERBUP_20_2015, 200), (PERBUP_3_2023, 70)], ids=["S", "B"])
def test_every_quoted_fragment_stands_in_its_clause_word_for_word(law, at_least):
    fragments = quoted(law)
    assert len(fragments) >= at_least
    assert [one for one in sorted(fragments) if not stands_in(one[1], one[0], CLAUSES[law])] == []


@pytest.mark.parametrize(
    ("place", "words", "stands"),
    [
        ("7.d", "maksimal 40 tahun", True),
        ("7.d", "MAKSIMAL  40 tahun;", True),
        ("7", "maksimal 40 tahun", True),  # what stands below it is its own too
        ("7.d", "maksimal 41 tahun", False),
        ("7.d", "40 maksimal tahun", False),
        ("7.e", "maksimal 40 tahun", False),
        ("7.n", "maksimal 40 tahun", False),
        ("9(2).c", "habis Kontrak Kerja", True),
        ("9(1)", "habis Kontrak Kerja", False),
        ("1.1", "Daerah adalah Kabupaten Blitar", True),
        ("1.1", "Dinas adalah", False),  # 1.15 and the like are no part of 1.1
        ("7.d", "", False),
    ],
)
def test_a_fragment_that_is_no_part_of_its_clause_is_noticed(place, words, stands):
    assert stands_in(words, place, CLAUSES[PERBUP_3_2023]) is stands


def test_a_word_is_no_part_of_two_hashes_side_by_side():
    one, other = hashed_words("satu dua")
    (straddling,) = ["".join((one, other))[3:9]]
    assert not stands_in("satu", "x", {"x": straddling})
    assert stands_in("satu dua", "x", {"x": one + other})


@pytest.mark.parametrize("law", CLAUSES, ids=["S", "B"])
def test_the_words_are_kept_as_facts_and_not_as_sentences(law):
    assert all(set(words) <= set("0123456789abcdef") for words in CLAUSES[law].values())
