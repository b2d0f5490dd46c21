"""NIK and NPWP as clerks type them. Every number is made up: serials of NIK are 0000."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.identity import birth_date_of, check_nik, check_npwp, is_woman, mask_number

MAN = "3527031708850000"  # 17 Aug 1985
WOMAN = "3527035708850000"  # the same day, 40 added


def sentences_of_nik(text: str) -> str:
    check = check_nik(text, "35.27", "owner_nik")
    assert check.number is None
    assert check.problems
    assert {problem.field for problem in check.problems} == {"owner_nik"}
    return " ".join(problem.sentence for problem in check.problems)


@pytest.mark.parametrize("text", [MAN, f" {MAN} ", "3527 0317 0885 0000", "352703.170885.0000", f"'{MAN}"])
def test_a_nik_is_kept_as_its_sixteen_digits(text: str) -> None:
    check = check_nik(text, "35.27")
    assert (check.number, check.problems, check.warnings) == (MAN, (), ())


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "belum diisi"),
        ("352703170885000", "yang diisi 15 digit"),
        ("352703170885000", "Excel"),
        ("35270317088500001", "yang diisi 17 digit"),
        ("352703", "harus 16 digit"),
        ("35270317O8850000", "karakter ke-9 huruf O. Mungkin maksudnya angka 0"),
        ("352703I708850000", "karakter ke-7 huruf I. Mungkin maksudnya angka 1"),
        ("352703l708850000", "Mungkin maksudnya angka 1"),
        ("352703170885000X", "karakter ke-16 huruf X."),
        ("3,52703E+15", "angka ilmiah"),
        ("3527031708850_00", "karakter ke-14 bukan angka"),
        ("3527037208850000", "tanggal lahir"),
        ("3527031713850000", "tanggal lahir"),
        ("3527030008850000", "tanggal lahir"),
        ("3527034008850000", "tanggal lahir"),
        ("3527038108850000", "tanggal lahir"),
        ("3527033104850000", "tanggal lahir"),
        ("3527032902850000", "tanggal lahir"),
        ("9927031708850000", "(99) bukan kode provinsi"),
        ("0027031708850000", "(00) bukan kode provinsi"),
    ],
)
def test_the_wrong_part_of_a_nik_is_named(text: str, part: str) -> None:
    assert part in sentences_of_nik(text)


def test_two_wrong_parts_of_a_nik_are_told_at_once() -> None:
    assert len(check_nik("9927037208850000", "35.27").problems) == 2


@pytest.mark.parametrize("birth", ["010185", "310185", "410185", "710185", "290284", "690284"])
def test_the_first_and_last_possible_days_of_birth_pass(birth: str) -> None:
    assert check_nik(f"352703{birth}0000", "35.27").problems == ()


@pytest.mark.parametrize("province", ["11", "35", "64", "65", "91", "92", "93", "94", "95", "96"])
def test_people_of_every_province_pass_also_of_the_newest(province: str) -> None:
    assert check_nik(f"{province}01031708850000"[:16], "35.27").problems == ()


def test_a_nik_of_another_regency_is_a_warning_and_never_an_error() -> None:
    check = check_nik("3505031708850000", "35.27")
    assert check.number == "3505031708850000"
    assert check.problems == ()
    assert len(check.warnings) == 1
    assert "35.05" in check.warnings[0]
    assert "domisili" in check.warnings[0]


def test_kota_blitar_is_another_regency_than_kabupaten_blitar() -> None:
    assert check_nik("3505031708850000", "35.05").warnings == ()
    assert check_nik("3572031708850000", "35.05").warnings != ()


@pytest.mark.parametrize(
    ("nik", "on", "born"),
    [
        (MAN, date(2026, 3, 2), date(1985, 8, 17)),
        (WOMAN, date(2026, 3, 2), date(1985, 8, 17)),
        ("3527030203260000", date(2026, 3, 2), date(2026, 3, 2)),
        ("3527030303260000", date(2026, 3, 2), date(1926, 3, 3)),
        ("3527032902000000", date(2026, 3, 2), date(2000, 2, 29)),
        ("3527032902000000", date(1999, 3, 2), None),
    ],
)
def test_the_day_of_birth_is_the_latest_that_has_come(nik: str, on: date, born: date | None) -> None:
    assert birth_date_of(nik, on) == born


def test_forty_is_added_to_the_day_of_birth_of_a_woman() -> None:
    assert is_woman(WOMAN)
    assert not is_woman(MAN)
    assert not is_woman("3527033108850000")
    assert is_woman("3527034108850000")


# The check digits were worked out by hand with the Luhn rule over the first nine digits:
# 0 1 3 1 2 1 6 6 -> 0+2+3+2+2+2+6+3 = 20 -> 0.
@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("01.312.166.0-091.000", "013121660091000"),
        ("013121660091000", "013121660091000"),
        ("0013121660091000", "0013121660091000"),
        (MAN, MAN),
    ],
)
def test_old_and_new_tax_numbers_are_accepted(text: str, number: str) -> None:
    check = check_npwp(text)
    assert (check.number, check.problems) == (number, ())


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("", "belum diisi"),
        ("01.312.166.1-091.000", "Angka pemeriksa"),
        ("10.312.166.0-091.000", "Angka pemeriksa"),
        ("0013121661091000", "Angka pemeriksa"),
        ("13121660091000", "yang diisi 14 digit"),
        ("13121660091000", "nol di depan"),
        ("0013121660091000000000", "NITKU"),
        ("01.312.166.O-091.000", "huruf O"),
        ("00.000.000.0-000.000", "nol semua"),
        ("3527037208850000", "tanggal lahir"),
    ],
)
def test_the_wrong_part_of_a_tax_number_is_named(text: str, part: str) -> None:
    check = check_npwp(text, "tax")
    assert check.number is None
    assert check.problems[0].field == "tax"
    assert part in check.problems[0].sentence


def test_a_refusal_does_not_repeat_the_number() -> None:
    assert "3527037208850000" not in sentences_of_nik("3527037208850000")
    assert "13121661" not in check_npwp("01.312.166.1-091.000").problems[0].sentence


@pytest.mark.parametrize(
    ("number", "masked"),
    [
        (None, ""),
        ("", ""),
        (MAN, "3527**********00"),
        ("013121660091000", "0131*********00"),
        ("12345678901", "***********"),
        ("123456", "******"),
    ],
)
def test_a_masked_number_shows_four_and_two_characters(number: str | None, masked: str) -> None:
    assert mask_number(number) == masked


@given(st.text(max_size=30))
def test_no_text_makes_the_check_crash(text: str) -> None:
    for check in (check_nik(text, "35.27"), check_npwp(text)):
        assert (check.number is None) == bool(check.problems)
