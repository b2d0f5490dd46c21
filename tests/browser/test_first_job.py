"""The first job in a browser: an application from intake to an explained verdict, printed and kept."""

import io
import re

import pytest
from playwright.sync_api import expect
from pypdf import PdfReader
from sqlalchemy import update

from db.tables import ApplicationRow
from domain.sampang.roles import SampangRole
from tests.browser.driver import ROOT, both_widths, open_screen, running_server, settled
from tests.browser.filled import filled_server
from tests.browser.intake import (
    LONG_AGO,
    IntakeScreen,
    ask_for,
    fill_in_a_koperasi,
    hand_in,
    judge_all,
    pledge,
)
from tests.browser.stored import Store

RESULTS = ROOT / "test-results"
WIDER_THAN_THE_WINDOW = "() => document.documentElement.scrollWidth > window.innerWidth"
WIDER_THAN_ITS_FRAME = "main => main.scrollWidth > main.clientWidth"


@pytest.fixture
def intake(page, server, store):
    return IntakeScreen(page, server.url, store.who(SampangRole.OFFICER).id)


def verdict(page):
    return page.get_by_test_id("stMain").locator(".stMarkdownBadge").first


def sheet(page):
    """The printed sheet as one line of text."""
    with page.expect_download() as waiting:
        page.get_by_role("button", name="Cetak lembar hasil").click()
    pages = PdfReader(io.BytesIO(waiting.value.path().read_bytes())).pages
    return " ".join(" ".join(each.extract_text() for each in pages).split())


def test_a_koperasi_is_taken_in_judged_and_printed(page, server, store, intake):
    fill_in_a_koperasi(intake, "Koperasi Peramban Jaya")
    expect(page.get_by_text("Perlu penilaian Pokjanis").first).to_be_visible()
    intake.press("Ajukan dan nilai")
    expect(page.get_by_role("heading", name="Koperasi Peramban Jaya")).to_be_visible(timeout=20_000)
    expect(verdict(page)).to_contain_text("Perlu penilaian Pokjanis")
    (row,) = store.rows("Koperasi Peramban Jaya")

    member = store.who(SampangRole.TEAM_MEMBER).id
    open_screen(page, f"{server.url}/kelayakan?sebagai={member}&no={row.id}")
    judge_all(page)
    expect(verdict(page)).to_contain_text("✔ Memenuhi")
    printed = sheet(page)
    for told in (row.number, "Koperasi Peramban Jaya", "Memenuhi", "Rp50.000.000", "IV.1.a", "VIII.1.b"):
        assert told in printed
    assert "Tidak memenuhi" not in printed


def test_a_usaha_mikro_at_exactly_five_million_depends_on_a_reading(page, store, intake):
    intake.write("Nama usaha *", "Warung Tepat Lima Juta")
    intake.choose("Kecamatan", "Sampang")
    intake.choose("Status perkawinan pemilik", "Belum kawin atau cerai")
    intake.day("Tanggal usaha berdiri", LONG_AGO)
    intake.day("Usaha aktif sejak", LONG_AGO)
    intake.answer("Memiliki izin usaha (NIB/izin lama)?", "Tidak")
    intake.answer("Surat menyatakan usaha benar-benar ada?", "Ya")
    intake.answer("Surat menyatakan permodalan sangat kecil?", "Ya")
    intake.choose("Surat dari", "Desa/kelurahan tempat usaha")
    intake.choose("Tempat usaha", "Milik sendiri")
    intake.answer("Ada tunggakan kredit atas nama usaha?", "Tidak")
    intake.answer("Ada tunggakan kredit atas nama pemilik?", "Tidak")
    intake.write("Kekayaan bersih/modal usaha", "10 juta")
    intake.write("Penjualan setahun", "100 juta")
    ask_for(intake, "5.000.000")
    pledge(intake, "12 juta")
    hand_in(
        intake,
        "Surat permohonan, ditandatangani pemilik",
        "Fotokopi legalitas usaha (NPWP, izin/NIB)",
        "Fotokopi identitas pemilik",
        "Daftar nomor rekening bank",
        "Rencana kerja penggunaan dana",
        missing=("Fotokopi legalitas usaha (NPWP, izin/NIB)",),
    )
    intake.press("Ajukan dan nilai")
    expect(page.get_by_role("heading", name="Warung Tepat Lima Juta")).to_be_visible(timeout=20_000)
    expect(verdict(page)).to_contain_text("§ Bergantung tafsir")
    expect(page.get_by_text(re.compile("Tafsir S-01 menentukan"))).to_be_visible()
    printed = sheet(page)
    (row,) = store.rows("Warung Tepat Lima Juta")
    for told in (row.number, "Bergantung tafsir", "S-01", "IV.2.b", "Rp5.000.000"):
        assert told in printed


