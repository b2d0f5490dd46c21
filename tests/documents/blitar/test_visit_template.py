"""The template for visits is filled, moved about and broken in many ways, and read or refused kindly."""

from dataclasses import replace
from datetime import date, datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook, load_workbook

from documents.blitar.visiting import filled_template
from documents.blitar.visiting.bad_rows import BadRow, bad_rows_workbook
from documents.blitar.visiting.filled_template import MOST_ROWS, read_workbook
from documents.blitar.visiting.template import ListedClient, visit_template
from documents.tabular.container import Unreadable
from domain.blitar.goals_and_tasks import MentorTask, ReportPart
from domain.blitar.visiting.pile_columns import TEMPLATE, Column
from domain.blitar.visiting.pile_rows import RawRow
from domain.tabular.sheet_cells import NOT_WORKED_OUT

DAY = date(2026, 3, 2)
CLIENTS = (ListedClient("BN-2026-0001", "=1+1", "Wonodadi", "Sri"),)
HEADINGS = ("Nomor binaan", "NIK", "Tanggal", "Tempat", "Waktu", "Tugas", "Komponen")
ROW = ("BN-2026-0001", "3505094506850001", datetime(2026, 3, 2), "Lapangan", "Pagi", "b", "Konsultasi")


def a_book(*lines, title="Kunjungan", headings=HEADINGS, change=None):
    """A workbook with headings and lines, possibly changed before it is saved."""
    book = Workbook()
    sheet = book.active
    sheet.title = title
    if headings:
        sheet.append(headings)
    for line in lines:
        sheet.append(line)
    if change:
        change(book, sheet)
    return saved(book)


def saved(book):
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def the_rows(data):
    return read_workbook(data).rows


def refused(data):
    with pytest.raises(Unreadable) as refusal:
        read_workbook(data)
    return refusal.value.sentence


def notes(data):
    return " ".join(read_workbook(data).notes)


# ---- the template --------------------------------------------------------------------------------
def test_the_template_offers_lists_keeps_numbers_as_text_and_runs_no_formula():
    book = load_workbook(BytesIO(visit_template(CLIENTS, mentor="Sri", made_on=DAY)))
    assert book.sheetnames[:3] == ["Kunjungan", "Petunjuk", "Binaan"]
    sheet = book["Kunjungan"]
    assert [cell.value for cell in sheet[1]] == [column.header for column in TEMPLATE]
    column_of_nik = sheet.column_dimensions["C"]
    assert column_of_nik.number_format == "@"
    lists = {next(iter(rule.sqref.ranges)).bounds[0]: rule for rule in sheet.data_validations.dataValidation}
    offered = {place: rule for place, rule in lists.items() if rule.type == "list"}
    assert offered[TEMPLATE.index(Column.PLACE) + 1].showErrorMessage
    # Several tasks fit into one cell, so the list only helps.
    assert not offered[TEMPLATE.index(Column.TASKS) + 1].showErrorMessage
    listed = {cell.value for row in book["Daftar"].iter_rows() for cell in row}
    assert {f"{task.letter} {task.label}" for task in MentorTask} <= listed
    assert {part.label for part in ReportPart} <= listed
    assert book["Binaan"]["B2"].value == "=1+1"
    assert book["Binaan"]["B2"].data_type == "s"
    guide = [cell.value for row in book["Petunjuk"].iter_rows() for cell in row if cell.value]
    assert {column.header for column in TEMPLATE} <= set(guide)


def test_the_template_as_it_was_downloaded_holds_no_visit_and_is_the_same_each_time():
    made = visit_template(CLIENTS, mentor="Sri", made_on=DAY)
    assert made == visit_template(CLIENTS, mentor="Sri", made_on=DAY)
    assert "Belum ada kunjungan" in refused(made)


def test_a_filled_template_is_read_without_its_example():
    book = load_workbook(BytesIO(visit_template(CLIENTS, made_on=DAY)))
    sheet = book["Kunjungan"]
    for place, told in zip((2, 3, 7, 8, 9, 11, 12), ROW, strict=True):
        sheet.cell(3, place, told)
    (row,) = the_rows(saved(book))
    assert row.line == 3
    assert row.cells[Column.CLIENT_NUMBER] == "BN-2026-0001"
    assert row.cells[Column.NIK] == "3505094506850001"
    assert row.cells[Column.DAY] == datetime(2026, 3, 2)


