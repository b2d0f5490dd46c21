"""What a visitor's browser waits for: bytes at the first load, and a click until the screen is settled.

    python -m benchmarks.in_the_browser DEMO.sqlite3

A click is settled at the last change of the page before the script stands still; each is told beside one on
a page that only says "halo". The file is copied before it is used.
"""

import argparse
import shutil
import statistics
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from playwright.sync_api import Browser, CDPSession, Page, WebSocket, sync_playwright

from tests.browser.driver import CHROMIUM_ARGUMENTS, find_chromium, running_server

_HALO: Final = """\
import streamlit as st
st.session_state.times = st.session_state.get("times", 0) + 1
st.button("Lagi")
st.write(f"halo {st.session_state.times}")
"""
_STANDS_STILL: Final = (
    '[data-testid="stApp"][data-test-connection-state="CONNECTED"][data-test-script-state="notRunning"]'
)
_QUIET: Final = 350  # milliseconds without a change, after which nothing more is expected
_WATCH: Final = """
window.changedAt = performance.now();
new MutationObserver(() => { window.changedAt = performance.now(); }).observe(
    document.body, {subtree: true, childList: true, attributes: true, characterData: true});
"""
_ENDS_WITHIN: Final = 120_000

Press = Callable[[Page, int], None]
"""Clicks or types on a page; the number is that of the repetition, so that each is another."""


@dataclass(frozen=True, slots=True)
class Desk:
    """A screen as a persona opens it, and what is pressed there."""

    name: str
    address: str
    press: Press


def _buttons(*names: str) -> Press:
    return lambda page, time: page.locator(".stMain button", has_text=names[time % len(names)]).first.click()


def _typed(label: str, *texts: str) -> Press:
    def press(page: Page, time: int) -> None:
        field = page.locator(".stMain").get_by_label(label, exact=True).first
        field.fill(texts[time % len(texts)])
        field.press("Enter")

    return press


def _tabs(*names: str) -> Press:
    return lambda page, time: page.get_by_role("tab", name=names[time % len(names)]).first.click()


DESKS: Final = (
    Desk("Kalkulator, amount", "kalkulator?sebagai=1", _typed("Jumlah pinjaman", "30000000", "40000000")),
    Desk("Binaan, search", "binaan?sebagai=10", _typed("Cari binaan", "sari", "makmur")),
    Desk("Binaan, map", "binaan?sebagai=10", _buttons("Peta", "Tabel")),
    Desk("Kelayakan, search", "kelayakan?sebagai=1", _typed("Cari nama atau nomor", "sari", "makmur")),
    Desk("Kelayakan, verdict", "kelayakan?sebagai=1", _buttons("Tidak memenuhi")),
    Desk("Pinjaman, stage", "pinjaman?sebagai=3", _buttons("Disurvei")),
    Desk("Kunjungan, state", "kunjungan?sebagai=7", _buttons("Diverifikasi")),
    Desk("Laporan, part", "laporan?sebagai=7", _tabs("Naik kelas", "Laporan bulanan")),
    Desk("Cakupan, measure", "cakupan?sebagai=10", _buttons("Binaan per Pendamping", "Hari sejak")),
    Desk("Dasar hukum, part", "dasar-hukum?sebagai=10", _tabs("Angka", "Tafsir")),
)


class Received:
    """The bytes that a page got, over HTTP as they came and through its websocket."""

    def __init__(self, page: Page) -> None:
        self.bytes = 0
        network: CDPSession = page.context.new_cdp_session(page)
        network.send("Network.enable")
        network.on("Network.loadingFinished", lambda told: self._add(int(told["encodedDataLength"])))
        page.on("websocket", self._listen)

    def _listen(self, socket: WebSocket) -> None:
        socket.on("framereceived", lambda payload: self._add(len(payload)))

    def _add(self, size: int) -> None:
        self.bytes += size


def first_load(browser: Browser, address: str) -> tuple[float, float]:
    """Megabytes that come and seconds that pass when somebody opens an address for the first time."""
    with _page(browser) as page:
        received = Received(page)
        page.goto(address, wait_until="commit")
        seconds = settled(page)
        return received.bytes / 1e6, seconds


def settled(page: Page) -> float:
    """Wait until the page stands still; give the seconds since it was opened at its last change."""
    page.wait_for_selector(_STANDS_STILL, timeout=_ENDS_WITHIN, state="attached")
    page.evaluate(_WATCH)
    return _last_change(page)


def _last_change(page: Page) -> float:
    page.wait_for_function(
        f"() => document.querySelector('{_STANDS_STILL}') && performance.now() - window.changedAt > {_QUIET}",
        timeout=_ENDS_WITHIN,
    )
    changed: float = page.evaluate("() => window.changedAt")
    return changed / 1_000


def click(browser: Browser, address: str, press: Press, times: int) -> float:
    """The median of the milliseconds from a press to the settled screen; the first press does not count."""
    with _page(browser) as page:
        page.goto(address)
        settled(page)
        taken = []
        for time in range(times + 1):
            began: float = page.evaluate("() => performance.now()")
            press(page, time)
            page.wait_for_function(f"() => window.changedAt > {began}")  # it has been noticed
            taken.append(1_000 * _last_change(page) - began)
        return statistics.median(taken[1:])


@contextmanager
def _page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 720})
    try:
        yield context.new_page()
    finally:
        context.close()


def main() -> None:
    """Print a line for each desk, beside the page that only says "halo"."""
    reader = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    reader.add_argument("store", type=Path, help="a SQLite file with the demo")
    reader.add_argument("--times", type=int, default=6)
    told = reader.parse_args()
    with tempfile.TemporaryDirectory() as place, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_chromium(), args=list(CHROMIUM_ARGUMENTS))
        own, other = Path(place) / "own", Path(place) / "other"
        own.mkdir(), other.mkdir()
        shutil.copyfile(told.store, own / "demo.sqlite3")
        (other / "halo.py").write_text(_HALO)
        with running_server(own) as server, running_server(other, other / "halo.py") as halo:
            first_load(browser, server.url)  # of the process, which nobody else has asked anything yet
            print("| first load | MB | seconds |\n|---|---:|---:|")
            for name, url in (("halo", halo.url), *((d.name, f"{server.url}/{d.address}") for d in DESKS)):
                size, seconds = first_load(browser, url)
                print(f"| {name} | {size:.2f} | {seconds:.2f} |", flush=True)
            print("\n| click | ms |\n|---|---:|")
            print(f"| halo | {click(browser, halo.url, _buttons('Lagi'), told.times):.0f} |")
            for desk in DESKS:
                taken = click(browser, f"{server.url}/{desk.address}", desk.press, told.times)
                print(f"| {desk.name} | {taken:.0f} |", flush=True)


if __name__ == "__main__":
    main()
