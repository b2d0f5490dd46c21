"""Lampiran Romawi IV angka 3 and 4: the criteria for LKM and Sentra UKM."""

from typing import Any

import pytest

from domain.regulation.assessment import Verdict
from domain.regulation.truth import MET, NOT_MET, UNKNOWN, Truth
from domain.sampang.kinds import CreditHistory
from tests.domain.sampang.builders import JUTA, assessed, law, lkm, outcome, sentra, settled, tanah, verdict

PROGRAMME = CreditHistory.PROGRAMME


@pytest.mark.parametrize(("build", "number"), [(lkm, "3"), (sentra, "4")])
@pytest.mark.parametrize(
    ("huruf", "changes", "expected"),
    [
        ("a", {"agency_legality": True}, MET),
        ("a", {"agency_legality": False}, NOT_MET),
        ("a", {"agency_legality": None}, UNKNOWN),
        ("b", {"statutes_approved": True}, MET),
        ("b", {"statutes_approved": False}, NOT_MET),
        ("b", {"statutes_approved": None}, UNKNOWN),
        ("c", {"judgements": {"board_works": True}}, MET),
        ("c", {"judgements": {"board_works": False}}, NOT_MET),
        ("c", {"judgements": {"board_works": None}}, UNKNOWN),
        ("d", {"registered_members": 19}, NOT_MET),
        ("d", {"registered_members": 20}, MET),
        ("d", {"registered_members": 21}, MET),
        ("d", {"registered_members": None}, UNKNOWN),
        ("e", {"credit_history": CreditHistory.NONE}, MET),
        ("e", {"credit_history": CreditHistory.ORDINARY}, MET),
        ("e", {"credit_history": PROGRAMME, "judgements": {"credit_used_well": True}}, MET),
        ("e", {"credit_history": PROGRAMME, "judgements": {"credit_used_well": False}}, NOT_MET),
        ("e", {"credit_history": PROGRAMME}, UNKNOWN),
        ("e", {"credit_history": None}, UNKNOWN),
        # 130 % of 20 juta is 26 juta.
        ("f", {"collateral": (tanah(26 * JUTA - 1),)}, NOT_MET),
        ("f", {"collateral": (tanah(26 * JUTA),)}, MET),
        ("f", {"collateral": (tanah(26 * JUTA + 1),)}, MET),
        ("f", {"collateral": (tanah(None),)}, UNKNOWN),
    ],
)
def test_a_criterion_for_lkm_and_sentra_is_met_not_met_or_not_known(
    build: Any, number: str, huruf: str, changes: dict[str, Any], expected: Truth
) -> None:
    assert outcome(build(**changes), f"IV.{number}.{huruf}") is expected


@pytest.mark.parametrize("build", [lkm, sentra])
@pytest.mark.parametrize(("selected", "expected"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_selection_by_the_team_applies_to_lkm_and_sentra_too(
    build: Any, selected: bool | None, expected: Truth
) -> None:
    assert outcome(build(judgements={"selected": selected}), "VI.2.b") is expected


@pytest.mark.parametrize("build", [lkm, sentra])
@pytest.mark.parametrize(("used_well", "expected"), [(True, MET), (False, NOT_MET), (None, UNKNOWN)])
def test_the_wider_reading_counts_ordinary_credit_of_lkm_and_sentra(
    build: Any, used_well: bool | None, expected: Truth
) -> None:
    application = build(credit_history=CreditHistory.ORDINARY, judgements={"credit_used_well": used_well})
    rule = "IV.3.e" if build is lkm else "IV.4.e"
    assert outcome(application, rule, law(practice=settled("S-30", "B"))) is expected


@pytest.mark.parametrize("build", [lkm, sentra])
def test_nothing_is_transplanted_from_the_criteria_of_others(build: Any) -> None:
    # S-35: no two years, no arrears rule, no lease rule.
    ids = {finding.rule.id for finding in assessed(build()).findings}
    assert not {name for name in ids if name.startswith(("IV.1", "IV.2"))}


@pytest.mark.parametrize("build", [lkm, sentra])
@pytest.mark.parametrize(
    ("amount", "expected"),
    [(4_999_999, Verdict.NOT_QUALIFIED), (5_000_000, Verdict.QUALIFIES), (5_000_001, Verdict.QUALIFIES)],
)
def test_lkm_and_sentra_borrow_five_million_or_more(build: Any, amount: int, expected: Verdict) -> None:
    application = build(amount=amount)
    assert assessed(application).verdict_in_use is expected


@pytest.mark.parametrize("build", [lkm, sentra])
def test_lkm_and_sentra_borrow_up_to_the_ceiling_of_their_collateral(build: Any) -> None:
    assert verdict(build(amount=100 * JUTA, collateral=(tanah(200 * JUTA),))) is Verdict.QUALIFIES
    above = build(amount=100 * JUTA + 1, collateral=(tanah(200 * JUTA),))
    assert outcome(above, "VIII.1.b") is NOT_MET