# ---- what people do to it ------------------------------------------------------------------------
def test_moved_and_unknown_columns_are_read_by_their_headings_and_told():
    moved = ("Hujan?", *reversed(HEADINGS))
    data = a_book(("ya", *reversed(ROW)), headings=moved)
    (row,) = the_rows(data)
    assert row.cells[Column.TASKS] == "b"
    assert row.cells[Column.CLIENT_NUMBER] == "BN-2026-0001"
    assert "Urutan kolomnya berbeda" in notes(data)
    assert "“Hujan?”" in notes(data)
    assert notes(a_book(ROW)) == ""


def test_a_title_above_the_headings_and_blank_rows_between_do_no_harm():
    def a_title(book, sheet):
        sheet.insert_rows(1, amount=3)
        sheet["A1"] = "REKAP MARET"

    data = a_book(ROW, (None,) * 7, ("  ",), ROW, change=a_title)
    assert [row.line for row in the_rows(data)] == [5, 8]


def test_missing_columns_are_refused_by_name():
    told = refused(a_book(ROW[:5], headings=HEADINGS[:5]))
    assert "“Tugas” dan “Komponen laporan”" in told


@pytest.mark.parametrize("title", ["kunjungan ", "Sheet1"])
def test_the_sheet_of_visits_is_found_among_others(title):
    def others(book, sheet):
        book.create_sheet("Catatan lain", 0).append(("x",))
        book.create_sheet("Arsip", 0).append(HEADINGS)
        book["Arsip"].append(("BN-2020-0001", *ROW[1:]))
        book["Arsip"].sheet_state = "hidden"

    data = a_book(ROW, title=title, change=others)
    assert [row.cells[Column.CLIENT_NUMBER] for row in the_rows(data)] == ["BN-2026-0001"]
    assert "lembar lain dilewati" in notes(data)


def test_hidden_columns_and_rows_are_read_and_told():
    def hide(book, sheet):
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[2].hidden = True

    data = a_book(ROW, change=hide)
    assert the_rows(data)[0].cells[Column.NIK] == "3505094506850001"
    assert "tersembunyi ikut dibaca" in notes(data)


def test_cells_merged_downwards_hold_for_all_their_rows():
    def merge(book, sheet):
        sheet.merge_cells("C2:C4")

    data = a_book(ROW, ROW, ROW, ROW, change=merge)
    assert [row.cells[Column.DAY] for row in the_rows(data)] == [datetime(2026, 3, 2)] * 4
    assert "digabung ke bawah" in notes(data)
    other = a_book(ROW, ROW, change=lambda book, sheet: sheet.merge_cells("A2:B2"))
    assert the_rows(other)[0].cells[Column.NIK] is None


def test_of_a_formula_the_last_result_counts_and_one_without_a_result_is_marked():
    data = a_book((*ROW[:2], "=46000+83", *ROW[3:]), ("BN-2026-0002", None, *ROW[2:]))
    first, second = the_rows(data)
    assert first.cells[Column.DAY] == NOT_WORKED_OUT
    assert second.cells[Column.NIK] is None
    result = b"<v>46083</v>"
    worked_out = _replaced(data, "xl/worksheets/sheet1.xml", b"<v></v>", result, b"<v />", result)
    assert the_rows(worked_out)[0].cells[Column.DAY] == 46083


def test_an_error_of_excel_stays_visible():
    def spoil(book, sheet):
        sheet["F2"].value = "#N/A"
        assert sheet["F2"].data_type == "e"

    assert the_rows(a_book(ROW, change=spoil))[0].cells[Column.TASKS] == "#N/A"


def test_a_file_that_tells_a_wrong_size_of_its_sheet_is_read_whole():
    data = a_book(ROW, ROW)
    shrunk = _replaced(data, "xl/worksheets/sheet1.xml", b'<dimension ref="A1:G3"', b'<dimension ref="A1"')
    assert shrunk != data
    assert len(the_rows(shrunk)) == 2


# ---- files that are refused ----------------------------------------------------------------------
def _replaced(data, name, *pairs):
    """The workbook with bytes of one part replaced."""
    held = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(held, "w", ZIP_DEFLATED) as new:
        for part in old.namelist():
            content = old.read(part)
            if part == name:
                for before, after in zip(pairs[::2], pairs[1::2], strict=True):
                    content = content.replace(before, after)
            new.writestr(part, content)
    return held.getvalue()


