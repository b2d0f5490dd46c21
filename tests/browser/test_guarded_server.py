"""The running server is closed to foreign names, and what a screen does goes on under its content policy."""

import socket
import urllib.error
import urllib.request
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.driver import open_screen, settled

OPENS_A_CONNECTION = (
    "GET /_stcore/stream HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nUpgrade: websocket\r\n"
    "Connection: Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Version: 13\r\n\r\n"
)


def _status(url, **headers):
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers)) as answer:
            return answer.status
    except urllib.error.HTTPError as refused:
        return refused.code


@pytest.mark.parametrize(
    ("path", "host", "status"),
    [
        ("/", "jahat.example", 421),
        ("/_stcore/health", "jahat.example", 421),
        ("/_stcore/health", "127.0.0.1", 200),
        ("/_stcore/metrics", "localhost", 404),
        ("/_stcore/agent/mcp", "localhost", 404),
        ("/_stcore/agent/openapi.json", "localhost", 404),
    ],
)
def test_what_is_answered_and_under_which_name(server, path, host, status):
    assert _status(server.url + path, Host=host) == status


@pytest.mark.parametrize(("host", "status"), [("localhost", b" 101 "), ("jahat.example", b" 403 ")])
def test_a_connection_of_a_screen_opens_under_a_known_name_alone(server, host, status):
    with socket.create_connection(("localhost", urlsplit(server.url).port), timeout=20) as line:
        line.sendall(OPENS_A_CONNECTION.format(host=host).encode())
        assert status in line.recv(64)


def test_the_server_listens_on_this_machine_alone(server):
    # Whoever listens on every address of the machine answers under this one, too.
    with socket.socket() as line:
        assert line.connect_ex(("127.0.0.2", urlsplit(server.url).port)) != 0


def test_a_district_on_a_map_is_pressed_under_the_policy(server, page):
    open_screen(page, f"{server.url}/cakupan?sebagai=7")
    page.locator("path[aria-label*='Kademangan']").first.click()
    settled(page)
    expect(page.get_by_role("heading", name="Kademangan")).to_be_visible()


def test_a_script_that_nobody_wrote_here_does_not_run(server, browser):
    page = browser.new_page()
    page.goto(server.url)
    with page.expect_event("console", lambda message: "Content Security Policy" in message.text):
        page.evaluate(
            "() => { const one = document.createElement('script');"
            " one.textContent = 'window.foreign = true'; document.body.append(one); }"
        )
    assert page.evaluate("window.foreign") is None
    page.close()
