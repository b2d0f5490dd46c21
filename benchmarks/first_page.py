"""Seconds from a fresh start, with an empty database, until a visitor reads something and can begin.

.venv/bin/python -m benchmarks.first_page
"""

import argparse
import tempfile
import time
from pathlib import Path

from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.driver import CHROMIUM_ARGUMENTS, RERUN_ENDS_WITHIN, find_chromium, running_server


def first_visit(browser: Browser) -> tuple[float, float]:
    """The heading that says what is being prepared, and the persona with whom one begins."""
    page = browser.new_page()
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with running_server(Path(folder)) as server:
            page.goto(server.url)
            expect(page.get_by_role("heading").first).to_be_visible(timeout=RERUN_ENDS_WITHIN)
            told = time.perf_counter() - start
            expect(page.get_by_role("button", name="Rina")).to_be_visible(timeout=RERUN_ENDS_WITHIN)
            ready = time.perf_counter() - start
    page.close()
    return told, ready


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--runs", type=int, default=3)
    runs = reader.parse_args().runs
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_ARGUMENTS))
        print(f"{'run':>4}{'heading':>10}{'ready':>10}")
        for run in range(1, runs + 1):
            told, ready = first_visit(browser)
            print(f"{run:>4}{told:>9.1f}s{ready:>9.1f}s", flush=True)


if __name__ == "__main__":
    main()
