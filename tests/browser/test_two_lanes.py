"""Two processes over one PostgreSQL give the same truth, and what is typed outlives the one that stops."""

from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack

import pytest
from playwright.sync_api import expect

from benchmarks.ten_years.into_postgresql import bring
from tests.browser.driver import open_screen, running_server, settled
from tests.browser.filled import filled_file
from tests.browser.intake import IntakeScreen
from tests.browser.lanes import lane_of, proxied
from tests.db.conftest import on_postgres, postgres_server  # noqa: F401 -- a fixture that tests/db has too

OFFICER = "sebagai=1"
SAVED, NAME = "Pak Sagitarius Satu Lajur", "Ibu Sumarti Dua Lajur"


@pytest.fixture(scope="module")
def lanes(postgres_server, tmp_path_factory):  # noqa: F811
    """Start two processes at one moment over the demo of today."""
    with on_postgres(postgres_server) as url, ExitStack() as running, ThreadPoolExecutor(2) as threads:
        bring(str(filled_file()), url)
        folders = [tmp_path_factory.mktemp(name) for name in ("lane-a", "lane-b")]
        starting = [running_server(one, database_url=url) for one in folders]
        for one in starting:
            running.push(one.__exit__)
        lane_a, lane_b = threads.map(lambda one: one.__enter__(), starting)
        yield running.enter_context(proxied(tmp_path_factory.mktemp("proxy"), lane_a, lane_b))


@pytest.fixture
def on_lane(browser, lanes):
    """Open a browser of its own on a lane."""
    with ExitStack() as opened:

        def go(lane):
            context = browser.new_context(locale="id-ID", ignore_https_errors=True)
            opened.callback(context.close)
            context.set_default_timeout(60_000)
            if lanes.front:
                context.add_cookies([{"name": "lane", "value": lane, "url": lanes.front}])
            return context.new_page()

        yield go


def test_a_change_on_one_lane_stands_on_the_other_at_the_next_click(lanes, on_lane):
    first, second = on_lane("lane_a"), on_lane("lane_b")
    open_screen(second, f"{lanes.url('lane_b')}/kelayakan?{OFFICER}")
    intake = IntakeScreen(first, lanes.url("lane_a"), 1)
    intake.write("Nama usaha *", SAVED)
    intake.press("Simpan draf")
    expect(first.get_by_role("heading", name=SAVED)).to_be_visible()
    open_screen(second, f"{lanes.url('lane_b')}/kelayakan?{OFFICER}&nama=sagitarius")
    expect(second.locator("[role=gridcell]", has_text=SAVED)).to_be_attached()


def test_what_is_typed_on_a_lane_that_stops_goes_on_in_the_other(lanes, on_lane):
    page = on_lane("lane_a")
    open_screen(page, f"{lanes.url('lane_a')}/pengajuan?{OFFICER}")
    page.get_by_label("Nama usaha *").first.fill(NAME)
    page.keyboard.press("Tab")
    settled(page)
    page.wait_for_timeout(2_000)  # what is typed is written after a moment
    lanes.lane_a.stop()
    page.goto(f"{lanes.url('lane_b')}/pengajuan?{OFFICER}")
    settled(page)
    page.get_by_role("button", name="Lanjutkan", exact=True).first.click()
    settled(page)
    expect(page.get_by_label("Nama usaha *").first).to_have_value(NAME)
    assert lane_of(page.context.cookies()) in ("", "lane_b")
