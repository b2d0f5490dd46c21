"""The forecast as a workbook: its sums are formulas, and what is not known is an empty cell."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from documents.sampang.over_time_workbook import over_time_workbook
from tests.domain.sampang.fund.test_over_time import MILLION, fund


def sheet(found, *, values):
    return load_workbook(BytesIO(over_time_workbook(found, demo=True)), data_only=values).active


def column(found, letter, *, values=True):
    return [cell.value for cell in sheet(found, values=values)[letter][9:13]]


def test_the_months_stand_below_one_another_with_what_is_free_at_their_end():
    assert column(fund(), "A") == ["November 2026", "Desember 2026", "Januari 2027", "Februari 2027"]
    assert column(fund(), "C") == [n * MILLION for n in (70, 110, 170, 220)]
    assert column(fund(), "E") == [n * MILLION for n in (70, 102, 150, 190)]


def test_excel_can_reckon_it_again():
    assert sheet(fund(), values=False)["B5"].value == "=B3-B4"
    assert column(fund(), "C", values=False) == ["=B5+B10", "=C10+B11", "=C11+B12", "=C12+B13"]
    assert column(fund(), "E", values=False) == ["=B5+D10", "=E10+D11", "=E11+D12", "=E12+D13"]


@pytest.mark.parametrize("letter", ["D", "E"])
def test_without_a_rate_nothing_is_expected_rather_than_zero(letter):
    assert column(fund(observed=None), letter) == [None] * 4


def test_the_same_fund_gives_the_same_bytes():
    assert over_time_workbook(fund(), demo=False) == over_time_workbook(fund(), demo=False)
