"""The page says that it is in Indonesian; Streamlit's own page says English."""

import gzip
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ENGLISH: Final = b'<html lang="en">'
_INDONESIAN: Final = b'<html lang="id">'


class PageLanguage:
    """Changes the language of HTML pages, and leaves every other answer alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, _Page(send) if scope["type"] == "http" else send)


class _Page:
    """Holds the beginning of an answer back until the whole page is there."""

    def __init__(self, send: Send) -> None:
        self._send = send
        self._start: Message | None = None
        self._body = b""

    async def __call__(self, message: Message) -> None:
        if message["type"] == "http.response.start" and _is_page(MutableHeaders(raw=message["headers"])):
            self._start = message
        elif self._start is None or message["type"] != "http.response.body":
            await self._send(message)
        else:
            self._body += message.get("body", b"")
            if not message.get("more_body", False):
                await self._send_page(self._start)

    async def _send_page(self, start: Message) -> None:
        headers = MutableHeaders(raw=start["headers"])
        body = self._body
        if headers.get("content-encoding") == "gzip":
            body = gzip.decompress(body)
            del headers["content-encoding"]
        if body:  # an answer to HEAD has none, and keeps the length of the page
            body = body.replace(_ENGLISH, _INDONESIAN, 1)
            headers["content-length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_page(headers: MutableHeaders) -> bool:
    return headers.get("content-type", "").startswith("text/html")