def test_a_double_click_on_the_save_button_stores_one_application(page, store, intake):
    intake.write("Nama usaha *", "Toko Klik Ganda")
    settled(page)
    page.get_by_role("button", name="Simpan draf").dblclick()
    expect(page.get_by_role("heading", name="Toko Klik Ganda")).to_be_visible(timeout=20_000)
    settled(page)
    (row,) = store.rows("Toko Klik Ganda")
    assert store.count_receipts(row) == 1


def test_a_draft_is_found_again_after_the_server_was_started_anew(page, tmp_path):
    with filled_server(tmp_path) as first:
        open_screen(page, first.url)
        officer = Store(first.database_url).who(SampangRole.OFFICER).id
        intake = IntakeScreen(page, first.url, officer)
        intake.write("Nama usaha *", "Toko Bertahan")
        intake.press("Simpan draf")
        expect(page.get_by_role("heading", name="Toko Bertahan")).to_be_visible(timeout=20_000)
        page.goto("about:blank")
    with running_server(tmp_path) as second:
        open_screen(page, f"{second.url}/kelayakan?sebagai={officer}&nama=bertahan")
        expect(page.get_by_text("1-1 dari 1 pengajuan")).to_be_visible()
        expect(page.locator("[role=gridcell]", has_text="Toko Bertahan")).to_be_attached()
        page.goto("about:blank")


@both_widths
def test_no_screen_of_the_job_scrolls_sideways(page, server, store, viewport_width):
    officer = store.who(SampangRole.OFFICER).id
    (row,) = store.rows("Rengginang Lorjuk Bu Sumarni")
    screens = {
        "pengajuan": f"/pengajuan?sebagai={officer}",
        "kelayakan": f"/kelayakan?sebagai={officer}",
        "kelayakan-satu": f"/kelayakan?sebagai={officer}&no={row.id}",
    }
    for name, address in screens.items():
        open_screen(page, server.url + address)
        expect(page.get_by_role("heading").first).to_be_visible()
        for place, tab in enumerate(page.get_by_role("tab").all() or [None]):
            if tab is not None:
                tab.click()
                settled(page)
            page.screenshot(path=RESULTS / f"{name}-{place}-{viewport_width}.png", full_page=True)
            assert not page.evaluate(WIDER_THAN_THE_WINDOW), (name, place)
            assert not page.get_by_test_id("stMain").evaluate(WIDER_THAN_ITS_FRAME), (name, place)


@pytest.mark.parametrize("name", ["<script>alert(1)</script>", "**tebal** _miring_ [tautan](/)"])
def test_a_name_with_signs_is_shown_as_text(page, server, store, name):
    dialogs = []
    page.on("dialog", lambda dialog: (dialogs.append(dialog.message), dialog.dismiss()))
    (row,) = store.rows("99 Toko Serba Ada")
    with store.database.write() as session:
        session.execute(update(ApplicationRow).where(ApplicationRow.id == row.id).values(name=name))
    member = store.who(SampangRole.TEAM_MEMBER).id
    open_screen(page, f"{server.url}/kelayakan?sebagai={member}&no={row.id}")
    heading = page.get_by_role("heading", level=1)
    expect(heading).to_have_text(name)
    assert heading.locator("strong, em, a[href='/'], script").count() == 0
    assert dialogs == []
