"""The template is read as empty, a filled one line by line, and what comes back can be read again."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import load_workbook

from documents.sampang.paper_pile_book import PAPER_PILE_BOOK
from documents.tabular.container import Unreadable
from documents.tabular.returned_lines import returned_lines
from documents.tabular.told_workbook import read_told
from documents.tabular.workbook_template import template_of
from domain.sampang.paper_pile.paper_columns import PileSheet
from domain.sampang.paper_pile.paper_rows import read_pile
from domain.sampang.paper_pile.paper_sheets import PILE_SHEETS

DAY = date(2026, 11, 30)
GOOD = {"Nomor formulir": "1", "Jenis pemohon": "Usaha mikro", "Nama pemohon": "=1+1 Toko",
        "Tanggal diterima": date(2026, 3, 2), "Pinjaman yang diminta": 20_000_000}  # fmt: skip
BAD = GOOD | {"Nomor formulir": "2", "NIK": "12"}


def filled(*forms, things=()):
    book = load_workbook(BytesIO(template_of(PAPER_PILE_BOOK, made_on=DAY)))
    for sheet, rows in ((PileSheet.FORMS, forms), (PileSheet.THINGS, things)):
        at = book[sheet.label]
        places = {cell.value: cell.column for cell in at[1]}
        for line, row in enumerate(rows, 3):
            for heading, value in row.items():
                cell = at.cell(line, places[heading])
                cell.value = value
                cell.data_type = "s" if isinstance(value, str) else cell.data_type
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def test_the_template_itself_holds_nothing_but_its_example():
    with pytest.raises(Unreadable, match="belum berisi satu baris pun"):
        read_told(template_of(PAPER_PILE_BOOK, made_on=DAY), PAPER_PILE_BOOK)


def test_the_template_has_every_column_and_the_same_bytes_on_the_same_day():
    book = load_workbook(BytesIO(template_of(PAPER_PILE_BOOK, made_on=DAY)))
    for sheet, shape in PILE_SHEETS.items():
        assert [cell.value for cell in book[sheet.label][1]] == [one.header for one in shape.columns]
    assert template_of(PAPER_PILE_BOOK, made_on=DAY) == template_of(PAPER_PILE_BOOK, made_on=DAY)


def test_the_lines_of_both_sheets_are_read_and_a_formula_is_text():
    things = [{"Nomor formulir": "1", "Jenis agunan": "Tanah", "Nilai agunan": 26_000_000}]
    told = read_told(filled(GOOD, things=things), PAPER_PILE_BOOK)
    (form,) = read_pile(told.lines, DAY).forms
    assert form.application.applicant.name == "=1+1 Toko"
    assert form.application.collateral[0].value == 26_000_000
    assert told.notes == ()


def test_what_comes_back_is_read_again_once_it_is_mended():
    lines = read_told(filled(GOOD, BAD), PAPER_PILE_BOOK).lines
    back = returned_lines(PAPER_PILE_BOOK, read_pile(lines, DAY).bad, made_on=DAY)
    sheet = load_workbook(BytesIO(back))["Pengajuan"]
    assert "NIK: " in sheet["A2"].value
    assert sheet["B2"].value == 4
    book = load_workbook(BytesIO(back))
    places = {cell.value: cell.column for cell in book["Pengajuan"][1]}
    book["Pengajuan"].cell(2, places["NIK"]).value = "3527034506850000"
    held = BytesIO()
    book.save(held)
    again = read_told(held.getvalue(), PAPER_PILE_BOOK).lines
    assert len(read_pile(again, DAY).forms) == 1


@pytest.mark.parametrize("data", [b"", b"bukan buku kerja", b"PK\x03\x04 rusak"])
def test_what_is_no_workbook_is_said_in_a_sentence(data):
    with pytest.raises(Unreadable):
        read_told(data, PAPER_PILE_BOOK)
