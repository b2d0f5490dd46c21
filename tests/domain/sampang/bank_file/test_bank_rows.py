"""Headings of a bank's file are recognised or mapped, and its lines read into rows."""

from datetime import date, datetime

import pytest

from domain.sampang.bank_file.bank_columns import (
    BankColumn,
    find_heading,
    heading_form,
    missing_in,
    recognise,
)
from domain.sampang.bank_file.bank_days import find_order
from domain.sampang.bank_file.bank_rows import BankRow, read_bank_rows
from domain.tabular.sheet_cells import NOT_WORKED_OUT

TODAY = date(2026, 12, 8)
HEADING = ("No", "No. Pinjaman", "Nama Debitur", "Tgl", "Jumlah", "Pokok", "Bunga", "No Ref")
LINE = (1, "DB-2026-0001", "Siti Aminah", "13/11/2026", "600.000", "500.000", "100.000", "TRX 9")


def rows(*lines, heading=HEADING, first=2):
    places = recognise(heading, {})
    numbered = list(enumerate(lines, first))
    found = find_order(cells[places[BankColumn.DAY]] for _, cells in numbered)
    return read_bank_rows(numbered, places, found, TODAY)


def test_a_line_is_read_by_its_headings():
    (row,) = rows(LINE)
    assert row == BankRow(
        line=2, number="DB-2026-0001", name="Siti Aminah", on=date(2026, 11, 13), amount=600_000,
        principal=500_000, interest=100_000, reference="TRX 9",
    )  # fmt: skip


def test_a_heading_that_was_mapped_before_counts_before_the_words_that_are_known():
    remembered = {heading_form("Rek. Kredit"): BankColumn.LOAN, heading_form("KREDIT"): BankColumn.AMOUNT}
    places = recognise(("Rek. Kredit", "Tanggal", "Kredit", "Jumlah"), remembered)
    assert places == {BankColumn.LOAN: 0, BankColumn.DAY: 1, BankColumn.AMOUNT: 2}


def test_a_merged_heading_is_read_with_the_line_below_it():
    upper = ("No Pinjaman", "Nama", "Tanggal", "Angsuran", None, None)
    lower = (None, None, None, "Pokok", "Bunga", "Total")
    found = find_heading([("REKAP NOVEMBER 2026",), upper, lower, LINE])
    assert found.last == 2
    assert found.cells == ("No Pinjaman", "Nama", "Tanggal", "Pokok", "Bunga", "Total")


def test_headings_of_unknown_words_are_taken_for_a_person_to_map():
    found = find_heading([("Rek", "Wer", "Wann", "Wieviel"), ("DB-1", "Siti", "13/11/2026", "600000")])
    assert found.cells == ("Rek", "Wer", "Wann", "Wieviel")
    assert find_heading([("DB-1", "13/11/2026", "600000")]) is None


def test_what_is_missing_to_read_a_file_is_named():
    assert "“Tanggal setor”" in missing_in({BankColumn.LOAN: 0, BankColumn.AMOUNT: 1})
    assert "“Jumlah setor”" in missing_in({BankColumn.LOAN: 0, BankColumn.DAY: 1, BankColumn.PRINCIPAL: 2})
    assert "“Nomor pinjaman” atau" in missing_in({BankColumn.DAY: 1, BankColumn.AMOUNT: 2})
    assert "dua isian" in missing_in({BankColumn.LOAN: 0, BankColumn.DAY: 1, BankColumn.AMOUNT: 1})
    parts = {BankColumn.NAME: 0, BankColumn.DAY: 1, BankColumn.PRINCIPAL: 2, BankColumn.INTEREST: 3}
    assert missing_in(parts) == ""


def test_parts_that_do_not_add_up_are_not_read():
    (row,) = rows((*LINE[:5], "500.000", "90.000", ""))
    assert "berjumlah Rp590.000, bukan Rp600.000" in row.problem
    assert row.written["amount"] == "600.000"


def test_parts_alone_make_the_amount():
    (row,) = rows((*LINE[:4], None, "500.000", 100_000, ""))
    assert (row.amount, row.problem) == (600_000, "")
    (grace,) = rows((*LINE[:4], "100.000", 0, "100.000", ""))
    assert (grace.amount, grace.principal, grace.problem) == (100_000, 0, "")


@pytest.mark.parametrize(
    ("place", "cell", "because"),
    [
        (3, None, "Tanggal setor kosong"),
        (4, None, ""),  # its parts tell it
        (4, "enam ratus", "Jumlah setor: Jumlah “enam ratus” tidak terbaca"),
        (4, NOT_WORKED_OUT, "rumus yang belum dihitung"),
        (1, "#N/A", "galat Excel"),
        (3, "31/11/2026", "hanya mempunyai tanggal 1 sampai 30"),
    ],
)
def test_what_cannot_be_read_is_told_with_its_column(place, cell, because):
    line = [*LINE]
    line[place] = cell
    (row,) = rows(tuple(line))
    assert because in row.problem
    assert bool(row.problem) == bool(because)


def test_blank_lines_and_totals_are_passed_over_and_nothing_else():
    total = (None, "TOTAL", None, None, "600.000", None, None, None)
    other = ("Jumlah", None, None, None, "600.000", None, None, None)
    named = (2, "DB-2026-0002", "Total Jaya", "14/11/2026", "600.000", None, None, None)
    unnamed = (None, None, None, None, "600.000", None, None, None)
    found = rows(LINE, (None,) * 8, total, other, named, unnamed)
    assert [row.line for row in found] == [2, 6, 7]
    assert "Tanggal setor kosong" in found[-1].problem


def test_a_doubtful_amount_or_day_is_kept_with_the_row_as_it_was_written():
    (row, _) = rows((*LINE[:4], "430", None, None, ""), LINE)
    assert (row.amount, len(row.doubts)) == (430, 1)
    assert row.written["amount"] == "430"
    (dated,) = rows((*LINE[:3], datetime(2026, 11, 13), 600_000.0, None, None, ""))
    assert (dated.on, dated.doubts, dated.written) == (date(2026, 11, 13), (), None)
