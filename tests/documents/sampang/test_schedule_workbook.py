"""The workbook holds numbers and dates, not text, and nothing in it runs."""

from datetime import date, datetime
from io import BytesIO
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from documents.sampang.schedule_workbook import schedule_workbook
from domain.sampang.kinds import InterestMethod
from tests.documents.sampang.loans import FEES_SET, simulated

MADE_ON = date(2026, 3, 3)
LOAN = simulated(100_000_000, 36, land=50_000_000, vehicles=45_000_000)


def opened(told=LOAN, values=True):
    return load_workbook(BytesIO(schedule_workbook(told, made_on=MADE_ON)), data_only=values)


def summary(told=LOAN):
    rows = opened(told)["Ringkasan"].iter_rows(min_row=3, values_only=True)
    return [tuple(row[:3]) for row in rows]


def test_rows_are_numbers_and_dates():
    rows = list(opened()["Jadwal"].iter_rows(values_only=True))
    assert rows[0] == ("No.", "Jatuh tempo", "Pokok", "Jasa", "Jumlah", "Sisa pokok", "Masa tenggang")
    assert rows[1] == (1, datetime(2026, 2, 28), 0, 500_000, 500_000, 100_000_000, "ya")
    assert rows[2][1] == datetime(2026, 3, 31)
    assert rows[5] == (5, datetime(2026, 6, 30), 3_125_000, 500_000, 3_625_000, 96_875_000, "tidak")
    assert rows[36] == (36, datetime(2029, 1, 31), 3_125_000, 500_000, 3_625_000, 0, "tidak")
    assert all(type(cell) is int for row in rows[1:37] for cell in (row[0], *row[2:6]))


def test_totals_are_formulas_with_their_values():
    assert [cell.value for cell in opened()["Jadwal"][38]][1:5] == [
        "Jumlah",
        100_000_000,
        18_000_000,
        118_000_000,
    ]
    formulas = opened(values=False)["Jadwal"]
    assert [cell.value for cell in formulas[38]][2:5] == ["=SUM(C2:C37)", "=SUM(D2:D37)", "=SUM(E2:E37)"]
    assert formulas["E6"].value == "=C6+D6"


def test_numbers_and_dates_are_shown_as_such():
    sheet = opened()["Jadwal"]
    assert sheet["B2"].number_format == "dd mmm yyyy"
    assert {sheet[f"{column}6"].number_format for column in "CDEF"} == {"#,##0"}


@pytest.mark.parametrize("method", InterestMethod)
def test_the_sums_hold_for_every_method(method):
    rows = list(opened(simulated(5_000_000, 12, method))["Jadwal"].iter_rows(min_row=2, values_only=True))
    *instalments, total = rows
    for column in (2, 3, 4):
        assert sum(row[column] for row in instalments) == total[column]
    # 12 x 25.000; 2 x 25.000 + 2.500 x (10 + ... + 1); as computed twice in exact fractions.
    expected = {"flat": 300_000, "declining_balance": 187_500, "annuity": 188_527}
    assert total[3] == expected[method]


def test_the_summary_tells_terms_method_limit_and_provisions():
    told = summary()
    assert ("Pinjaman", 100_000_000, "rupiah") in told
    assert ("Pencairan", datetime(2026, 1, 31), "") in told
    assert any(label == "Cara hitung jasa" and value == "Tetap (flat)" for label, value, _ in told)
    assert ("Paling banyak", 68_461_538, "plafon (VIII.1.b)") in told
    assert ("Batas lain", 73_076_923, "nilai agunan / 130 % (IV.2.g)") in told
    assert any(
        value == 30_000_000 and note.startswith("S-06 C") for _, value, note in told if type(value) is int
    )
    places = [value for label, value, _ in told if label == "Ketentuan"]
    assert places == ["III.6", "VIII.4", "VIII.5.c", "VIII.5.d", "VIII.5.e"]
    assert "bukan persetujuan" in opened()["Ringkasan"]["A1"].value


def test_the_other_reading_of_the_grace_is_a_note():
    told = summary(simulated(22_000_000, 24, land=13_000_000, goods=1_000_000))
    (note,) = [words for label, value, words in told if value == "S-40"]
    assert "masa tenggang 2 bulan, angsuran sesudahnya Rp1.110.000" in note
    assert ("Barang tambahan", 1_000_000, "rupiah") in told


def test_fees_are_numbers_or_said_to_be_open():
    assert ("Biaya: Asuransi", "belum ditetapkan kantor", "VIII.5.d") in summary()
    told = summary(simulated(100_000_000, 36, practice=FEES_SET))
    assert ("Biaya: Asuransi", 500_000, "VIII.5.d") in told


def test_the_summary_has_no_formula():
    assert all(cell.data_type != "f" for row in opened(values=False)["Ringkasan"] for cell in row)


def test_the_same_input_gives_the_same_bytes_and_the_day_is_told():
    first = schedule_workbook(LOAN, made_on=MADE_ON)
    assert first == schedule_workbook(LOAN, made_on=MADE_ON)
    with ZipFile(BytesIO(first)) as parts:
        assert b"2026-03-03T00:00:00Z" in parts.read("docProps/core.xml")
