"""The page says that it is in Indonesian, and has our icon; Streamlit's own page says English and has its."""

import gzip
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ENGLISH: Final = b'<html lang="en">'
_INDONESIAN: Final = b'<html lang="id">'
_ITS_ICON: Final = b'href="./favicon.png"'
# Asked for on a screen, Streamlit would first put together an expression over all 3,800 emoji.
_BOOK: Final = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 100 100'%3E"
    "%3Ctext y='.9em' font-size='90'%3E%F0%9F%93%98%3C/text%3E%3C/svg%3E"
)
_OUR_ICON: Final = f'href="{_BOOK}"'.encode()


class PageLanguage:
    """Changes the language and the icon of HTML pages, and leaves every other answer alone."""

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
            body = body.replace(_ENGLISH, _INDONESIAN, 1).replace(_ITS_ICON, _OUR_ICON, 1)
            headers["content-length"] = str(len(body))
        await self._send(start)
        await self._send({"type": "http.response.body", "body": body})


def _is_page(headers: MutableHeaders) -> bool:
    return headers.get("content-type", "").startswith("text/html")
