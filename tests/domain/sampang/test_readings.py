from datetime import date

import pytest

from domain.regulation.basis import basis_of
from domain.regulation.interpretations import Doubt, Ender, Settlement, Weight
from domain.sampang.instruments import PERBUP_20_2015, PP_7_2021, UU_20_2008, UU_30_2014, at
from domain.sampang.law import SAMPANG_LOANS
from domain.sampang.readings import READINGS
from tests.domain.sampang.builders import FILED, law, settled

# By hand, from the table of readings.
_VERDICT_IDS = """
S-01 S-02 S-03 S-04 S-05 S-06 S-07 S-08 S-09 S-10 S-11 S-12 S-13 S-14 S-15 S-16 S-17 S-18 S-19 S-20
S-21 S-22 S-23 S-24 S-25 S-26 S-27 S-28 S-29 S-30 S-31 S-32 S-33 S-34 S-35 S-36 S-37 S-38 S-39 S-40
S-41 S-42 S-43 S-44 S-45 S-46 S-47 S-48 S-49 S-50 S-51 S-59 S-61 S-62 S-63 S-67
"""
_PROCEDURE_IDS = """
S-52 S-53 S-54 S-55 S-56 S-57 S-58 S-60 S-64 S-65 S-66 S-68
O-01 O-02 O-03 O-04 O-05 O-06 O-07 O-08 O-09 O-10 O-11 O-12 O-13 O-14 O-15 O-16
O-17 O-18 O-19 O-20 O-21 O-22 O-23 O-24 O-25 O-26 O-27 O-28 O-29 O-30 O-31
"""
OF_THE_VERDICT = _VERDICT_IDS.split()
OF_PROCEDURE = _PROCEDURE_IDS.split()
DEFAULT_OTHER_THAN_A = {"S-05": "B", "S-06": "D", "S-08": "B", "S-25": "B"}
COMPUTED = {
    "S-01": "AB",
    "S-02": "AB",
    "S-03": "AB",
    "S-04": "ABC",
    "S-05": "AB",
    "S-06": "ABCD",
    "S-07": "AB",
    "S-08": "AB",
    "S-10": "AB",
    "S-12": "ABC",
    "S-13": "AB",
    "S-16": "AB",
    "S-17": "AB",
    "S-18": "AB",
    "S-19": "AB",
    "S-20": "AB",
    "S-21": "AB",
    "S-22": "AB",
    "S-23": "AB",
    "S-25": "ABC",
    "S-26": "AB",
    "S-27": "AB",
    "S-29": "AB",
    "S-30": "AB",
    "S-32": "AB",
    "S-33": "ABC",
    "S-37": "AB",
    "S-39": "AB",
    "S-45": "AB",
    "S-47": "AB",
    "S-48": "AB",
    "S-49": "AB",
    "S-59": "AB",
    "S-62": "AB",
    "S-63": "AB",
    "S-67": "AB",
}
_RULE_IDS = """
IV.1.a IV.1.b IV.1.c IV.1.d IV.1.e IV.1.f IV.1.g IV.1.h IV.1.i IV.1.j IV.1.k IV.1.l
IV.2 IV.2.a IV.2.a/penilaian IV.2.b IV.2.c IV.2.d IV.2.e IV.2.f IV.2.g IV.2.h
IV.3.a IV.3.b IV.3.c IV.3.d IV.3.e IV.3.f IV.3.g IV.4.a IV.4.b IV.4.c IV.4.d IV.4.e IV.4.f IV.4.g
IV.2.g.1 IV.2.g.2 III.9 VIII.1.b VIII.1.b/minimal VIII.1.b/tinjauan III.6 III.6/tenggang III.7
III.1 III.2 III.3 III.4 III.5 III.8 III.10 V.1 VI.1 VI.1/proposal VI.2.a.1 VI.2.a.2 VI.2.a.3 VI.2.a.4 VI.2.a.5
VI.2.b VI.2.b/penetapan VI.2.c VI.3 VII.1 VII.2 VII.3 VII.4 VII.5 VII.6 VII.7 VII.8 VII.9 VII.10
VIII.1.a VIII.1.c VIII.1.d VIII.2.a VIII.2.b VIII.2.c VIII.4.d VIII.2.b.1 VIII.2.b.2 VIII.2.b.3
VIII.2.b.4 VIII.2.b.5 VIII.2.b.6 VIII.2.d VIII.3.a VIII.3.b VIII.4 VIII.5.a VIII.5.b VIII.5.c VIII.5.d
VIII.5.e VIII.5.f VIII.5.g VIII.5.h VIII.5.i IX.1 IX.2 IX.3
"""
RULES_OF_THE_PROGRAMME = {"Pasal II", *_RULE_IDS.split()}


