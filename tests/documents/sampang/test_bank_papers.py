"""What goes back to the bank can be read again, and the minutes say what was booked and what stays open."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO

from openpyxl import load_workbook

from documents.sampang.bank_files.bank_bad_rows import BankBadRow, bank_bad_rows
from documents.sampang.bank_files.bank_file_lines import read_bank_file
from documents.sampang.bank_files.reconciliation_minutes import MOST_OPEN, reconciliation_minutes
from domain.sampang.bank_file.bank_columns import BankColumn, recognise
from domain.sampang.bank_file.bank_days import find_order
from domain.sampang.bank_file.bank_rows import read_bank_rows
from domain.sampang.bank_file.reconciliation import OpenRow, ReconciledLine, Reconciliation
from tests.documents.sampang.letter_files import HEAD
from tests.documents.sampang.letter_papers import text_in

DAY = date(2026, 12, 4)
FOUND = Reconciliation(
    bank="Bank Jatim",
    file="november.csv",
    first=date(2026, 11, 1),
    last=date(2026, 11, 30),
    rows=4,
    brought_by="Dewi",
    brought_on=date(2026, 12, 3),
    accepted_by="Rina",
    accepted_on=DAY,
    lines=(ReconciledLine("Dibukukan", 2, 1_200_000), ReconciledLine("Tidak dikenal", 1, 75_000)),
    open_rows=(OpenRow(4, "KPR-9 · Orang Lain", 75_000, "Tidak dikenal: nomor tidak ada"),),
    interest_of_bank=150_000,
    interest_booked=200_000,
    rows_with_parts=2,
)


def minutes(found=FOUND):
    return reconciliation_minutes(found, number="BR-7", head=HEAD, demo=True)


def test_rows_that_go_back_keep_their_cells_and_are_read_again_without_the_reason():
    cells = {BankColumn.LOAN: "DB-2026-0001", BankColumn.DAY: date(2026, 11, 13), BankColumn.AMOUNT: 600_000,
             BankColumn.NAME: "=1+1", BankColumn.REFERENCE: "0012"}  # fmt: skip
    data = bank_bad_rows([BankBadRow(812, "Tidak dikenal: nomor tidak ada", cells)], made_on=DAY)
    sheet = load_workbook(BytesIO(data)).active
    assert [cell.value for cell in sheet[1]][:3] == ["Alasan", "Baris asal", "Nomor pinjaman"]
    assert (sheet["A2"].value, sheet["B2"].value, sheet["D2"].value) == (
        "Tidak dikenal: nomor tidak ada", 812, "=1+1",
    )  # fmt: skip
    assert (sheet["D2"].data_type, sheet["E2"].value) == ("s", datetime(2026, 11, 13))
    read = read_bank_file(data)
    places = recognise(read.heading, {})
    (row,) = read_bank_rows(read.lines, places, find_order([]), DAY)
    assert (row.number, row.on, row.amount, row.reference) == (
        "DB-2026-0001", date(2026, 11, 13), 600_000, "0012",
    )  # fmt: skip
    assert data == bank_bad_rows([BankBadRow(812, "Tidak dikenal: nomor tidak ada", cells)], made_on=DAY)


def test_the_minutes_tell_what_was_booked_what_stays_open_and_where_the_interest_differs():
    told = text_in(minutes())
    for part in ("BERITA ACARA REKONSILIASI", "1 NOVEMBER 2026 SAMPAI 30 NOVEMBER 2026", "Dewi", "Rina",
                 "1.200.000", "Tidak dikenal", "KPR-9", "VII.8",
                 "Jasa menurut bank Rp150.000, menurut buku Rp200.000", "selisihnya Rp50.000"):  # fmt: skip
        assert part in told, part


def test_the_minutes_say_when_nothing_stays_open_and_when_the_bank_tells_no_parts():
    told = text_in(minutes(replace(FOUND, open_rows=(), rows_with_parts=0)))
    assert "Tidak ada baris yang tersisa" in told
    assert "Bank tidak merinci pokok dan jasa" in told
    same = text_in(minutes(replace(FOUND, interest_of_bank=200_000)))
    assert "keduanya sama" in same


def test_a_thousand_open_rows_are_told_in_part_with_how_many_more_there_are():
    rows = [OpenRow(line, "x", None, "Tidak terbaca") for line in range(2, MOST_OPEN + 12)]
    assert "10 baris lagi" in text_in(minutes(replace(FOUND, open_rows=rows)))


def test_the_same_file_gives_the_same_minutes():
    assert minutes() == minutes()
