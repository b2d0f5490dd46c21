"""A number that a person types is read as it was meant, or refused with both of its meanings."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.problems import Problem
from domain.typed_numbers import parse_count, parse_decimal, typed_number


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("0", 0), ("7", 7), ("007", 7), ("1250", 1250), ("1.250", 1250), ("12.345.678", 12_345_678),
        (" 25 ", 25),
        ("2012", 2012), ("2.012", 2012), ("２５", 25), ("", None), ("  ", None), ("\u00a025\u00a0", 25),
    ],
)  # fmt: skip
def test_a_whole_number_is_read_with_or_without_its_dots(typed, value):
    assert parse_count(typed) == value


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("1,250", "“1,250” dapat berarti 1.250 atau 1,25. Isian ini bilangan bulat. Tulis 1250"),
        ("25,5", "bilangan bulat, tanpa pecahan"),
        ("25.5", "bilangan bulat, tanpa pecahan"),
        ("1.25", "bilangan bulat, tanpa pecahan"),
        ("1.250,5", "bilangan bulat, tanpa pecahan"),
        ("1e3", "tidak terbaca sebagai angka"),
        ("=1+1", "tidak terbaca sebagai angka"),
        ("25 orang", "tidak terbaca sebagai angka"),
        ("dua", "tidak terbaca sebagai angka"),
        ("1 250", "tidak terbaca sebagai angka"),
        ("-5", "tidak boleh negatif"),
        ("−5", "tidak boleh negatif"),
        ("1.2500", "Letak titik atau koma"),
        ("01.250", "Letak titik atau koma"),
        ("1..250", "Letak titik atau koma"),
        ("1,250.5", "Titik memisahkan ribuan"),
        ("1,250,000", "Tulis 1.250.000"),
        (".", "Letak titik atau koma"),
        ("9" * 21, "terlalu panjang"),
    ],
)
def test_what_is_no_whole_number_is_said_with_what_to_do(typed, said):
    read = parse_count(typed, "members")
    assert isinstance(read, Problem), read
    assert read.field == "members"
    assert said in read.sentence


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("2,5", Decimal("2.5")), ("2.5", Decimal("2.5")), ("2,50", Decimal("2.5")), ("2,0", 2), ("8", 8),
        ("0,75", Decimal("0.75")), ("1.250,5", Decimal("1250.5")), ("1.250.000", 1_250_000), ("1250", 1250),
        ("", None),
    ],
)  # fmt: skip
def test_a_rate_takes_decimals_after_a_comma(typed, value):
    assert parse_decimal(typed) == value


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("2.500", "dapat berarti 2.500 atau 2,5. Tulis 2500 atau 2,5."),
        ("2,500", "dapat berarti 2.500 atau 2,5. Tulis 2500 atau 2,5."),
        ("2,125", "dapat berarti 2.125 atau 2,125"),
        ("0,125", "Paling banyak 2 angka di belakang koma"),
        ("2,5 %", "tidak terbaca sebagai angka"),
        ("2,,5", "Letak titik atau koma"),
        ("1e3", "tidak terbaca sebagai angka"),
        ("-2,5", "tidak boleh negatif"),
    ],
)
def test_what_a_rate_cannot_be_is_said(typed, said):
    read = parse_decimal(typed, "value")
    assert isinstance(read, Problem), read
    assert said in read.sentence


@given(st.integers(0, 10**15))
def test_every_whole_number_comes_back_from_both_spellings(value):
    dotted = f"{value:,}".replace(",", ".")
    assert parse_count(str(value)) == parse_count(dotted) == value


@given(st.decimals(0, 10**6, places=2))
def test_every_rate_comes_back_as_the_field_shows_it(value):
    assert parse_decimal(typed_number(value)) == value


@given(st.text(st.sampled_from("0123456789.,-eE =+"), max_size=12))
def test_a_number_is_never_another_than_its_figures_say(text):
    read = parse_count(text)
    if isinstance(read, int):
        assert str(read) == (text.strip().replace(".", "").lstrip("0") or "0")