def test_the_table_tells_the_questions_of_the_verdict_from_those_of_procedure() -> None:
    of_the_verdict = [k for k, entry in READINGS.items() if entry.weight is Weight.VERDICT]
    of_procedure = [k for k, entry in READINGS.items() if entry.weight is Weight.PROCEDURE]
    assert of_the_verdict == OF_THE_VERDICT
    assert of_procedure == OF_PROCEDURE


def test_the_questions_stand_in_the_order_of_their_numbers() -> None:
    of_loans = [f"S-{number:02}" for number in range(1, 69)]
    of_servicing = [f"O-{number:02}" for number in range(1, 32)]
    assert list(READINGS) == of_loans + of_servicing
    assert all(entry.id == key for key, entry in READINGS.items())


@pytest.mark.parametrize("key", OF_THE_VERDICT + OF_PROCEDURE)
def test_the_default_is_the_one_of_the_table(key: str) -> None:
    assert READINGS[key].default == DEFAULT_OTHER_THAN_A.get(key, "A")


@pytest.mark.parametrize("key", OF_THE_VERDICT + OF_PROCEDURE)
def test_the_computed_readings_are_the_agreed_ones_and_the_rest_says_why_not(key: str) -> None:
    entry = READINGS[key]
    assert "".join(entry.computed) == COMPUTED.get(key, "")
    all_computed = entry.computed == entry.letters
    assert all_computed == (entry.recorded_because == "")


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
        assert any(place.words for place in entry.places) or key == "S-61", key
        for place in entry.places:
            assert len(place.words.split()) <= 9, (key, place.words)


def test_every_citation_names_an_exact_place() -> None:
    beginnings = ("Lampiran Romawi ", "Pasal ", "Menimbang ", "Mengingat ", "Judul ")
    for key, entry in READINGS.items():
        assert entry.places, key
        for place in entry.places:
            assert place.place.startswith(beginnings), key


def test_every_rule_that_a_question_bears_on_is_a_rule_of_the_programme() -> None:
    for key, entry in READINGS.items():
        assert set(entry.rules) <= RULES_OF_THE_PROGRAMME, key
        assert len(set(entry.rules)) == len(entry.rules), key
        assert entry.rules or entry.weight is Weight.PROCEDURE, key


@pytest.mark.parametrize(
    ("short", "place"),
    [
        ("IV.2.g.2", "Lampiran Romawi IV angka 2 huruf g butir 2"),
        ("VIII.2.b.3", "Lampiran Romawi VIII angka 2 huruf b butir 3"),
        ("VI.2.a.4", "Lampiran Romawi VI angka 2 huruf a butir 4"),
        ("VIII.1.b", "Lampiran Romawi VIII angka 1 huruf b"),
        ("III.6", "Lampiran Romawi III angka 6"),
        ("III.10", "Lampiran Romawi III angka 10"),
        ("VIII", "Lampiran Romawi VIII"),
        ("Menimbang b", "Menimbang huruf b"),
        ("Mengingat 5", "Mengingat angka 5"),
        ("Pasal I", "Pasal I"),
        ("Pasal II", "Pasal II"),
        ("Judul", "Judul Peraturan"),
    ],
)
def test_a_short_place_is_written_out_exactly(short: str, place: str) -> None:
    cited = at(short, "beberapa kata")
    assert cited.place == place
    assert cited.short == short
    assert cited.words == "beberapa kata"
    assert str(cited) == f"Perbup Sampang 20/2015, {place}"


@pytest.mark.parametrize(
    "short",
    [
        "",
        " IV.2.g",
        "IV.2.g ",
        "IV.2.g\n",
        "IV.",
        "IV.2.",
        "IV.0",
        "IV.g",
        "IV.2.G",
        "IV.2.gg",
        "IV.2.g.2.1",
        "IV.2.g.0",
        "IV 2 g",
        "4.2.g",
        "IIII.1",
        "I.1",
        "X.1",
        "VIII.1.b/minimal",
        "Menimbang",
        "Menimbang e",
        "Mengingat 18",
        "Pasal III",
        "Pasal 2",
    ],
)
def test_a_malformed_short_place_is_refused(short: str) -> None:
    with pytest.raises(ValueError, match="not a place in Perbup Sampang 20/2015"):
        at(short)


