"""How rupiah are printed, spelled out and read from a form."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from domain.money import (
    MAX_RUPIAH,
    letter_rupiah,
    number,
    parse_rupiah,
    rupiah,
    rupiah_in_words,
)
from domain.problems import Problem


def sentence_of(text: str, minimum: int = 0) -> str:
    found = parse_rupiah(text, "amount", minimum)
    assert isinstance(found, Problem), f"{text!r} was read as {found!r}"
    assert found.field == "amount"
    return found.sentence


@pytest.mark.parametrize(
    ("amount", "printed"),
    [
        (0, "Rp0"),
        (999, "Rp999"),
        (1_000, "Rp1.000"),
        (12_500_000, "Rp12.500.000"),
        (-12_500_000, "-Rp12.500.000"),
        (MAX_RUPIAH, "Rp1.000.000.000.000"),
    ],
)
def test_amounts_are_printed_with_dots_and_without_decimals(amount: int, printed: str) -> None:
    assert rupiah(amount) == printed


def test_whole_numbers_are_printed_with_dots() -> None:
    assert number(12_500) == "12.500"
    assert number(-1_234_567) == "-1.234.567"


@pytest.mark.parametrize("printer", [number, rupiah, rupiah_in_words])
def test_a_float_is_never_printed_as_money(printer: Callable[[float], str]) -> None:
    with pytest.raises(TypeError):
        printer(4_500_000.5)


@pytest.mark.parametrize(
    ("amount", "words"),
    [
        (0, "nol rupiah"),
        (11, "sebelas rupiah"),
        (1_000, "seribu rupiah"),
        (100_000, "seratus ribu rupiah"),
        (12_500_000, "dua belas juta lima ratus ribu rupiah"),
        (1_001_000, "satu juta seribu rupiah"),
        (21_001_500, "dua puluh satu juta seribu lima ratus rupiah"),
        (1_000_000_000, "satu miliar rupiah"),
        (1_000_001_000, "satu miliar seribu rupiah"),
        (2_021_000, "dua juta dua puluh satu ribu rupiah"),
        (-5_000, "minus lima ribu rupiah"),
    ],
)
def test_amounts_are_spelled_out_as_indonesian_says_them(amount: int, words: str) -> None:
    assert rupiah_in_words(amount) == words


def test_a_letter_gives_the_amount_in_figures_and_in_words() -> None:
    assert letter_rupiah(12_500_000) == ("Rp12.500.000,00 (dua belas juta lima ratus ribu rupiah)")


@pytest.mark.parametrize(
    "text",
    [
        "4500000",
        "4.500.000",
        "Rp 4.500.000,00",
        "Rp4.500.000",
        "Rp. 4.500.000,-",
        "rp4.500.000,-",
        "4.500.000.-",
        "4500000,0",
        "  4.500.000  ",
        "Rp\u00a04.500.000",
        "4,5 juta",
        "4.5 jt",
        "4,5jt.",
        "4,50 JUTA",
        "4500 ribu",
        "4500rb",
        "0,0045 miliar",
    ],
)
def test_four_and_a_half_million_can_be_typed_in_many_ways(text: str) -> None:
    assert parse_rupiah(text) == 4_500_000


@pytest.mark.parametrize(
    ("text", "amount"),
    [
        ("0", 0),
        ("4.500", 4_500),
        ("750 ribu", 750_000),
        ("750rb", 750_000),
        ("1,2 miliar", 1_200_000_000),
        ("1 milyar", 1_000_000_000),
        ("0,125 juta", 125_000),
        ("1.500,5 juta", 1_500_500_000),
        ("0,000001 juta", 1),
        ("999999999999", MAX_RUPIAH - 1),
        ("1000 miliar", MAX_RUPIAH),
        ("1.000.000.000.000", MAX_RUPIAH),
    ],
)
def test_typed_amounts_are_read_exactly(text: str, amount: int) -> None:
    assert parse_rupiah(text) == amount


@pytest.mark.parametrize("blank", ["", "   ", "\u00a0", "\n"])
def test_a_blank_amount_is_unknown_and_not_zero(blank: str) -> None:
    assert parse_rupiah(blank) is None


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("-5000", "negatif"),
        ("Rp -5.000", "negatif"),
        ("\u22125000", "negatif"),
        ("=1+1", "Rumus"),
        ("+5000", "Rumus"),
        ("4500*2", "Rumus"),
        ("(5000)", "Rumus"),
        ("4.50.000", "titik"),
        ("4500.000", "titik"),
        ("0.500.000", "titik"),
        ("4.5", "titik"),
        ("4500000.00", "titik"),
        ("4..500", "titik"),
        ("4,500,000", "bukan koma"),
        ("4,000", "bukan koma"),
        ("4,500,000.00", "bukan koma"),
        ("4500000,50", "rupiah utuh"),
        ("4,5", "rupiah utuh"),
        ("0,0000005 juta", "rupiah utuh"),
        ("1 M", "juta atau miliar"),
        ("1m", "juta atau miliar"),
        ("4.5OO.000", "huruf"),
        ("5 dolar", "huruf"),
        ("1e6", "huruf"),
        ("lima juta", "tidak terbaca"),
        ("4 500 000", "tidak terbaca"),
        ("2 juta 500 ribu", "tidak terbaca"),
        ("\u0664\u0665\u0660\u0660", "tidak terbaca"),
        ("rp", "tidak terbaca"),
        ("1.500 juta", "dua cara"),
        ("1,500 juta", "dua cara"),
        ("1.000 miliar", "dua cara"),
        ("1.2.3 juta", "satuan"),
        ("5,- juta", "satuan"),
        ("1.000.000.000.001", "paling banyak Rp1.000.000.000.000"),
        ("1001 miliar", "paling banyak"),
        ("9" * 41, "terlalu panjang"),
        ("9" * 5_000, "terlalu panjang"),
    ],
)
def test_what_is_not_an_amount_is_refused_with_its_reason(text: str, reason: str) -> None:
    assert reason in sentence_of(text)


@pytest.mark.parametrize(
    "text", ["-7654", "=77+88", "4,512,345", "7.65.432", "1.734 juta", "77 M", "88 dolar", "7" * 41]
)
def test_a_refusal_does_not_repeat_what_was_typed(text: str) -> None:
    assert text not in sentence_of(text)


def test_an_amount_below_the_minimum_of_its_form_is_refused() -> None:
    assert "paling sedikit Rp5.000.000" in sentence_of("4.999.999", minimum=5_000_000)
    assert parse_rupiah("5.000.000", minimum=5_000_000) == 5_000_000


@given(st.integers(min_value=0, max_value=MAX_RUPIAH))
def test_every_printed_amount_can_be_typed_back(amount: int) -> None:
    assert parse_rupiah(rupiah(amount)) == amount
    assert parse_rupiah(f"{rupiah(amount)},00") == amount
    assert parse_rupiah(str(amount)) == amount


@given(st.text(max_size=60))
def test_no_text_makes_the_form_crash(text: str) -> None:
    found = parse_rupiah(text, "amount")
    if isinstance(found, int):
        assert 0 <= found <= MAX_RUPIAH
    elif found is not None:
        assert found.sentence.endswith(".")
