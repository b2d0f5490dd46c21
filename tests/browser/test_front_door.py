"""The first screen that a new user sees, on a process and a database that are new too."""

from playwright.sync_api import expect

from tests.browser.driver import RERUN_ENDS_WITHIN, both_widths, open_screen, running_server, settled

SCROLLS_SIDEWAYS = "main => main.scrollWidth > main.clientWidth"


def test_the_first_visitor_is_told_what_is_being_prepared_until_the_demo_is_ready(
    page, tmp_path, monkeypatch
):
    # The whole demo lies prepared; that of one programme is done anew, while somebody reads.
    monkeypatch.setenv("PROGRAMMES", "blitar")
    preparing = page.get_by_text("Data contoh sedang disiapkan")
    with running_server(tmp_path) as fresh:
        page.goto(fresh.url)
        expect(preparing).to_be_visible(timeout=RERUN_ENDS_WITHIN)
        expect(page.get_by_role("heading", name="Pendampingan")).to_be_visible()
        expect(page.get_by_role("button", name="Bagus")).to_have_count(0)
        settled(page)
        expect(page.get_by_role("button", name="Bagus")).to_be_visible()
        expect(preparing).to_have_count(0)


@both_widths
def test_the_first_page_fits_the_window(page, server):
    open_screen(page, server.url)
    expect(page.get_by_role("heading").first).to_be_visible()
    assert not page.get_by_test_id("stMain").evaluate(SCROLLS_SIDEWAYS)
