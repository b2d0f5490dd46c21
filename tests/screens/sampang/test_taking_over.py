"""Kas dana, Pinjaman lama: a workbook is brought, proposed, and taken over by another person."""

from datetime import timedelta
from io import BytesIO

import pytest
from openpyxl import load_workbook
from sqlalchemy import select

from db.sampang.takeover.takeovers import takeovers
from db.tables import ApplicationRow
from documents.sampang.takeover_book import TAKEOVER_BOOK
from documents.tabular.workbook_template import template_of
from domain.dates import indonesian_date, month_end
from domain.roles import OfficeRole
from domain.sampang.roles import SampangRole
from pages.parts.store import today
from pages.sampang.fund.fund_tabs import PART, FundTab
from tests.screens.as_typed import as_typed
from tests.screens.demo_office import ELIGIBILITY, FUND, HOME, LOANS, calm, labelled, said

DOCUMENT = "Neraca saldo: nomor atau uraian, dan siapa yang menandatangani"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def cut_off():
    """The end of the month before."""
    return today().replace(day=1) - timedelta(days=1)


def a_book(*numbers):
    """Loans of Rp24.000.000 at 12 % flat that went out a year before the cut-off day; the last is wrong."""
    book = load_workbook(BytesIO(template_of(TAKEOVER_BOOK, made_on=today())))
    sheet = book["Pinjaman"]
    places = {cell.value: cell.column for cell in sheet[1]}
    out = month_end(cut_off().replace(year=cut_off().year - 1, day=1))
    told = {
        "Jenis peminjam": "Koperasi", "Tanggal cair": out, "Pokok pinjaman": "24.000.000",
        "Jangka waktu (bulan)": 24, "Jasa setahun (%)": 12, "Cara menghitung jasa": "flat",
        "Jasa sudah dibayar": 0, "Pokok sudah dibayar": 4_000_000, "Kecamatan": "Torjun",
    }  # fmt: skip
    for line, number in enumerate(numbers, 3):
        row = told | {"Nomor pinjaman": number, "Nama peminjam": f"Kop {number}"}
        for heading, value in row.items():
            sheet.cell(line, places[heading]).value = value
    sheet.cell(2 + len(numbers), places["Pokok pinjaman"]).value = "dua puluh juta"
    held = BytesIO()
    book.save(held)
    return held.getvalue()


def opened(office, role):
    return office.open(office.by_role[role], FUND, **{PART: str(FundTab.OLDER)})


def brought(office, *numbers):
    screen = opened(office, SampangRole.OFFICER)
    calm(screen.file_uploader[0].upload("lama.xlsx", a_book(*numbers, "salah"), XLSX).run())
    labelled(screen.text_input, "Saldo per tanggal (cut-off)").set_value(as_typed(cut_off()))
    return calm(screen.run())


def proposed(office, *numbers, principal):
    screen = brought(office, *numbers)
    labelled(screen.text_input, DOCUMENT).set_value("Neraca saldo, ttd Kepala Dinas")
    labelled(screen.text_input, "Pokok pinjaman yang beredar").set_value(principal)
    calm(screen.run())
    return screen


def _compared(screen):
    """The differences of what is being proposed, which stands above what was taken over before."""
    return next(one.value["Selisih"] for one in screen.dataframe if "Selisih" in one.value)


def propose(screen):
    next(one for one in screen.button if one.label.startswith("Usulkan pengambilalihan")).click()
    return calm(screen.run())


def found(office):
    with office.database.read() as session:
        return takeovers(session, office.officer)


def file_of(office, number):
    with office.database.read() as session:
        return session.scalar(select(ApplicationRow.id).where(ApplicationRow.number == number))


def test_what_is_wrong_is_told_by_its_line_and_the_rest_can_go_on(office):
    screen = brought(office, "518/1/2014", "518/2/2014")
    assert "baris 5" in said(screen)
    assert "Jumlah “dua puluh juta” tidak terbaca" in said(screen)
    assert "2 pinjaman dapat diambil alih" in said(screen)
    assert any("1 baris yang dikembalikan" in one.label for one in screen.get("download_button"))


def test_a_difference_to_the_trial_balance_is_shown_and_asked_about(office):
    screen = proposed(office, "518/3/2014", principal="21 juta")
    assert "▲ -Rp1.000.000" in list(_compared(screen))
    propose(screen)
    assert "Jelaskan selisihnya" in said(screen)
    assert not any(one.waits for one in found(office))


def test_an_officer_proposes_and_the_lead_takes_over_what_the_opened_file_then_tells(office):
    screen = proposed(office, "518/4/2014", principal="20 juta")
    assert "✔ cocok" in list(_compared(screen))
    propose(screen)
    assert "Pengambilalihan 1 pinjaman diusulkan" in said(screen)
    lead = opened(office, SampangRole.TEAM_LEAD)
    labelled(lead.button, "Setujui dan ambil alih").click()
    calm(lead.run())
    assert "1 pinjaman diambil alih per" in said(lead)
    number = file_of(office, "518/4/2014")
    opened_file = office.open(office.officer, LOANS, no=str(number))
    told = said(opened_file)
    assert f"Diambil alih per {indonesian_date(cut_off())}" in told
    assert "12 % setahun, tetap (flat) (perjanjian sendiri)" in told
    assert "Sampai hari itu sudah dibayar pokok Rp4.000.000 dan jasa Rp0" in told
    assert "tidak dinilai di sini" in said(office.open(office.officer, ELIGIBILITY, no=str(number)))


def test_the_lead_returns_a_proposal_with_a_reason(office):
    propose(proposed(office, "518/5/2014", principal="20 juta"))
    lead = opened(office, SampangRole.TEAM_LEAD)
    labelled(lead.text_area, "Mengapa dikembalikan").set_value("Neraca belum ditandatangani.")
    labelled(lead.button, "Ya, kembalikan usulan ini").click()
    calm(lead.run())
    assert found(office)[0].closed.reason == "Neraca belum ditandatangani."
    assert "Neraca belum ditandatangani." in said(opened(office, SampangRole.OFFICER))


def test_what_is_no_workbook_is_refused_kindly(office):
    screen = opened(office, SampangRole.OFFICER)
    calm(screen.file_uploader[0].upload("lama.xlsx", b"nomor;nama", XLSX).run())
    assert "bukan buku kerja Excel" in said(screen)


@pytest.mark.parametrize("role", [SampangRole.TEAM_MEMBER, OfficeRole.LEADERSHIP])
def test_who_neither_proposes_nor_approves_has_no_such_tab(office, role):
    screen = office.open(office.by_role[role], FUND)
    assert str(FundTab.OLDER) not in [tab.label for tab in screen.tabs]


def test_what_waits_for_the_lead_stands_on_the_first_page(office):
    propose(proposed(office, "518/6/2014", principal="20 juta"))
    first = office.open(office.by_role[SampangRole.TEAM_LEAD], HOME)
    assert labelled(first.metric, "Pengambilalihan pinjaman lama").value == "1"
