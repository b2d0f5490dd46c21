"""Berkas peminjam: everything of a household on one page, and the way to it and back."""

import pytest

from domain.sampang.origination.stages import Stage
from tests.db.sampang.lending import a_nik
from tests.screens.demo_office import calm, said
from tests.screens.sampang.loan_screen import LOANS, LoanDesk, links, press


@pytest.fixture
def desk(office):
    return LoanDesk(office)


def test_a_loan_leads_to_the_file_of_its_household(desk):
    nik = a_nik()
    file = desk.file_at(Stage.DISBURSED, nik=nik, name="Toko Satu")
    desk.file_at(Stage.REFUSED, spouse_nik=nik, name="Toko Dua")
    assert "Berkas peminjam" in links(desk.open(desk.office.officer, file))
    screen = calm(desk.office.open(desk.office.officer, LOANS, peminjam=str(file)))
    told = said(screen)
    assert screen.title[0].value.replace("\\", "") == "Berkas peminjam: Toko Satu"
    assert "suami/istri · Ditolak" in told
    assert "Tidak ada catatan daftar merah" in told
    assert "Pinjaman di bank atau lembaga lain" in told
    assert nik not in told
    assert {one.label: one.value for one in screen.metric}["Sisa pokok serumah"] == "Rp20.000.000"


def test_the_way_back_leads_to_the_lists(desk):
    file = desk.file_at(Stage.DISBURSED)
    screen = desk.office.open(desk.office.officer, LOANS, peminjam=str(file))
    assert press(screen, "← Semua pinjaman").title[0].value == "Pinjaman"


def test_a_household_that_does_not_exist_is_said_to_be_missing(desk):
    screen = desk.office.open(desk.office.officer, LOANS, peminjam="99999")
    assert "tidak ditemukan" in said(screen)
