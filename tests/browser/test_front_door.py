"""The first screen that a new user sees, on a process and a database that are new too."""

import time

from playwright.sync_api import expect

from tests.browser.driver import both_widths, open_screen, running_server, settled

SCROLLS_SIDEWAYS = "main => main.scrollWidth > main.clientWidth"


def test_the_first_page_answers_within_ten_seconds_of_a_fresh_start(page, tmp_path):
    started = time.monotonic()
    with running_server(tmp_path) as fresh:
        page.goto(fresh.url)
        # What is being prepared is said at once, while the demo is still being filled.
        expect(page.get_by_role("heading", name="Dana Bergulir & Pendampingan")).to_be_visible(timeout=20_000)
        assert time.monotonic() - started < 10
        expect(page.get_by_role("button", name="Rina")).to_be_visible(timeout=90_000)
        settled(page)


@both_widths
def test_the_first_page_fits_the_window(page, server):
    open_screen(page, server.url)
    expect(page.get_by_role("heading").first).to_be_visible()
    assert not page.get_by_test_id("stMain").evaluate(SCROLLS_SIDEWAYS)
