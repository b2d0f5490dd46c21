"""An opinion of the technical team holds for what was judged; of anything else it says nothing."""

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from domain.regulation.truth import MET, UNKNOWN
from domain.sampang.application import Judgement, LoanApplication
from domain.sampang.eligibility import evidence_of
from domain.sampang.kinds import Purpose
from tests.domain.sampang.builders import FILED, JUTA, outcome, usaha

YES = Judgement(True, "Siti", FILED, "hasil survei")
RENEWED: dict[str, Any] = {"borrowed_before": True, "settled_early_to_renew": True}
# Filed on 2 March 2026: with leave six months are enough, and those of 2 September 2025 are over.
BEFORE, LATER = date(2025, 9, 1), date(2025, 9, 2)
# The rule that turns on the opinion, what was judged, and another of the same that nobody judged.
JUDGED = [
    ("VIII.1.b/tinjauan", "amount_reviewed", {"amount": 20 * JUTA}, "20000000", {"amount": 20 * JUTA + 1}),
    ("III.6", "term_ruling", {"term_months": 18}, "18", {"term_months": 30}),
    ("VIII.3.a", "purpose_ruling", {"purpose": Purpose.MIXED}, "mixed", {"purpose": Purpose.INVESTMENT}),
    (
        "Pasal II",
        "earlier_law_ruling",
        {"filed_on": date(2015, 5, 3)},
        "2015-05-03",
        {"filed_on": date(2015, 5, 2)},
    ),
    ("VIII.5.f", "renewal_leave", {**RENEWED, "settled_on": LATER}, "2025-09-02", {"settled_on": BEFORE}),
]


def judged(asked: dict[str, Any], question: str, about: str) -> LoanApplication:
    return usaha(**asked, judgements={question: replace(YES, about=about)})


@pytest.mark.parametrize(("rule", "question", "asked", "about", "other"), JUDGED)
def test_an_opinion_counts_for_what_was_judged_and_for_nothing_else(
    rule: str, question: str, asked: dict[str, Any], about: str, other: dict[str, Any]
) -> None:
    assert outcome(judged(asked, question, about), rule) is MET
    assert outcome(judged(asked | other, question, about), rule) is UNKNOWN


@pytest.mark.parametrize(("rule", "question", "asked", "about", "other"), JUDGED)
def test_an_opinion_given_before_there_was_anything_to_judge_does_not_count_for_what_came_later(
    rule: str, question: str, asked: dict[str, Any], about: str, other: dict[str, Any]
) -> None:
    assert outcome(judged(asked, question, ""), rule) is UNKNOWN


def test_what_no_longer_counts_is_no_evidence() -> None:
    named = "Siti, 2 Maret 2026: hasil survei"
    told = {"amount": 20 * JUTA}
    assert evidence_of(judged(told, "amount_reviewed", "20000000"))["amount_reviewed"] == named
    assert "amount_reviewed" not in evidence_of(judged(told, "amount_reviewed", "25000000"))


def test_an_opinion_on_the_applicant_as_a_whole_stays_whatever_is_asked() -> None:
    for asked in ({"amount": 20 * JUTA}, {"amount": 30 * JUTA, "term_months": 12}):
        assert outcome(judged(asked, "character", ""), "VI.2.a.4") is MET
