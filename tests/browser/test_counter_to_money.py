"""From the counter to the money in a browser: an officer and the Ketua Harian, and one booking at the end."""

import re

from playwright.sync_api import expect
from sqlalchemy import func, select

from db.sampang.fund.ledger import balances
from db.sampang.fund.opening_balance import fund
from db.sampang.loans.loans import loan_of
from db.tables import JournalEntryRow, LoanRow
from domain.sampang.fund.accounts import Account
from domain.sampang.roles import SampangRole
from tests.browser.driver import open_screen, settled
from tests.browser.intake import IntakeScreen, fill_in_a_koperasi, judge_all
from tests.browser.lending import SOON, Desk

NAME = "Koperasi Sampai Cair"


def take_in(page, server, store):
    """The officer files the application, the Ketua Harian answers the questions to the team."""
    intake = IntakeScreen(page, server.url, store.who(SampangRole.OFFICER).id)
    fill_in_a_koperasi(intake, NAME)
    intake.press("Ajukan dan nilai")
    expect(page.get_by_role("heading", name=NAME)).to_be_visible(timeout=SOON)
    (row,) = store.rows(NAME)
    lead = store.who(SampangRole.TEAM_LEAD).id
    open_screen(page, f"{server.url}/kelayakan?sebagai={lead}&no={row.id}")
    judge_all(page)
    return row.id


def survey(lead, number):
    desk = lead.file(number)
    desk.choose("Unsur surveyor (V)", "Dinas Koperasi dan Usaha Kecil Menengah")
    desk.write("Karakter pemohon (VI.2.a.4)", "Pengurus jujur dan dikenal baik")
    desk.answer("Karakter pemohon baik? (VI.2.a.4)", "Ya")
    desk.today().press("Catat temuan saya")
    desk.sees("Tetapkan hasil survei")
    desk.write("Jumlah yang disepakati (VII.4)", "40 juta")
    desk.choose("Jangka waktu (III.6, VIII.2.d)", "24 bulan")
    desk.write("Alasan, dan bagaimana perbedaan diselesaikan", "Usaha berjalan baik")
    desk.today().press("Tetapkan hasil survei")
    desk.sees(re.compile("mencatat keputusan rapat Pokjanis, oleh"))


def decide(lead):
    desk = lead.meeting_room()
    desk.page.get_by_text("Buka rapat baru").click()
    desk.write("Tempat rapat", "Aula peramban")
    desk.write("Nama (Dinas Koperasi dan Usaha Kecil Menengah, 1)", "Halim")
    desk.write("Nama (Bank Jatim, 1)", "Dewi")
    desk.press("Buka rapat")
    desk.sees(re.compile("[2-5] dari 5 unsur hadir"))
    desk.page.get_by_test_id("stCheckbox").filter(has_text=NAME).click()
    settled(desk.page)
    desk.press("Semua setuju")
    desk.write("Alasan keputusan", "Layak menurut survei")
    desk.press("Tetapkan Rp40.000.000")
    desk.sees(f"Tetapkan {NAME}")
    desk.press("Ya, catat keputusan ini")
    desk.sees(re.compile("Layak menurut survei"))
    desk.press("Tutup rapat")
    desk.press("Ya, tutup rapat ini")
    desk.sees("Rapat ditutup. Suratnya dapat dibuat di bawah.")


def write_in(desk, title, told):
    """Open what is folded away, and fill in its own fields; others on the screen have the same names."""
    desk.page.get_by_text(title).first.click()
    folded = desk.page.locator("details").filter(has_text=title)
    for label, text in told.items():
        field = folded.get_by_label(label, exact=True)
        field.fill(text)
        field.press("Tab")
    return desk.today()


def sign(officer, number):
    told = {
        "Nomor perjanjian": "PK/contoh/1",
        "Nomor rekening di Bank Jatim (VIII.2.a)": "0031-77",
        "Rekening atas nama": "Ketua dan bendahara",
        "Ketua Harian (VI.3)": "Halim",
        "Penanda tangan Bank Jatim (VI.3)": "Dewi",
    }
    desk = write_in(officer.file(number), "Sudah ditandatangani, naskahnya bukan dari sini", told)
    desk.press("Catat perjanjian")
    desk.sees("meminta pencairan, oleh petugas (VIII.2.c).")


def keep_collateral(officer, number):
    for event in ("Disimpan di Bank Jatim", "Diikat secara notariil", "Dicek ke BPN"):
        desk = officer.file(number)
        desk.page.get_by_role("tab", name="Agunan").click()
        desk.page.get_by_text("Catat kejadian", exact=True).click()
        desk.choose("Kejadian", event)
        desk.write("Nomor tanda terima, akta, atau surat", "T/1")
        partner = {"Disimpan": "Petugas bank yang menerima", "Diikat": "Notaris", "Dicek": "Petugas BPN"}
        desk.write(partner[event.split()[0]], "Contoh")
        desk.today().press("Catat")
        desk.page.get_by_role("tab", name="Agunan").click()
        desk.sees(re.compile(f"· {event} · T/1"))


def ask_for_money(officer, number):
    told = {"Nomor SPP-LS (VIII.2.c)": "SPP/contoh/1", "Nomor polis asuransi (VIII.5.d)": "POLIS-1"}
    desk = write_in(officer.file(number), "Minta pencairan tanpa menyiapkan naskah", told)
    desk.press("Minta pencairan")
    desk.sees("menyetujui pencairan, oleh Ketua Harian (VII.3, III.5).")


def test_a_file_goes_from_the_counter_to_the_money_through_two_people(page, server, store):
    officer = Desk(page, server.url, store.who(SampangRole.OFFICER))
    lead = Desk(page, server.url, store.who(SampangRole.TEAM_LEAD))
    number = take_in(page, server, store)
    officer.file(number).today().press("Nyatakan berkas diperiksa")
    officer.sees("Berkas diperiksa")
    survey(lead, number)
    decide(lead)
    sign(officer, number)
    expect(page.get_by_text("belum tercatat disimpan di Bank Jatim").first).to_be_visible()
    keep_collateral(officer, number)
    ask_for_money(officer, number)
    with store.database.read() as session:
        before = fund(session, lead.person).position

    desk = lead.file(number)
    desk.page.get_by_text("Jumlah, rekening, dan berkasnya sudah saya periksa").click()
    desk.today().press("Setujui pencairan Rp40.000.000")
    desk.sees("Dicairkan")

    with store.database.read() as session:
        loan = loan_of(session, officer.person, number)
        after = fund(session, lead.person).position
        assert sum(balances(session).values()) == 0
        assert balances(session)[Account.FUND_CASH] == after.cash
        bookings = select(func.count()).select_from(JournalEntryRow).where(JournalEntryRow.loan_id == loan.id)
        assert session.scalar(bookings) == 1
        assert session.scalar(select(func.count()).where(LoanRow.application_id == number)) == 1
    assert (loan.schedule.terms.principal, loan.schedule.terms.tenor) == (40_000_000, 24)
    assert (loan.requested_by, loan.approved_by) == (officer.person.name, lead.person.name)
    assert before.cash - after.cash == 40_000_000
    assert before.committed - after.committed == 40_000_000
    assert after.free == before.free


def test_the_officer_who_asked_is_told_why_consent_is_not_theirs(page, server, store):
    officer = Desk(page, server.url, store.who(SampangRole.OFFICER))
    with store.database.read() as session:
        waiting = store.stage_ids(session, "requested")
    desk = officer.file(waiting[0])
    desk.sees(re.compile("oleh Ketua Harian"))
    assert page.get_by_role("button", name=re.compile("Setujui pencairan")).count() == 0
