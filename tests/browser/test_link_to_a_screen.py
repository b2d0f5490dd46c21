"""The very first visit of a fresh process may be a link into the middle of the application."""

import sqlite3
from contextlib import closing

from playwright.sync_api import expect
from sqlalchemy.engine import make_url

from tests.browser.driver import open_screen, running_server


def test_a_link_opens_its_screen_and_no_message_that_it_does_not_exist(page, server, tmp_path):
    open_screen(page, server.url)  # which fills the store that is copied here
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
