"""The page that the server hands out says that it is in Indonesian, at every address, packed or not."""

import gzip
import urllib.request

import pytest

ADDRESSES = ("/", "/pinjaman", "/pinjaman?no=1")


def fetched(url, *, packed=False, method="GET"):
    """Give the head and the body of an answer as they came over the line."""
    headers = {"Accept-Encoding": "gzip"} if packed else {}
    with urllib.request.urlopen(urllib.request.Request(url, headers=headers, method=method)) as answer:
        return answer.headers, answer.read()


@pytest.mark.parametrize("packed", [False, True], ids=["plain", "packed"])
@pytest.mark.parametrize("address", ADDRESSES)
def test_a_screen_is_handed_out_as_indonesian_and_whole(server, address, packed):
    headers, body = fetched(server.url + address, packed=packed)
    assert int(headers["Content-Length"]) == len(body)
    page = gzip.decompress(body) if headers.get("Content-Encoding") == "gzip" else body
    assert b'<html lang="id">' in page
    assert b'lang="en"' not in page
    assert page.rstrip().endswith(b"</html>")


def test_the_head_alone_tells_the_length_of_the_page(server):
    headers, body = fetched(server.url, method="HEAD")
    whole, page = fetched(server.url)
    assert body == b""
    assert headers["Content-Length"] == whole["Content-Length"] == str(len(page))


def test_what_is_no_page_comes_as_it_is(server):
    _, page = fetched(server.url)
    script = page.decode().partition('src="./static/js/')[2].partition('"')[0]
    headers, body = fetched(f"{server.url}/static/js/{script}")
    assert "javascript" in headers["Content-Type"]
    assert int(headers["Content-Length"]) == len(body)
    assert fetched(f"{server.url}/_stcore/health")[1] == b"ok"


def test_scripts_come_packed_to_who_can_unpack_them(server):
    _, page = fetched(server.url)
    script = page.decode().partition('src="./static/js/')[2].partition('"')[0]
    _, whole = fetched(f"{server.url}/static/js/{script}")
    headers, packed = fetched(f"{server.url}/static/js/{script}", packed=True)
    assert headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed) == whole
    assert len(packed) < len(whole) / 2
