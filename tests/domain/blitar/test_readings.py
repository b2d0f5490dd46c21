"""The readings of Perbup Blitar 3/2023 as data, and the exact places that they name."""

from datetime import date

import pytest

from domain.blitar.instruments import PERBUP_3_2023, PP_7_2021, UU_30_2014, at
from domain.blitar.readings import READINGS
from domain.regulation.interpretations import Weight

# By hand, from the table of readings.
OF_THE_VERDICT = [f"B-{number:02}" for number in range(1, 25)]
OF_PROCEDURE = [f"B-{number:02}" for number in range(25, 32)]
COMPUTED = {
    "B-01": "AB",
    "B-02": "AB",
    "B-03": "AB",
    "B-05": "AB",
    "B-06": "AB",
    "B-07": "AB",
    "B-09": "AB",
    "B-11": "AB",
    "B-12": "AB",
    "B-14": "ABC",
    "B-17": "AB",
    "B-18": "AB",
    "B-19": "AB",
    "B-22": "AB",
    "B-23": "AB",
}


def test_the_questions_stand_in_the_order_of_their_numbers_and_with_their_weight() -> None:
    assert list(READINGS) == OF_THE_VERDICT + OF_PROCEDURE
    assert all(entry.id == key for key, entry in READINGS.items())
    assert [k for k, entry in READINGS.items() if entry.weight is Weight.VERDICT] == OF_THE_VERDICT


@pytest.mark.parametrize("key", OF_THE_VERDICT + OF_PROCEDURE)
def test_the_default_is_the_one_of_the_table(key: str) -> None:
    assert READINGS[key].default == "A"


@pytest.mark.parametrize("key", OF_THE_VERDICT + OF_PROCEDURE)
def test_the_computed_readings_are_the_agreed_ones_and_the_rest_says_why_not(key: str) -> None:
    entry = READINGS[key]
    assert "".join(entry.computed) == COMPUTED.get(key, "")
    assert (entry.computed == entry.letters) == (entry.recorded_because == "")


def test_no_question_is_settled_before_the_office_has_settled_it() -> None:
    assert [key for key, entry in READINGS.items() if entry.settlement] == []


def test_every_question_lists_at_least_two_readings_lettered_from_a() -> None:
    for key, entry in READINGS.items():
        assert len(entry.readings) >= 2, key
        assert "".join(entry.letters) == "ABCD"[: len(entry.readings)], key


def test_every_question_is_one_question_and_every_reading_one_sentence() -> None:
    for key, entry in READINGS.items():
        assert entry.question.endswith("?"), key
        assert entry.question.count("?") == 1, key
        for _, sentence in entry.readings:
            assert sentence.endswith("."), key
            assert ". " not in sentence, key
        assert entry.reason.endswith("."), key
        assert entry.reason.count(". ") <= 1, key


def test_the_regulation_is_quoted_in_fragments_of_a_few_words() -> None:
    for key, entry in READINGS.items():
        assert any(place.words for place in entry.places), key
        for place in entry.places:
            assert len(place.words.split()) <= 9, (key, place.words)


@pytest.mark.parametrize(
    ("short", "place"),
    [
        ("7.d", "Pasal 7 huruf d"),
        ("7.m", "Pasal 7 huruf m"),
        ("12.r", "Pasal 12 huruf r"),
        ("9(1)", "Pasal 9 ayat (1)"),
        ("9(2).e", "Pasal 9 ayat (2) huruf e"),
        ("2(2).l", "Pasal 2 ayat (2) huruf l"),
        ("5(3).i", "Pasal 5 ayat (3) huruf i"),
        ("1.12", "Pasal 1 angka 12"),
        ("1.1", "Pasal 1 angka 1"),
        ("10", "Pasal 10"),
        ("17", "Pasal 17"),
        ("Menimbang b", "Menimbang huruf b"),
        ("Mengingat 6", "Mengingat angka 6"),
        ("Judul", "Judul Peraturan"),
    ],
)
def test_a_short_place_is_written_out_exactly(short: str, place: str) -> None:
    cited = at(short, "beberapa kata")
    assert (cited.place, cited.short, cited.words) == (place, short, "beberapa kata")
    assert str(cited) == f"Perbup Blitar 3/2023, {place}"


@pytest.mark.parametrize(
    "short",
    [
        "", " 7.d", "7.d ", "7.d\n", "7.", "7.D", "7.dd", "7.n", "3.d", "12.s", "8.f", "0", "18", "7(1)",
        "7.4", "9(3)", "9(0)", "9(1).a", "9(2).f", "2(2).m", "5(2).a", "1.16", "1.0", "1.a", "1(1)",
        "10.a", "Pasal 7", "7.d/penetapan", "Menimbang", "Menimbang d", "Mengingat 12", "judul",
    ],
)  # fmt: skip
def test_a_place_that_the_regulation_does_not_have_is_refused(short: str) -> None:
    with pytest.raises(ValueError, match="not a place in Perbup Blitar 3/2023"):
        at(short)


def test_a_long_quotation_is_refused() -> None:
    with pytest.raises(ValueError, match="a few words"):
        at("7.d", "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas")


def test_each_instrument_is_in_force_from_its_own_day() -> None:
    assert PERBUP_3_2023.key == "perbup-blitar-3-2023"
    assert PERBUP_3_2023.in_force_since == date(2023, 1, 6)
    assert PP_7_2021.in_force_since == date(2021, 2, 2)
    assert UU_30_2014.in_force_since == date(2014, 10, 17)
