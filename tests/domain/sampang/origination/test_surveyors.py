"""Surveyors may differ: the difference is told with names, and nothing is averaged (VI.2.a, VII.4)."""

from dataclasses import replace
from datetime import date

import pytest

from domain.sampang.origination.records import Element, SurveyFinding
from domain.sampang.origination.surveyors import common, differences

A = SurveyFinding(
    surveyor="Ani",
    element=Element.AGENCY,
    on=date(2026, 3, 2),
    notes={},
    character_good=True,
    region_supports=True,
    amount=10_000_000,
    term_months=24,
)
B = replace(A, surveyor="Budi", element=Element.BANK)
C = replace(A, surveyor="Citra", element=Element.REVENUE)


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"amount": 12_500_000}, "Jumlah berbeda: Rp10.000.000 menurut Ani; Rp12.500.000 menurut Budi."),
        ({"term_months": 36}, "Jangka waktu berbeda: 24 bulan menurut Ani; 36 bulan menurut Budi."),
        ({"character_good": False}, "Karakter pemohon baik berbeda: ya menurut Ani; tidak menurut Budi."),
        ({"region_supports": False}, "Wilayah mendukung berbeda: ya menurut Ani; tidak menurut Budi."),
    ],
)
def test_each_difference_is_one_sentence_with_the_names(changed, told):
    assert differences([A, replace(B, **changed)]) == (told,)


@pytest.mark.parametrize("field", ["amount", "term_months", "character_good", "region_supports"])
def test_who_says_nothing_differs_from_nobody(field):
    assert differences([A, replace(B, **{field: None})]) == ()


def test_those_who_say_the_same_stand_together():
    (told,) = differences([A, replace(B, amount=9_000_000), C])
    assert told == "Jumlah berbeda: Rp10.000.000 menurut Ani, Citra; Rp9.000.000 menurut Budi."


@pytest.mark.parametrize("findings", [[], [A], [A, B, C]])
def test_surveyors_who_agree_have_no_difference(findings):
    assert differences(findings) == ()


@pytest.mark.parametrize(
    ("said", "shared"),
    [
        ([10_000_000, 10_000_000], 10_000_000),
        ([10_000_000, None], 10_000_000),
        ([10_000_000, 9_000_000], None),
        ([None, None], None),
        ([], None),
    ],
)
def test_only_what_every_speaker_said_alike_is_common(said, shared):
    findings = [replace(A, amount=amount) for amount in said]
    assert common(findings, lambda one: one.amount) == shared


def test_a_no_that_all_share_is_common_and_is_not_a_silence():
    findings = [replace(A, character_good=False), replace(B, character_good=None)]
    assert common(findings, lambda one: one.character_good) is False
