"""Pengajuan, a pile of paper forms: what is right goes in, what is wrong is told and stays out."""

from io import BytesIO

import pytest
from openpyxl import load_workbook

from documents.sampang.paper_pile_book import PAPER_PILE_BOOK
from documents.tabular.workbook_template import template_of
from pages.parts.store import today
from tests.screens.demo_office import INTAKE, calm, said

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def a_pile(*niks, name=None, pledged=()):
    """A form of a microfinance institution for each NIK."""
    book = load_workbook(BytesIO(template_of(PAPER_PILE_BOOK, made_on=today())))
    sheet = book["Pengajuan"]
    places = {cell.value: cell.column for cell in sheet[1]}
    for line, nik in enumerate(niks, 3):
        told = {
            "Nomor formulir": str(line), "Jenis pemohon": "LKM",
            "Nama pemohon": name or f"LKM **Tumpuk** {line}", "NIK": nik, "Kecamatan": "Torjun",
            "Tanggal diterima": today(), "Pinjaman yang diminta": 20_000_000,
        }  # fmt: skip
        for heading, value in told.items():
            sheet.cell(line, places[heading]).value = value
    things = book["Agunan"]
    columns = {cell.value: cell.column for cell in things[1]}
    for line, form in enumerate(pledged, 3):
        for heading, value in {"Nomor formulir": form, "Jenis agunan": "Tanah (sertifikat)"}.items():
            things.cell(line, columns[heading]).value = value
    held = BytesIO()
    book.save(held)
    return held.getvalue()


@pytest.fixture
def pile(office):
    return office.open(office.officer, INTAKE, cara="tumpukan")


def bring(screen, data):
    return calm(screen.file_uploader[0].upload("tumpukan.xlsx", data, XLSX).run())


def send(screen):
    button = next(one for one in screen.button if one.label.startswith("Ajukan dan nilai"))
    return calm(button.click().run())


def test_the_form_leads_to_the_pile(office):
    links = [one.proto.label for one in office.open(office.officer, INTAKE).get("page_link")]
    assert "Tumpukan formulir kertas (Excel)" in links


def test_good_forms_go_in_and_a_wrong_one_is_told_with_its_line(office, pile):
    before = office.count()
    screen = bring(pile, a_pile("3527034506810001", "12", "3527034506810002"))
    assert "**Pengajuan, baris 4** · NIK: " in said(screen)
    assert "2 formulir dapat dimasukkan" in said(screen)
    assert office.count() == before
    screen = send(screen)
    assert office.count() == before + 2
    assert "2 formulir masuk dan dinilai" in said(screen)


def test_a_right_line_that_comes_back_with_its_form_is_told(pile):
    screen = bring(pile, a_pile("12", pledged=("3",)))
    assert "1 baris perlu diperbaiki" in said(screen)
    assert "juga memuat 1 baris lain yang tidak salah" in said(screen)


def test_a_pile_that_comes_again_is_known(office, pile):
    data = a_pile("3527034506810003")
    send(bring(pile, data))
    before = office.count()
    screen = bring(office.open(office.officer, INTAKE, cara="tumpukan"), data)
    assert "Sudah masuk: Pengajuan DB" in said(screen).replace("\\", "")
    assert not [one for one in screen.button if one.label.startswith("Ajukan dan nilai")]
    assert office.count() == before


def test_two_forms_of_one_name_without_a_nik_do_not_stop_the_pile(office, pile):
    screen = bring(pile, a_pile("", "", name="LKM Kembar"))
    assert "memuat nama, kecamatan, dan jumlah yang sama" in said(screen)
    assert "1 formulir masuk dan dinilai: DB-" in said(send(screen)).replace("\\", "")


def test_what_a_colleague_sent_meanwhile_is_not_counted_as_taken_in(office, pile, monkeypatch):
    data = a_pile("3527034506810005")
    send(bring(pile, data))
    monkeypatch.setattr("pages.sampang.intake.paper_pile_part.already_there", lambda *_: {})
    before = office.count()
    screen = bring(
        office.open(office.officer, INTAKE, cara="tumpukan"), a_pile("3527034506810005", "3527034506810006")
    )
    told = said(send(screen)).replace("\\", "")
    assert "1 formulir masuk dan dinilai: DB-" in told
    assert "1 formulir sudah masuk sebelumnya, jadi tidak dimasukkan lagi: DB-" in told
    assert office.count() == before + 1


def test_what_is_no_workbook_is_told(pile):
    assert bring(pile, b"nomor;nama").error
