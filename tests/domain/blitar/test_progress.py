"""Baseline against latest: what moved, what stands still, what nobody knows yet."""

from datetime import date, timedelta

import pytest

from domain.blitar.caseload.progress import GoalStep, Movement, Rung, ladder, movement_of
from domain.blitar.goals_and_tasks import Goal
from domain.blitar.indicators import Indicator, Measured, goals_of
from domain.blitar.kinds import SubjectKind

DAY = date(2026, 3, 2)
MIKRO = SubjectKind.CLIENT_MICRO
NIB, TAX, SALES = Indicator.BUSINESS_NUMBER, Indicator.TAX_NUMBER, Indicator.ANNUAL_SALES
UP, SAME, DOWN, NOT_MEASURED, UNKNOWN = Movement


def measured(indicator, value, days=0, evidence="foto"):
    return Measured(indicator, value, DAY + timedelta(days=days), evidence)


def rung(indicator, first, last, evidence="foto"):
    """A rung of plain values; None is not known."""
    return Rung(
        indicator,
        None if first is None else measured(indicator, first),
        None if last is None else measured(indicator, last, 30, evidence),
    )


@pytest.mark.parametrize(
    ("first", "last", "expected"),
    [
        (0, 1, UP),
        (1, 0, DOWN),
        (0, 0, SAME),
        (1, 1, SAME),
        (0, None, NOT_MEASURED),
        (1, None, NOT_MEASURED),
        (None, 0, UNKNOWN),
        (None, 1, UNKNOWN),
        (None, None, UNKNOWN),
    ],
)
def test_a_missing_baseline_or_measurement_is_never_a_standstill(first, last, expected):
    assert rung(NIB, first, last).movement is expected


@pytest.mark.parametrize(("last", "expected"), [(99, DOWN), (100, SAME), (101, UP)])
def test_one_rupiah_more_is_a_rise_and_one_less_a_fall(last, expected):
    assert rung(SALES, 100, last).movement is expected


@pytest.mark.parametrize(
    ("first", "last", "evidence", "shown"),
    [(0, 1, "salinan NIB", True), (0, 1, "", False), (0, 1, "  ", False), (1, 1, "salinan", False)],
)
def test_only_a_rise_with_a_paper_or_photo_is_shown(first, last, evidence, shown):
    assert rung(NIB, first, last, evidence).is_shown is shown


@pytest.mark.parametrize(
    ("parts", "expected"),
    [
        ([UP, UP], UP),
        ([UP, SAME], UP),
        ([UP, NOT_MEASURED, UNKNOWN], UP),
        ([UP, DOWN], DOWN),
        ([DOWN, SAME], DOWN),
        ([SAME, NOT_MEASURED], SAME),
        ([NOT_MEASURED, UNKNOWN], NOT_MEASURED),
        ([UNKNOWN], UNKNOWN),
        ([], UNKNOWN),
    ],
)
def test_several_go_up_together_unless_one_fell(parts, expected):
    assert movement_of(parts) is expected
    assert movement_of(reversed(parts)) is expected


@pytest.mark.parametrize(
    ("rungs", "shown"),
    [
        ([rung(NIB, 0, 1), rung(TAX, 0, 1)], True),
        ([rung(NIB, 0, 1), rung(TAX, 0, 1, "")], False),
        ([rung(NIB, 0, 1), rung(TAX, 1, 1, "")], True),  # what did not rise needs no evidence
        ([rung(NIB, 0, 1), rung(TAX, 1, 0)], False),  # a goal that fell is not shown as risen
        ([rung(NIB, 1, 1)], False),
    ],
)
def test_a_goal_is_shown_when_every_rise_in_it_is(rungs, shown):
    assert GoalStep(Goal.MICRO_LEGALITY, tuple(rungs)).is_shown is shown


def test_a_ladder_holds_every_goal_of_the_kind_also_what_nobody_measured():
    found = ladder(MIKRO, {NIB: rung(NIB, 0, 1)})
    assert tuple(step.goal for step in found) == goals_of(MIKRO)
    by_goal = {step.goal: step for step in found}
    assert by_goal[Goal.MICRO_LEGALITY].movement is UP
    assert len(by_goal[Goal.MICRO_LEGALITY].rungs) == 5
    assert {step.movement for goal, step in by_goal.items() if goal != Goal.MICRO_LEGALITY} == {UNKNOWN}


def test_what_was_measured_before_the_baseline_says_nothing():
    early = Rung(SALES, measured(SALES, 100, 30), measured(SALES, 200, 0))
    assert early.movement is NOT_MEASURED
