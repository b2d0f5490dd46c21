"""Starts the real application, opens it in Chromium, waits for it, and watches what it asks for."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from itertools import count
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import BrowserContext, ConsoleMessage, Page, Request, WebError, WebSocket

from tests.browser.settling import RESTS
from tests.watchdog import ends_with_this_run

ROOT = Path(__file__).resolve().parents[2]
CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
CHROMIUM_ARGUMENTS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
PHONE, DESK = 360, 1280
SERVER_STARTS_WITHIN = 30.0
RERUN_ENDS_WITHIN = 240_000  # the first visit fills the demo, on a busy machine too
_looks = count()

both_widths = pytest.mark.parametrize("viewport_width", [PHONE, DESK])
"""Runs a test that takes `page` once as on a phone and once as on a desk."""


def find_chromium() -> str | None:
    """Say where the machine's own Chromium or Chrome is, or None."""
    return next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)


@dataclass(frozen=True)
class Server:
    """A running application: where it answers, its database, logs, and process."""

    url: str
    database_url: str
    log: Path
    errors: Path
    process: subprocess.Popen[bytes] | None = None

    def stop(self) -> None:
        """End the process now, as when a machine's lane goes down."""
        if self.process is not None:
            _stop(self.process)


@contextmanager
def running_server(
    folder: Path,
    app: Path = ROOT / "streamlit_app.py",
    port: int | None = None,
    *,
    database_url: str | None = None,
) -> Iterator[Server]:
    """Run the application; without a port on a free one, without a URL over a database in `folder`."""
    port = port or free_port()
    server = Server(
        url=f"http://localhost:{port}",
        database_url=database_url or f"sqlite:///{folder / 'demo.sqlite3'}",
        log=folder / "server.log",
        errors=folder / "galat.jsonl",
    )
    with ends_with_this_run(folder), server.log.open("wb") as log:
        process = subprocess.Popen(
            _command(app, port, folder),
            cwd=app.parent,
            env=os.environ
            | {
                "DATABASE_URL": server.database_url,
                "NEW_DATABASE": "demo",
                "LOG_FOLDER": str(folder),
                "PYTHONUNBUFFERED": "1",
            },
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=subprocess.STDOUT,
            start_new_session=True,
        )
        try:
            _wait_until_healthy(server, process)
            yield replace(server, process=process)
        finally:
            _stop(process)


def _command(app: Path, port: int, folder: Path) -> list[str]:
    return [
        *(sys.executable, "-m", "streamlit", "run", str(app)),
        *("--server.port", str(port)),
        *("--server.headless", "true"),
        # The secrets of the person who runs the tests stay out of them.
        *("--secrets.files", str(folder / "secrets.toml")),
    ]


def free_port() -> int:
    """A port of this machine that nobody uses."""
    with socket.socket() as probe:
        probe.bind(("localhost", 0))
        return probe.getsockname()[1]


def _wait_until_healthy(server: Server, process: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + SERVER_STARTS_WITHIN
    while time.monotonic() < deadline and process.poll() is None:
        try:
            with urllib.request.urlopen(f"{server.url}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, OSError):
            time.sleep(0.05)
    raise RuntimeError(f"The application did not start:\n{server.log.read_text()[-4000:]}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    on_posix = hasattr(os, "killpg")
    if process.poll() is None:
        os.killpg(process.pid, signal.SIGTERM) if on_posix else process.terminate()
    try:
        process.wait(5)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL) if on_posix else process.kill()
        process.wait(5)


def open_screen(page: Page, url: str) -> None:
    """Go to an address of the application and wait for its screen."""
    page.goto(url)
    settled(page)


def go_on(page: Page, url: str) -> None:
    """Go to an address of the application that is open already, as its menu and the browser's Back do."""
    page.evaluate(
        "url => { history.pushState({}, '', url); dispatchEvent(new PopStateEvent('popstate')); }", url
    )
    settled(page)


def settled(page: Page) -> None:
    """Wait until the last action's rerun is drawn; then assert on new content with `expect`."""
    errors = page.wait_for_function(RESTS, arg=next(_looks), timeout=RERUN_ENDS_WITHIN)
    assert json.loads(errors.json_value()) == []


@dataclass
class Watch:
    """Collects what a screen must never do: script errors, failed, outside and forbidden requests."""

    problems: list[str] = field(default_factory=list)

    def over(self, context: BrowserContext) -> "Watch":
        """Start to watch every page of a browser context."""
        context.on("request", self._request)
        context.on("requestfailed", self._request_failed)
        context.on("weberror", self._web_error)
        context.on("console", self._console)
        context.on("page", lambda page: page.on("websocket", self._websocket))
        return self

    def _request(self, request: Request) -> None:
        self._address(request.url)

    def _websocket(self, websocket: WebSocket) -> None:
        self._address(websocket.url)

    def _address(self, url: str) -> None:
        parts = urlsplit(url)
        if parts.scheme in {"http", "https", "ws", "wss"} and parts.hostname != "localhost":
            self.problems.append(f"asked the outside: {url}")

    def _request_failed(self, request: Request) -> None:
        # The browser drops what it no longer needs when a test leaves the page: nobody's mistake.
        if request.failure != "net::ERR_ABORTED":
            self.problems.append(f"request failed: {request.url} ({request.failure})")

    def _console(self, message: ConsoleMessage) -> None:
        if "Policy" in message.text:  # Content-Security-Policy, Permissions-Policy
            self.problems.append(f"against the policy: {message.text}")

    def _web_error(self, web_error: WebError) -> None:
        self.problems.append(f"script error: {web_error.error}")
