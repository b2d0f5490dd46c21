"""The very first visit of a fresh process may be a link into the middle of the application."""

import re
import sqlite3
from contextlib import closing

from playwright.sync_api import expect
from sqlalchemy.engine import make_url

from domain.blitar.roles import BlitarRole
from tests.browser.driver import open_screen, running_server


def test_a_link_opens_its_screen_and_no_message_that_it_does_not_exist(page, server, tmp_path):
    with (
        closing(sqlite3.connect(make_url(server.database_url).database)) as filled,
        closing(sqlite3.connect(tmp_path / "demo.sqlite3")) as copy,
    ):
        filled.backup(copy)
    with running_server(tmp_path) as fresh:
        open_screen(page, f"{fresh.url}/kalkulator")
        expect(page.get_by_role("heading", name="Kalkulator").first).to_be_visible()
        expect(page.get_by_role("dialog")).to_have_count(0)
        page.goto("about:blank")  # before the server goes, which the page would miss


def test_a_colleagues_link_keeps_its_filters_until_a_role_is_chosen(page, server):
    open_screen(page, f"{server.url}/binaan?kecamatan=35.05.13")
    expect(page.get_by_text("Pilih dahulu peran Anda")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
    page.get_by_role("button", name="Hendra (Fasilitator, contoh)").click()
    expect(page.get_by_role("heading", name="Daftar binaan")).to_be_visible(timeout=60_000)
    expect(page).to_have_url(re.compile("kecamatan=35.05.13"))


def test_a_link_that_another_role_may_read_says_who_reads_it(page, server, store):
    open_screen(page, f"{server.url}/penagihan?sebagai={store.who(BlitarRole.FACILITATOR).id}")
    expect(page.get_by_text("tidak dapat dibaca dengan peran Anda (Fasilitator)")).to_be_visible()
    expect(page.get_by_role("button", name="Rina (petugas, contoh)")).to_be_visible()
    expect(page.get_by_role("dialog")).to_have_count(0)
