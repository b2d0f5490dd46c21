"""Addresses of Streamlit that are nobody's business: figures of the server, and its door for programs."""

import ipaddress
import re
from typing import Final

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send

_CLOSED: Final = re.compile(r"/_stcore/+(metrics|agent|script-health-check)(/|$)", re.IGNORECASE)
_FIGURES: Final = "metrics"
_CAME_THROUGH: Final = ("x-forwarded-for", "x-forwarded-host", "forwarded", "x-real-ip", "via")
_NOT_FOUND: Final = 404


class ClosedAddresses:
    """Says that they are not there. `shows_figures` opens the figures to who asks on this very machine."""

    def __init__(self, app: ASGIApp, *, shows_figures: bool) -> None:
        self.app = app
        self.shows_figures = shows_figures

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and self._is_closed(scope):
            await PlainTextResponse("Tidak ada di sini.", _NOT_FOUND)(scope, receive, send)
        else:
            await self.app(scope, receive, send)

    def _is_closed(self, scope: Scope) -> bool:
        found = _CLOSED.search(scope["path"])
        if found is None:
            return False
        return not (found[1] == _FIGURES and self.shows_figures and _is_asked_here(scope))


def _is_asked_here(scope: Scope) -> bool:
    client, headers = scope.get("client"), Headers(scope=scope)
    if client is None or any(name in headers for name in _CAME_THROUGH):
        return False
    try:
        return ipaddress.ip_address(client[0]).is_loopback
    except ValueError:
        return False
