"""Which numbers the verdicts ask is found once for a law, however many numbers a list shows."""

from datetime import date

from domain.regulation.law_in_force import NO_PRACTICE
from domain.regulation.policy import draft_words
from domain.sampang.law import law_on


def test_a_list_of_all_numbers_walks_through_the_provisions_once(monkeypatch):
    walked, usual = [], draft_words.parameters_in
    monkeypatch.setattr(draft_words, "parameters_in", lambda tree: walked.append(tree) or usual(tree))
    draft_words._asked_in_verdicts.cache_clear()
    law = law_on(date(2026, 3, 2), NO_PRACTICE)
    numbers = list(law.regulation.parameters.values())
    draft_words.number_told(numbers[0], law)
    once = len(walked)
    assert once > 0
    for number in numbers:
        draft_words.number_told(number, law)
    assert len(walked) == once