def test_a_long_quotation_is_refused() -> None:
    with pytest.raises(ValueError, match="a few words"):
        at(
            "IV.2.d",
            "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas dua belas",
        )


def test_each_instrument_is_in_force_from_its_own_day() -> None:
    assert PERBUP_20_2015.key == "perbup-sampang-20-2015"
    assert PERBUP_20_2015.in_force_since == date(2015, 5, 4)
    assert UU_20_2008.in_force_since == date(2008, 7, 4)
    assert UU_30_2014.in_force_since == date(2014, 10, 17)
    assert PP_7_2021.in_force_since == date(2021, 2, 2)


# ---- kinds of doubt, by hand -----------------------------------------------------------------------
_CONTRADICTIONS = "S-01 S-12 S-21 S-28 S-39 S-40 S-45 S-49 S-52 S-53 S-55 S-56 S-67"
_FOR_THE_TEAM = "S-15 S-17 S-18 S-31 S-39 S-48 S-59 O-17"


def test_two_places_that_do_not_agree_are_called_a_contradiction() -> None:
    found = [key for key, entry in READINGS.items() if entry.doubt is Doubt.CONTRADICTION]
    assert found == _CONTRADICTIONS.split()


def test_the_only_text_that_is_not_at_hand_is_the_one_that_is_changed() -> None:
    assert [key for key, entry in READINGS.items() if entry.doubt is Doubt.MISSING_TEXT] == ["S-58"]


def test_what_is_ruled_file_by_file_is_ended_by_the_team() -> None:
    assert [key for key, entry in READINGS.items() if entry.ended_by is Ender.TEAM] == _FOR_THE_TEAM.split()


# ---- servicing, by hand from its chapter -------------------------------------------------------------
SERVICING = [f"O-{number:02}" for number in range(1, 32)]
_BANK_FILE_ROWS = [f"O-{number}" for number in range(23, 31)]
_MORE_THAN_TWO_READINGS = {"O-12": "ABC", "O-13": "ABCD", "O-19": "ABC"}


@pytest.mark.parametrize("key", SERVICING)
def test_what_is_left_open_about_servicing_is_a_gap_of_which_one_reading_is_worked_by(key: str) -> None:
    entry = READINGS[key]
    assert entry.doubt is Doubt.GAP
    assert "".join(entry.letters) == _MORE_THAN_TWO_READINGS.get(key, "AB")
    assert entry.applied == ("A",)
    assert "bekerja menurut bacaan A" in entry.recorded_because
    assert "belum ikut dihitung" in entry.recorded_because


def test_how_the_rows_of_the_banks_file_are_read_rests_on_its_monthly_report() -> None:
    for key in _BANK_FILE_ROWS:
        assert [place.short for place in READINGS[key].places] == ["VII.8"], key
        assert READINGS[key].rules == ("VII.8",), key


def test_the_office_can_settle_every_reading_of_servicing_and_the_settled_one_is_told() -> None:
    for key in SERVICING:
        entry = READINGS[key]
        assert entry.choosable == entry.letters, key
        told = Settlement("B", date(2026, 3, 2), "Kepala Dinas", "188/7/2026")
        assert entry.settled(told).in_use == "B", key


# O-13 touches the bar of the red list, on which a verdict hangs, but the verdict itself rests on S-38.
@pytest.mark.parametrize("key", [key for key in SERVICING if key != "O-13"])
def test_each_provision_that_is_silent_on_servicing_names_the_question(key: str) -> None:
    tied = {rule.id for rule in SAMPANG_LOANS.rules if READINGS[key] in rule.interpretations}
    assert tied == set(READINGS[key].rules) - {"IX.3", "Pasal II"}


def test_no_verdict_hangs_on_how_a_loan_is_serviced() -> None:
    deciding = [rule for rule in SAMPANG_LOANS.rules if rule.condition]
    assert not [rule.id for rule in deciding for entry in rule.interpretations if entry.id in SERVICING]


def test_settling_how_loans_are_serviced_makes_no_file_be_assessed_again() -> None:
    assert basis_of(law(FILED, settled("O-01", "B"))) == basis_of(law(FILED))
    assert basis_of(law(FILED, settled("S-10", "B"))) != basis_of(law(FILED))
