"""Binaan, a whole list: new ones go in once, known and like ones are told, wrong ones come back."""

import pytest
from sqlalchemy import func, select

from db.tables import ClientRow
from domain.blitar.roles import BlitarRole
from tests.screens.demo_office import CLIENTS, calm, said

HEADING = "No;Nama Usaha;NIK;NIB;Kecamatan;Omset setahun\n"
NEW = "1;Bengkel **Uji** Daftar;;9990001112223;Wonodadi;12.000.000\n2;Tambal Ban Uji Daftar;;;Udanawu;\n"
WRONG = "3;Toko Salah;12;;Wonodadi;\n"


@pytest.fixture
def screen(office):
    return office.open(office.by_role[BlitarRole.FACILITATOR], CLIENTS, isi="daftar")


def count(office):
    with office.database.read() as session:
        return session.scalar(select(func.count()).select_from(ClientRow))


def bring(screen, text):
    return calm(screen.file_uploader[0].upload("sidt.csv", text.encode(), "text/csv").run())


def counts(screen):
    return {one.label: one.value for one in screen.metric}


def send(screen):
    button = next(one for one in screen.button if one.label.startswith("Masukkan "))
    return calm(button.click().run())


def test_the_list_of_binaan_leads_there_for_who_hands_binaan_over(office):
    screen = office.open(office.by_role[BlitarRole.FACILITATOR], CLIENTS)
    assert "Daftar (Excel)" in [one.label for one in screen.button]
    screen = office.open(office.by_role[BlitarRole.MENTOR], CLIENTS, isi="daftar")
    assert not screen.file_uploader


def test_new_ones_go_in_and_a_wrong_one_is_told_with_its_line(office, screen):
    before = count(office)
    screen = bring(screen, HEADING + NEW + WRONG)
    assert counts(screen)["Baru"] == "2"
    assert "**Binaan, baris 4** · NIK: " in said(screen)
    assert count(office) == before
    screen = send(screen)
    assert count(office) == before + 2


def test_the_same_list_again_adds_nothing(office, screen):
    send(bring(screen, HEADING + NEW))
    before = count(office)
    again = bring(office.open(office.by_role[BlitarRole.FACILITATOR], CLIENTS, isi="daftar"), HEADING + NEW)
    assert counts(again)["Sudah tercatat"] == "2"
    assert "baris yang sama sudah masuk" in said(again)
    assert not [one for one in again.button if one.label.startswith("Masukkan ")]
    assert count(office) == before


def test_a_like_name_is_left_out_until_a_person_says_that_it_is_another(office, screen):
    send(bring(screen, HEADING + NEW))
    screen = bring(
        office.open(office.by_role[BlitarRole.FACILITATOR], CLIENTS, isi="daftar"),
        HEADING + "1;Bengkel Uji Daftarr;;;Wonodadi;\n",
    )
    assert counts(screen)["Nama mirip"] == "1"
    assert not [one for one in screen.button if one.label.startswith("Masukkan ")]
    screen = calm(screen.checkbox[0].check().run())
    assert [one.label for one in screen.button if one.label.startswith("Masukkan ")] == ["Masukkan 1 binaan"]


def test_a_wrong_list_is_taken_back_with_a_reason_and_the_right_one_comes_in(office, screen):
    screen = send(bring(screen, HEADING + NEW))
    assert "Batalkan pemasukan daftar ini (2 binaan)" in [one.label for one in screen.expander]
    screen = press(screen, "Batalkan 2 binaan")
    assert "Alasannya belum diisi" in said(screen)
    screen.text_area[0].set_value("Daftar **kabupaten** lain.")
    screen = press(screen, "Batalkan 2 binaan")
    assert "Pemasukan 2 binaan dibatalkan: BN-" in said(screen)
    assert "Daftar **kabupaten** lain." in said(screen)
    screen = bring(screen, HEADING + NEW)
    assert (counts(screen)["Baru"], counts(screen)["Sudah tercatat"]) == ("2", "0")


def press(screen, label):
    return calm(next(one for one in screen.button if one.label == label).click().run())
