"""Fixtures that drive the running application in the machine's own Chromium."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.driver import CHROMIUM_ARGUMENTS, DESK, ROOT, find_chromium
from tests.browser.filled import filled_server
from tests.browser.kept_page import KeptPage
from tests.browser.stored import Store

HERE = Path(__file__).parent
expect.set_options(timeout=30_000)
CALL_FAILED = pytest.StashKey[bool]()


def pytest_collection_modifyitems(items):
    """Mark every test that lies in this folder."""
    for item in items:
        if HERE in item.path.parents:
            item.add_marker("browser")


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item, call):
    """Remember a failure for the screenshot that the page fixture takes."""
    report = yield
    if report.when == "call":
        item.stash[CALL_FAILED] = report.failed
    return report


@pytest.fixture(scope="session")
def browser():
    """Launch Chromium once; without it skip, or fail where it is required."""
    executable = find_chromium()
    if executable is None:
        absent = "Chromium or Chrome is not installed, so the screens were not driven."
        if os.environ.get("REQUIRE_BROWSER"):
            pytest.fail(absent)
        pytest.skip(absent)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=executable, args=list(CHROMIUM_ARGUMENTS))
        yield chromium
        chromium.close()


@pytest.fixture(scope="session")
def server(tmp_path_factory):
    """Run the application once for all tests that need no fresh process or database."""
    with filled_server(tmp_path_factory.mktemp("server")) as running:
        yield running


@pytest.fixture
def viewport_width():
    """Give the width of the window; `both_widths` of driver.py runs a test at two."""
    return DESK


@pytest.fixture(scope="session")
def kept_page(browser):
    """Keep one page for all tests that need no window of their own."""
    kept = KeptPage(browser)
    yield kept
    kept.close()


@pytest.fixture
def page(kept_page, viewport_width, request):
    """Give an empty Indonesian page, and fail if it erred or asked the outside for anything."""
    page = kept_page.ready(viewport_width)
    yield page
    failed = request.node.stash.get(CALL_FAILED, False)
    if failed:
        page.screenshot(path=_screenshot_path(request.node), full_page=True)
    kept_page.forget()
    problems = tuple(kept_page.watch.problems)
    if failed or problems:
        kept_page.close()  # whatever went wrong stays with its own test
    assert not problems, "\n".join(problems)


@pytest.fixture
def store(server):
    """Read and write the database of the running application past its screens."""
    found = Store(server.database_url)
    yield found
    found.database.close()


def _screenshot_path(item):
    return ROOT / "test-results" / (re.sub(r"[^\w-]+", "_", item.name) + ".png")
