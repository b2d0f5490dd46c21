"""Somebody from the Bupati's office: the summary, the tour over ten screens, and the next guest."""

import re

import pytest
from playwright.sync_api import expect
from sqlalchemy import text

from db.engine import Database
from domain.roles import OfficeRole
from tests.browser.driver import DESK, PHONE, ROOT, open_screen, settled
from tests.browser.filled import filled_server
from tests.browser.test_first_job import WIDER_THAN_THE_WINDOW

RESULTS = ROOT / "test-results"
WIDE = 1920
ONE_FILE, FILE_NUMBER = ("kelayakan", "pinjaman"), re.compile(r"DB-\d{4}-\d+")
STOPS = (
    ("ringkasan", "Ringkasan"),
    ("kelayakan", "Dari loket"),
    ("rapat-pokjanis", "Ke rapat"),
    ("pinjaman", "Sampai uang"),
    ("cakupan", "Kecamatan yang kosong"),
    ("seleksi", "Calonnya dipilih"),
    ("pendamping", "Ditugaskan"),
    ("binaan", "Binaan didampingi"),
    ("simulasi-kebijakan", "Andai aturannya lain"),
    ("dasar-hukum", "Dasar hukum"),
)


@pytest.fixture
def leader(store):
    return store.who(OfficeRole.LEADERSHIP)


@pytest.mark.parametrize("viewport_width", [PHONE, DESK, WIDE])
def test_the_tour_leads_over_ten_screens_and_back_to_the_summary(page, server, leader, viewport_width):
    open_screen(page, f"{server.url}/?sebagai={leader.id}")
    expect(page.get_by_role("heading", name="Ringkasan", exact=True)).to_be_visible()
    _keep(page, viewport_width, 0)
    files = []
    page.get_by_role("button", name="Mulai tur").click()
    for place, (address, title) in enumerate(STOPS, 1):
        expect(page.get_by_text(f"Tur {place} dari 10: {title}")).to_be_visible(timeout=60_000)
        settled(page)
        assert f"/{address}?" in page.url
        if address in ONE_FILE:
            files.append(page.get_by_text(FILE_NUMBER).first.inner_text())
        assert not page.evaluate(WIDER_THAN_THE_WINDOW)
        _keep(page, viewport_width, place)
        if place < len(STOPS):
            page.get_by_role("button", name="Berikutnya", exact=True).click()
    assert len({FILE_NUMBER.search(one)[0] for one in files}) == 1, files
    page.get_by_role("button", name="Selesai").click()
    expect(page.get_by_role("heading", name="Ringkasan", exact=True)).to_be_visible(timeout=60_000)


def test_the_next_guest_finds_the_demo_as_it_was(page, tmp_path):
    with filled_server(tmp_path) as fresh:
        open_screen(page, fresh.url)
        expect(page.get_by_role("button", name="Rina")).to_be_visible(timeout=90_000)
        database = Database.at(fresh.database_url)
        before = _clients(database)
        with database.write() as session:
            session.execute(text("UPDATE client SET name = 'Diubah tamu'"))
        page.get_by_role("button", name="Mulai lagi untuk tamu berikut").click()
        page.get_by_role("button", name="Ya, kembalikan data contoh").click()
        expect(page.get_by_text("Data contoh sudah kembali")).to_be_visible(timeout=90_000)
        assert _clients(database) == before
        database.close()


def _clients(database):
    with database.read() as session:
        return session.execute(text("SELECT id, name FROM client ORDER BY id")).all()


def _keep(page, width, place):
    RESULTS.mkdir(exist_ok=True)
    page.screenshot(path=RESULTS / f"tur-{width}-{place}.png")
