"""A list of binaan is read from the template and from what other registers export, also as text."""

from datetime import date
from io import BytesIO

import pytest
from openpyxl import Workbook, load_workbook

from documents.blitar.client_list_book import CLIENT_LIST_BOOK
from documents.tabular.container import Unreadable
from documents.tabular.returned_lines import returned_lines
from documents.tabular.told_workbook import read_told
from documents.tabular.workbook_template import template_of
from domain.blitar.client_list.list_columns import ListedKind
from domain.blitar.client_list.list_rows import read_client_list

DAY = date(2026, 11, 30)
EXPORT = (
    "REKAP PELAKU USAHA;;;;;;\n"
    "No;Nama Pelaku Usaha;No. KTP;Kecamatan Usaha;Omset per Tahun;Skala;No HP\n"
    "1;Warung Ani;3505014506850000;WONODADI;48.000.000;Mikro;0812-3456-7890\n"
    "2;Toko Budi;;Udanawu;;Mikro;\n"
)


def clients(data):
    return read_client_list(read_told(data, CLIENT_LIST_BOOK).lines, DAY, ListedKind.MICRO)


def test_an_export_as_text_is_read_by_its_own_headings():
    first, second = clients(EXPORT.encode()).clients
    assert (first.line, first.client.name, first.client.nik) == (3, "Warung Ani", "3505014506850000")
    assert first.client.business.annual_sales == 48_000_000
    assert first.client.phone == "081234567890" or first.client.phone == "0812-3456-7890"
    assert (second.client.nik, second.client.business.annual_sales) == (None, None)


def test_how_headings_were_taken_and_which_were_not_is_told():
    notes = read_told(EXPORT.encode(), CLIENT_LIST_BOOK).notes
    assert "Dibaca sebagai CSV dengan pemisah “;”." in notes
    assert any("“Omset per Tahun” sebagai Penjualan setahun" in one for one in notes)
    assert "Kolom “Skala” di lembar “CSV” tidak dibaca." in notes


def test_the_template_holds_nothing_but_its_example():
    with pytest.raises(Unreadable, match="belum berisi satu baris pun"):
        read_told(template_of(CLIENT_LIST_BOOK, made_on=DAY), CLIENT_LIST_BOOK)


def test_a_workbook_of_another_register_is_read_whatever_its_sheet_is_called():
    book = Workbook()
    sheet = book.active
    sheet.title = "Export OSS"
    sheet.append(["NIB", "Nama Perusahaan", "Nama Penanggung Jawab", "Kode KBLI", "Kecamatan"])
    sheet.append(["1234567890123", "UD Sumber", "Siti", "56102", "Srengat"])
    held = BytesIO()
    book.save(held)
    (found,) = clients(held.getvalue()).clients
    assert (found.client.name, found.client.business.business_number) == ("UD Sumber", "1234567890123")


def test_what_comes_back_is_read_again_once_it_is_mended():
    bad = clients(EXPORT.replace("WONODADI", "Omben").encode()).bad
    back = returned_lines(CLIENT_LIST_BOOK, bad, made_on=DAY)
    book = load_workbook(BytesIO(back))
    sheet = book["Binaan"]
    places = {cell.value: cell.column for cell in sheet[1]}
    assert sheet.cell(2, places["Alasan"]).value.startswith("Kecamatan: ")
    sheet.cell(2, places["Kecamatan"]).value = "Wonodadi"
    held = BytesIO()
    book.save(held)
    assert [one.client.name for one in clients(held.getvalue()).clients] == ["Warung Ani"]
