"""Streamlit's scripts and styles go out packed: a first visit is a third of the bytes.

Streamlit hands them out as they lie on the disk. Their names change with what is in them, so each is packed
once for as long as the process lives.
"""

import asyncio
import gzip
import re
from dataclasses import dataclass, field
from typing import Final

from starlette.datastructures import Headers, MutableHeaders
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_ASSET: Final = re.compile(r"/static/(?:js|css)/[\w.-]+\.(?:js|css)$")
_LEVEL: Final = 6
_OK: Final = 200


class PackedAssets:
    """Packs scripts and styles for whom they may be packed, and leaves every other answer alone."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app
        self._packed: dict[str, Response] = {}

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if not _may_be_packed(scope):
            await self.app(scope, receive, send)
            return
        packed = self._packed.get(scope["path"])
        if packed is None:
            answer = _Answer()
            await self.app(scope, receive, answer)
            if not answer.is_whole:
                await answer.pass_on(send)
                return
            packed = await asyncio.to_thread(answer.packed)
            self._packed[scope["path"]] = packed
        await packed(scope, receive, send)


@dataclass(slots=True)
class _Answer:
    """An answer that is kept back."""

    messages: list[Message] = field(default_factory=list)

    async def __call__(self, message: Message) -> None:
        self.messages.append(message)

    async def pass_on(self, send: Send) -> None:
        for message in self.messages:
            await send(message)

    @property
    def _start(self) -> Message:
        return self.messages[0]

    @property
    def is_whole(self) -> bool:
        """Whether it is the file itself, not packed by anybody yet."""
        headers = Headers(raw=self._start["headers"])
        return self._start["status"] == _OK and "content-encoding" not in headers

    def packed(self) -> Response:
        body = b"".join(message.get("body", b"") for message in self.messages[1:])
        packed = Response(gzip.compress(body, _LEVEL, mtime=0))
        headers = MutableHeaders(raw=[*self._start["headers"]])
        headers["content-encoding"] = "gzip"
        headers["content-length"] = packed.headers["content-length"]
        headers.add_vary_header("Accept-Encoding")
        packed.raw_headers = headers.raw
        return packed


def _may_be_packed(scope: Scope) -> bool:
    if scope["type"] != "http" or scope["method"] != "GET" or not _ASSET.search(scope["path"]):
        return False
    headers = Headers(scope=scope)
    asks_again = "range" in headers or "if-none-match" in headers or "if-modified-since" in headers
    return "gzip" in headers.get("accept-encoding", "") and not asks_again
