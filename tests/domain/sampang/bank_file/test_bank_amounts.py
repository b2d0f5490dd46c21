"""Amounts of a bank's file are read to the last digit, or come back with what is wrong about them."""

from math import inf, nan

import pytest

from domain.sampang.bank_file.bank_amounts import ReadAmount, read_amount
from domain.tabular.sheet_cells import Unread


@pytest.mark.parametrize(
    "cell",
    ["537500", "537.500", "537,500", "Rp537.500", "Rp. 537.500,-", "IDR 537,500.00", "537.500,00", "537 500",
     "537500.00", "537500,0", " 537.500 ", 537500, 537500.0, "537.500,–"],
)  # fmt: skip
def test_the_same_amount_is_read_however_it_is_written(cell):
    assert read_amount(cell) == ReadAmount(537_500)


@pytest.mark.parametrize(
    ("cell", "rupiah"),
    [("1.234.567", 1_234_567), ("1,234,567.00", 1_234_567), ("1.234", 1_234), ("10.000", 10_000)],
)
def test_three_figures_after_a_dot_or_a_comma_are_thousands(cell, rupiah):
    assert read_amount(cell) == ReadAmount(rupiah)


@pytest.mark.parametrize("cell", ["-537.500", "(537.500)", "537.500-", "Rp -537.500", "−537500", -537500])
def test_what_the_bank_takes_back_is_below_zero_on_whichever_side_the_minus_stands(cell):
    assert read_amount(cell) == ReadAmount(-537_500)


@pytest.mark.parametrize("cell", ["", None, "-", "  "])
def test_a_blank_or_a_dash_is_no_amount(cell):
    assert read_amount(cell) is None


@pytest.mark.parametrize(
    ("cell", "because"),
    [
        ("537.500,50", "pecahan"),
        (537500.5, "pecahan"),
        (nan, "pecahan"),
        (inf, "pecahan"),
        ("1.23.456", "tidak terbaca"),
        ("0.430", "tidak terbaca"),
        ("53Z500", "tidak terbaca"),
        ("430.000.00", "tidak terbaca"),
        (True, "bukan jumlah"),
        ("0", "nol"),
        (0, "nol"),
        ("999.999.999.999", "terlalu besar"),
    ],
)
def test_what_cannot_be_an_amount_comes_back_with_the_reason(cell, because):
    read = read_amount(cell)
    assert isinstance(read, Unread)
    assert because in read.sentence


@pytest.mark.parametrize(("cell", "rupiah"), [("430", 430), (430.0, 430), ("Rp430,00", 430), ("430.00", 430)])
def test_an_amount_below_a_thousand_has_lost_digits_and_is_looked_at(cell, rupiah):
    read = read_amount(cell)
    assert (read.rupiah, "hilang" in read.odd) == (rupiah, True)


@pytest.mark.parametrize("cell", ["1.5E+00", "5,3755E+03", "1.0050E+2"])
def test_an_amount_with_an_exponent_and_a_part_of_a_rupiah_is_not_cut(cell):
    found = read_amount(cell)
    assert isinstance(found, Unread)
    assert "pecahan rupiah" in found.sentence


@pytest.mark.parametrize(
    ("cell", "rupiah"), [("5.375E+05", 537_500), ("5,4E+5", 540_000), ("1e6", 1_000_000)]
)
def test_an_amount_in_powers_of_ten_is_looked_at(cell, rupiah):
    read = read_amount(cell)
    assert (read.rupiah, "hilang" in read.odd) == (rupiah, True)
