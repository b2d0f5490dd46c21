"""An address names a choice in words that people read; what older links name is still understood."""

import pytest

from domain.blitar.caseload.attention import AttentionKind
from domain.sampang.kinds import BorrowerKind
from pages.parts.address import choice_of, word_of


def test_a_choice_is_named_in_its_words():
    assert word_of(AttentionKind.FOLLOW_UPS) == "tindak-lanjut-lewat-batas"


@pytest.mark.parametrize("told", ["usaha-kecil-atau-menengah", "small_or_medium"])
def test_both_names_are_understood(told):
    assert choice_of(BorrowerKind, told) is BorrowerKind.SMALL_OR_MEDIUM


@pytest.mark.parametrize("told", ["", None, "xyz", "SMALL_OR_MEDIUM"])
def test_any_other_is_none(told):
    assert choice_of(BorrowerKind, told) is None


@pytest.mark.parametrize("kind", [AttentionKind, BorrowerKind])
def test_no_two_choices_share_a_word(kind):
    assert len({word_of(one) for one in kind}) == len(kind)