def _zipped(**parts):
    held = BytesIO()
    with ZipFile(held, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(name.replace("__", "/").replace("_", "."), content)
    return held.getvalue()


OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
GOOD = a_book(ROW)
BOMB = b'<!DOCTYPE x [<!ENTITY a "' + b"ha" * 50 + b'"><!ENTITY b "' + b"&a;" * 50 + b'">]><worksheet>&b;'


@pytest.mark.parametrize(
    ("data", "because"),
    [
        (b"", "kosong"),
        (b"Nomor binaan;Tanggal\n1;2", "misalnya CSV"),
        (b"\x89PNG\r\n\x1a\n\0\0", "rusak"),
        (OLD, "Excel lama"),
        (OLD + "EncryptedPackage".encode("utf-16-le"), "kata sandi"),
        (GOOD[:-200], "rusak"),
        (GOOD[:2000], "rusak"),
        (_zipped(word__document_xml="x"), "bukan buku kerja Excel"),
        (_zipped(mimetype="application/vnd.oasis.opendocument.spreadsheet"), "bukan buku kerja Excel"),
        (_zipped(xl__workbook_xml="<x"), "rusak"),
        (_zipped(xl__workbook_xml="x", xl__vbaProject_bin="x"), "makro"),
        (_replaced(GOOD, "xl/worksheets/sheet1.xml", b"<sheetData>", b"<sheetData><row r='x'>"), "rusak"),
        (_replaced(GOOD, "xl/worksheets/sheet1.xml", b"<worksheet", BOMB + b"<worksheet"), "rusak"),
        (a_book(headings=None), "Tidak ada lembar dengan judul kolom"),
        (a_book(("apa", "saja"), headings=None), "Tidak ada lembar dengan judul kolom"),
        (a_book(), "Belum ada kunjungan"),
        (a_book(ROW, headings=(*HEADINGS, "Tanggal")), "dua kali"),
    ],
)
def test_what_cannot_be_read_is_refused_with_a_way_out(data, because):
    assert because in refused(data)


def test_a_file_that_unpacks_to_far_too_much_is_not_unpacked():
    bomb = _zipped(xl__workbook_xml="x", xl__worksheets__sheet1_xml=b" " * (61 * 1024 * 1024))
    assert len(bomb) < 100_000
    assert "jauh lebih besar" in refused(bomb)


def test_too_large_too_many_rows_and_too_long_a_sheet_are_told_apart(monkeypatch):
    far = a_book(ROW, change=lambda book, sheet: sheet.cell(130_000, 1, "x"))
    assert "memanjang melewati baris 120.000" in refused(far)
    monkeypatch.setattr(filled_template, "MOST_ROWS", 2)
    assert len(the_rows(a_book(ROW, ROW))) == 2
    assert "lebih dari 2 kunjungan" in refused(a_book(ROW, ROW, ROW))
    small = replace(filled_template.LIMITS, most_bytes=1_000)
    monkeypatch.setattr(filled_template, "_WANTED", replace(filled_template._WANTED, limits=small))
    assert "lebih besar" in refused(GOOD)
    assert MOST_ROWS == 100_000


# ---- the rows that come back ---------------------------------------------------------------------
def test_bad_rows_come_back_as_they_were_with_their_reasons_and_are_read_again():
    cells = {
        Column.CLIENT_NUMBER: "BN-2026-0001",
        Column.NIK: 350509450685000,
        Column.DAY: "31/02/2026",
        Column.PLACE: "Lapangan",
        Column.DAY_PART: "Pagi",
        Column.TASKS: "=2+2",
        Column.PARTS: "Konsultasi",
        Column.DUE: datetime(2026, 3, 16),
        Column.VALUE_1: 12.5,
    }
    data = bad_rows_workbook([BadRow(RawRow(812, cells), "Tanggal: tidak ada.")], made_on=DAY)
    sheet = load_workbook(BytesIO(data)).active
    assert [cell.value for cell in sheet[1]][:3] == ["Alasan", "Baris asal", "No"]
    assert (sheet["A2"].value, sheet["B2"].value) == ("Tanggal: tidak ada.", 812)
    (again,) = the_rows(data)
    kept = {column: cell for column, cell in again.cells.items() if cell is not None}
    assert kept == cells | {Column.REASON: "Tanggal: tidak ada.", Column.LINE: 812}
    assert notes(data) == ""
