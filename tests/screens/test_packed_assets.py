"""The browser's scripts go out packed, once packed for all, and whole for who cannot unpack them."""

import gzip

import pytest
from starlette.middleware import Middleware
from starlette.responses import PlainTextResponse
from starlette.routing import Route

from pages.parts.packed_assets import PackedAssets
from tests.screens.asked_server import AskedServer

SCRIPT = "/static/js/index.abc123.js"
TEXT = "export const salam = 'Selamat datang';\n" * 100


class Site:
    """A server with one script, that counts how often it is read from the disk."""

    def __init__(self):
        self.read = 0
        routes = [Route("/static/js/{name}", self._script), Route("/static/media/{name}", self._script)]
        self._server = AskedServer(routes, [Middleware(PackedAssets)])

    def _script(self, request):
        self.read += 1
        if request.path_params["name"] == "gone.js":
            return PlainTextResponse("tidak ada", status_code=404)
        return PlainTextResponse(TEXT, headers={"cache-control": "public, immutable"})

    def get(self, path=SCRIPT, **headers):
        return self._server.get(path, {"Accept-Encoding": "gzip", **headers})


@pytest.fixture
def site():
    return Site()


def test_a_script_comes_packed_and_is_the_same_when_unpacked(site):
    status, headers, body = site.get()
    assert status == 200
    assert headers["content-encoding"] == "gzip"
    assert int(headers["content-length"]) == len(body) < len(TEXT) / 10
    assert gzip.decompress(body).decode() == TEXT


def test_what_the_server_said_of_the_script_is_said_of_the_packed_one(site):
    _, headers, _ = site.get()
    assert headers["cache-control"] == "public, immutable"
    assert headers["vary"] == "Accept-Encoding"
    assert headers["content-type"].startswith("text/plain")


def test_a_script_is_packed_once_for_all_visitors(site):
    first, second = site.get(), site.get()
    assert first[2] == second[2]
    assert site.read == 1


@pytest.mark.parametrize(
    "headers",
    [{"Accept-Encoding": "identity"}, {"Range": "bytes=0-9"}, {"If-None-Match": "x"}],
    ids=["cannot unpack", "asks for a part", "has it already"],
)
def test_who_asks_otherwise_gets_what_the_server_gives(site, headers):
    site.get()
    _, answered, body = site.get(**headers)
    assert "content-encoding" not in answered
    assert body.decode() == TEXT


@pytest.mark.parametrize(
    ("path", "status"),
    [("/static/js/gone.js", 404), ("/static/media/font.woff2", 200), ("/static/js/a.js.map", 200)],
)
def test_what_is_no_script_or_not_there_comes_as_it_is(site, path, status):
    for _ in range(2):
        answered, headers, _ = site.get(path)
        assert answered == status
        assert "content-encoding" not in headers
    assert site.read == 2
