"""By what the twelve goals of Pasal 2 ayat (2) are measured, and for which kind of binaan."""

import pytest

from domain.blitar.goals_and_tasks import Goal
from domain.blitar.indicators import Indicator, Shape, goals_of, in_words, indicators_of, measured_by
from domain.blitar.kinds import SubjectKind

KOPERASI, MIKRO = SubjectKind.CLIENT_COOPERATIVE, SubjectKind.CLIENT_MICRO


@pytest.mark.parametrize(("kind", "letters"), [(KOPERASI, "abcdefg"), (MIKRO, "ghijkl")])
def test_a_koperasi_has_the_goals_a_to_g_and_a_micro_business_g_to_l(kind, letters):
    assert "".join(goal.letter for goal in goals_of(kind)) == letters


def test_every_goal_is_measured_by_something_and_every_indicator_by_one_goal():
    assert all(measured_by(goal) for goal in Goal)
    assert sorted(one for goal in Goal for one in measured_by(goal)) == sorted(Indicator)


def test_only_the_quality_of_products_is_measured_at_both_kinds():
    both = set(indicators_of(KOPERASI)) & set(indicators_of(MIKRO))
    assert both == {Indicator.STANDARD_PACKAGING, Indicator.QUALITY_TEST}
    assert set(indicators_of(KOPERASI)) | set(indicators_of(MIKRO)) == {*Indicator}


def test_indicators_stand_in_the_order_of_their_goals():
    for kind in (KOPERASI, MIKRO):
        letters = [one.goal.letter for one in indicators_of(kind)]
        assert letters == sorted(letters)


def test_legality_is_measured_by_five_papers():
    labels = [one.label for one in measured_by(Goal.MICRO_LEGALITY)]
    assert labels == ["NIB", "NPWP", "P-IRT", "Sertifikat halal", "Merek terdaftar"]
    assert {one.shape for one in measured_by(Goal.MICRO_LEGALITY)} == {Shape.YES_NO}


@pytest.mark.parametrize(
    ("indicator", "value", "words"),
    [
        (Indicator.HALAL, 1, "ada"),
        (Indicator.HALAL, 0, "belum ada"),
        (Indicator.SALES_CHANNELS, 0, "0"),
        (Indicator.ACTIVE_MEMBERS, 1_250, "1.250"),
        (Indicator.ANNUAL_SALES, 68_000_000, "Rp68.000.000"),
        (Indicator.BUSINESS_LOANS, 0, "Rp0"),
    ],
)
def test_a_value_is_read_by_its_shape(indicator, value, words):
    assert in_words(indicator, value) == words


@pytest.mark.parametrize("indicator", Indicator)
def test_what_nobody_measured_is_not_known_and_no_zero(indicator):
    assert in_words(indicator, None) == "belum diketahui" != in_words(indicator, 0)
