"""A bank's file is read whatever its separator, encoding and shape, or refused with a way out."""

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from documents.sampang.bank_files import bank_file_lines
from documents.sampang.bank_files.bank_file_lines import read_bank_file
from documents.tabular.container import Unreadable
from domain.tabular.sheet_cells import NOT_WORKED_OUT

HEADING = ("No Pinjaman", "Nama", "Tanggal", "Jumlah")
LINE = ("DB-2026-0001", "Siti, S.E.", "13/11/2026", "600.000")


def as_csv(*lines, separator=";", coding="utf-8", end="\r\n"):
    quoted = (separator.join(f'"{cell}"' if separator in cell else cell for cell in line) for line in lines)
    return end.join(quoted).encode(coding)


def a_book(*lines, change=None):
    book = Workbook()
    for line in lines:
        book.active.append(line)
    if change:
        change(book.active)
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def refused(data):
    with pytest.raises(Unreadable) as refusal:
        read_bank_file(data)
    return refusal.value.sentence


@pytest.mark.parametrize("separator", [";", ",", "\t", "|"])
@pytest.mark.parametrize("coding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_a_text_is_read_with_its_line_numbers_whatever_its_separator_and_encoding(separator, coding):
    found = read_bank_file(as_csv(HEADING, LINE, ("",) * 4, LINE, separator=separator, coding=coding))
    assert found.heading == HEADING
    assert found.lines == ((2, LINE), (4, LINE))


def test_a_title_above_the_headings_and_the_separator_line_of_excel_do_no_harm():
    data = as_csv(("sep=;",), ("REKAP NOVEMBER 2026",), HEADING, LINE)
    found = read_bank_file(data)
    assert found.lines == ((4, LINE),)


def test_a_number_kept_as_text_by_a_formula_is_that_text_and_any_other_formula_stays_unread():
    data = as_csv(HEADING, ('="0012"', "=1+1", "13/11/2026", "600000"))
    assert read_bank_file(data).lines[0][1][:2] == ("0012", "=1+1")


def test_letters_of_an_older_windows_are_read():
    assert (
        read_bank_file(as_csv(HEADING, ("DB-1", "José", *LINE[2:]), coding="cp1252")).lines[0][1][1] == "José"
    )


def test_a_workbook_is_read_with_days_and_numbers_as_they_are():
    data = a_book(("LAPORAN",), HEADING, ("DB-2026-0001", "Siti", datetime(2026, 11, 13), 600_000))
    found = read_bank_file(data)
    assert found.lines == ((3, ("DB-2026-0001", "Siti", datetime(2026, 11, 13), 600_000)),)


def test_a_merged_heading_and_a_formula_without_a_result_in_a_workbook_are_understood():
    def merge(sheet):
        sheet.merge_cells("D1:E1")
        sheet["C3"] = "=1+1"

    upper, lower = ("No Pinjaman", "Nama", "Tanggal", "Angsuran"), (None, None, None, "Pokok", "Bunga")
    found = read_bank_file(a_book(upper, lower, ("DB-1", "Siti", "x", 500_000, 100_000), change=merge))
    assert found.heading == ("No Pinjaman", "Nama", "Tanggal", "Pokok", "Bunga")
    assert found.lines[0][1][2] == NOT_WORKED_OUT


def test_a_month_without_money_is_headings_alone():
    assert read_bank_file(as_csv(HEADING)).lines == ()
    assert read_bank_file(a_book(HEADING)).lines == ()


def _bomb():
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        file.writestr("xl/workbook.xml", "x")
        file.writestr("xl/worksheets/sheet1.xml", b" " * (201 * 1024**2))
    return held.getvalue()


@pytest.mark.parametrize(
    ("data", "because"),
    [
        (b"", "kosong"),
        (b"\xef\xbb\xbf", "Tidak ada baris judul"),
        (b"\x89PNG\r\n\x1a\n\0\0", "bukan CSV maupun"),
        (b"PK\x03\x04 rusak", "rusak"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "Excel lama"),
        (as_csv(LINE, LINE), "Tidak ada baris judul"),
        (a_book(LINE), "Tidak ada baris judul"),
        (as_csv(HEADING, LINE) + b'\r\n"' + b"x" * 200_000, "tanda kutip"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(data, because):
    assert because in refused(data)


def test_a_zip_bomb_is_not_unpacked():
    bomb = _bomb()
    assert len(bomb) < 300_000
    assert "jauh lebih besar" in refused(bomb)


def test_too_many_rows_and_too_large_a_file_are_refused(monkeypatch):
    monkeypatch.setattr(bank_file_lines, "MOST_ROWS", 2)
    assert len(read_bank_file(as_csv(HEADING, LINE, LINE)).lines) == 2
    assert "lebih dari 2 setoran" in refused(as_csv(HEADING, LINE, LINE, LINE))
    assert "lebih besar dari 20 MB" in refused(b"x" * (20 * 1024**2 + 1))
