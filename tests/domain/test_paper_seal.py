"""The seal of a paper: the same for the same paper, read back from what was typed, scanned or kept."""

from datetime import date

import pytest

from domain.paper_seal import kept_words, seal_in, seal_kept_in, seal_of

DAY = date(2026, 3, 9)
SEAL = seal_of("Surat perjanjian", "PK/12/2026", DAY)


def test_a_seal_has_three_times_four_letters_without_those_that_look_alike():
    assert [len(part) for part in SEAL.split("-")] == [4, 4, 4]
    assert not set("01IO") & set(SEAL)


@pytest.mark.parametrize(
    "other",
    [
        seal_of("Daftar nominatif", "PK/12/2026", DAY),
        seal_of("Surat perjanjian", "PK/13/2026", DAY),
        seal_of("Surat perjanjian", "PK/12/2026", date(2026, 3, 10)),
    ],
)
def test_another_title_number_or_day_has_another_seal(other):
    assert other != SEAL


@pytest.mark.parametrize(
    "told", [SEAL, SEAL.lower(), SEAL.replace("-", ""), f"Periksa surat {SEAL}", f" {SEAL} "]
)
def test_a_seal_is_found_in_what_was_typed_or_scanned(told):
    assert seal_in(told) == SEAL


@pytest.mark.parametrize("told", ["", "518/12/434.208/2026", "PK/12/2026", "ABCD-EFGH", "A" * 200])
def test_a_number_of_the_office_is_no_seal(told):
    assert seal_in(told) == ""


def test_a_file_tells_its_seal_and_another_tells_none():
    assert seal_kept_in(b"... /Keywords (" + kept_words(SEAL).encode() + b")\n") == SEAL
    assert seal_kept_in(b"%PDF-1.7 /Keywords (versi aturan 1)") == ""
