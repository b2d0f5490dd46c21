"""Names typed on a telephone, in Word or copied from a page are the same name."""

import pytest

from domain.same_letters import same_form


@pytest.mark.parametrize("mark", ["'", "’", "‘", "ʼ", "`", "´", "ʻ", "′", "＇"])
def test_every_apostrophe_is_the_same(mark):
    assert same_form(f"Koperasi Ma{mark}arif") == "koperasi ma arif"


@pytest.mark.parametrize(
    "name",
    [
        "Warung Bu Ani",
        "Warung\xa0Bu\u2009Ani",  # blanks that do not break a line
        "Wаrung Bu Аni",  # Cyrillic а and А
        "Wαrung Βu Ani",  # Greek α and Β
        "Ｗａｒｕｎｇ Ｂｕ Ａｎｉ",  # full width
        "Wárung Bù Añi",
        "Wa\u0301rung Bu\u0300 Ani",  # the same accents, each a letter of its own
        "War\u200bung Bu\u00ad Ani\ufeff",  # marks that nobody sees
        "WARUNG  bu-ani",
    ],
)
def test_letters_that_look_the_same_are_the_same(name):
    assert same_form(name) == "warung bu ani"


def test_whole_words_in_letters_of_another_script_read_as_they_look():
    assert same_form("КОРЕТ ХУМАН".replace("У", "Y")) == "kopet xymah"
    assert same_form("сору") == "copy"


def test_names_that_differ_stay_apart():
    forms = {same_form(name) for name in ("Jumat", "Jum'at", "Warung 1", "Warung l", "Sumber", "Sumber 2")}
    assert len(forms) == 6
    assert same_form("%_* ’") == ""
