"""Fixtures that drive the running application in the machine's own Chromium."""

import os
import re
from pathlib import Path

import pytest
from playwright.sync_api import expect, sync_playwright

from tests.browser.driver import (
    CHROMIUM_ARGUMENTS,
    DESK,
    ROOT,
    Watch,
    find_chromium,
)
from tests.browser.filled import filled_server

HERE = Path(__file__).parent
# A limit of waiting, for a machine that does other work too; what is there at once is found at once.
PATIENCE = 90_000
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


@pytest.fixture
def page(browser, viewport_width, request):
    """Open an empty Indonesian page, and fail if it erred or asked the outside for anything."""
    context = browser.new_context(
        locale="id-ID",
        timezone_id="Asia/Jakarta",
        viewport={"width": viewport_width, "height": 900},
    )
    context.set_default_timeout(PATIENCE)
    watch = Watch().over(context)
    page = context.new_page()
    yield page
    if request.node.stash.get(CALL_FAILED, False):
        page.screenshot(path=_screenshot_path(request.node), full_page=True)
    # Taken before the context closes: a request that closing cuts off is nobody's mistake.
    problems = tuple(watch.problems)
    context.close()
    assert not problems, "\n".join(problems)


def _screenshot_path(item):
    return ROOT / "test-results" / (re.sub(r"[^\w-]+", "_", item.name) + ".png")
