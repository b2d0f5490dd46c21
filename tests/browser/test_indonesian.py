"""Streamlit's own widgets speak Indonesian too, and what people wrote stays as they wrote it."""

from playwright.sync_api import expect

from domain.blitar.roles import BlitarRole
from domain.sampang.roles import SampangRole
from tests.browser.driver import open_screen


def test_a_screen_that_does_not_exist_says_so_in_indonesian(page, server, store):
    page.goto(f"{server.url}/tidak-ada?sebagai={store.who(SampangRole.OFFICER).id}")
    expect(page.get_by_text("Layar tidak ditemukan")).to_be_visible(timeout=60_000)
    expect(page.get_by_text("Page not found")).to_have_count(0)


def test_the_uploader_and_an_empty_choice_speak_indonesian(page, server, store):
    address = f"{server.url}/kunjungan?lihat=Formulir%20kertas&sebagai={store.who(BlitarRole.FACILITATOR).id}"
    open_screen(page, address)
    uploader = page.get_by_test_id("stFileUploader").first
    expect(uploader).to_contain_text("Unggah")
    expect(uploader).to_contain_text("paling besar 5 MB")
    expect(uploader).not_to_contain_text("per file")


def test_what_people_typed_is_not_translated(page, server, store):
    open_screen(page, f"{server.url}/binaan?sebagai={store.who(BlitarRole.FACILITATOR).id}&cari=Search")
    expect(page.get_by_placeholder("Cari nama atau nomor")).to_have_value("Search")
