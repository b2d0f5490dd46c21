"""Moving up is proposed with a reason and decided by a person; the text gives no measure."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from domain.blitar.caseload.progress import Rung, ladder
from domain.blitar.caseload.upgrade import (
    UpgradeDecision,
    UpgradeOutcome,
    UpgradeProposed,
    decision_problems,
    proposal_problems,
    provision_of,
    risen,
    title_of,
)
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.indicators import Indicator, Measured
from domain.blitar.kinds import SubjectKind

KOPERASI, MIKRO = SubjectKind.CLIENT_COOPERATIVE, SubjectKind.CLIENT_MICRO
PROPOSED, TODAY = date(2026, 5, 4), date(2026, 5, 20)
REASON = "NIB terbit dan penjualan naik tiga bulan berturut-turut"
DECISION = UpgradeDecision(outcome=UpgradeOutcome.CONFIRMED, reason="Bukti lengkap", on=TODAY)


def steps(**values):
    """The ladder of a micro business from (baseline, latest) of some indicators."""
    rungs = {}
    for name, (first, last) in values.items():
        one = Indicator(name)
        rungs[one] = Rung(one, Measured(one, first, PROPOSED), Measured(one, last, TODAY))
    return ladder(MIKRO, rungs)


def fields(problems):
    return {one.field for one in problems}


@pytest.mark.parametrize(
    ("values", "is_enough"),
    [
        ({"business_number": (0, 1)}, True),
        ({"business_number": (0, 1), "annual_sales": (100, 90)}, True),  # another goal fell
        ({"business_number": (0, 1), "tax_number": (1, 0)}, False),  # the same goal fell
        ({"business_number": (1, 1)}, False),
        ({"annual_sales": (100, 90)}, False),
        ({}, False),
    ],
)
def test_a_proposal_needs_a_goal_that_rose(values, is_enough):
    assert fields(proposal_problems(steps(**values), UpgradeProposed(reason=REASON))) == (
        set() if is_enough else {"goals"}
    )


@pytest.mark.parametrize(("reason", "wrong"), [("", True), (" \n", True), ("x" * 5_000, False)])
def test_a_proposal_says_why_the_rise_is_enough(reason, wrong):
    found = proposal_problems(steps(business_number=(0, 1)), UpgradeProposed(reason=reason))
    assert fields(found) == ({"reason"} if wrong else set())
    assert all("Pasal 1 angka 14" in one.sentence for one in found)


def test_a_reason_is_not_endless():
    endless = UpgradeProposed(reason="x" * 5_001)
    assert fields(proposal_problems(steps(business_number=(0, 1)), endless)) == {"reason"}


def test_a_rise_without_evidence_is_a_rise():
    assert [step.goal for step in risen(steps(business_number=(0, 1)))] == [Goal.MICRO_LEGALITY]


@pytest.mark.parametrize(
    ("changes", "wrong"),
    [
        ({}, set()),
        ({"on": PROPOSED}, set()),
        ({"on": PROPOSED - timedelta(days=1)}, {"on"}),
        ({"on": TODAY + timedelta(days=1)}, {"on"}),
        ({"reason": " "}, {"reason"}),
        ({"number": "x" * 300}, set()),
        ({"number": "x" * 301}, {"number"}),
        ({"outcome": UpgradeOutcome.DECLINED, "reason": ""}, {"reason"}),
    ],
)
def test_a_decision_has_a_reason_and_a_day_between_the_proposal_and_today(changes, wrong):
    assert fields(decision_problems(replace(DECISION, **changes), PROPOSED, TODAY)) == wrong


def test_a_koperasi_becomes_berkualitas_and_a_micro_business_moves_up():
    assert (provision_of(KOPERASI).place, title_of(KOPERASI)) == (
        "Pasal 1 angka 13",
        "Koperasi Berkualitas",
    )
    assert (provision_of(MIKRO).place, title_of(MIKRO)) == ("Pasal 1 angka 14", "Usaha Mikro Naik Kelas")
