"""From a fresh start, with an empty database, until a visitor reads something and can begin.

Seconds on the clock, and what the server took for it: seconds of CPU and megabytes of memory; in turns with
an application that only says "halo".

.venv/bin/python -m benchmarks.first_page
"""

import argparse
import tempfile
import time
from pathlib import Path

import psutil
from playwright.sync_api import Browser, expect, sync_playwright

from tests.browser.driver import (
    CHROMIUM_ARGUMENTS,
    RERUN_ENDS_WITHIN,
    ROOT,
    find_chromium,
    running_server,
)

APP = ROOT / "streamlit_app.py"


HALO = """
import streamlit as st
st.title("halo")
"""


def first_visit(browser: Browser, app: Path = APP) -> list[tuple[float, float, float]]:
    """What it took until a heading says what is being prepared, and until one can choose a persona."""
    page, taken = browser.new_page(), []
    sights = [page.get_by_role("heading").first]
    if app == APP:
        sights.append(page.get_by_role("button", name="Rina"))
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        with running_server(Path(folder), app) as server:
            page.goto(server.url)
            for sight in sights:
                expect(sight).to_be_visible(timeout=RERUN_ENDS_WITHIN)
                taken.append((time.perf_counter() - start, *_taken_by_server()))
    page.close()
    return taken


def _taken_by_server() -> tuple[float, float]:
    """Seconds of CPU and megabytes of the one server that this process started."""
    (server,) = (one for one in psutil.Process().children() if "streamlit" in one.cmdline())
    spent = server.cpu_times()
    return spent.user + spent.system, server.memory_info().rss / 2**20


def main() -> None:
    reader = argparse.ArgumentParser(description=__doc__)
    reader.add_argument("--runs", type=int, default=3)
    runs = reader.parse_args().runs
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        halo = Path(folder) / "halo.py"
        halo.write_text(HALO, encoding="utf-8")
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_ARGUMENTS))
        print(f"{'run':>4}{'':>10}{'clock':>10}{'CPU':>10}{'memory':>10}")
        for run in range(1, runs + 1):
            seen = [*first_visit(browser, halo), *first_visit(browser)]
            for sight, (clock, cpu, memory) in zip(("halo", "heading", "ready"), seen, strict=True):
                print(f"{run:>4}{sight:>10}{clock:>9.1f}s{cpu:>9.2f}s{memory:>7.0f} MB", flush=True)


if __name__ == "__main__":
    main()
