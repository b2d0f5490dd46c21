"""What a browser may do with the pages of this server, told in the headers of every answer."""

import base64
import hashlib
import re
from collections.abc import Iterable
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_SCRIPT: Final = re.compile(r"<script>(.*?)</script>", re.DOTALL)
# The one script within Streamlit's own page.
STREAMLITS_OWN: Final = "<script>\n      window.prerenderReady = false\n    </script>"
_NOTHING_ELSE: Final = "default-src 'none'; frame-ancestors 'self'"
# Papers, lists and pictures of people: no browser and no proxy keeps a copy, and none runs as a page.
_NOT_KEPT: Final = re.compile(r"/media/")
_YEAR: Final = 365 * 24 * 3600
HEADERS: Final = {
    "x-content-type-options": "nosniff",
    "x-frame-options": "SAMEORIGIN",
    "referrer-policy": "same-origin",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": ", ".join(
        (
            "camera=(self)",
            "clipboard-write=(self)",
            "fullscreen=(self)",
            *(
                f"{one}=()"
                for one in (
                    "accelerometer",
                    "autoplay",
                    "browsing-topics",
                    "display-capture",
                    "geolocation",
                    "gyroscope",
                    "hid",
                    "microphone",
                    "midi",
                    "payment",
                    "publickey-credentials-get",
                    "screen-wake-lock",
                    "serial",
                    "usb",
                )
            ),
        )
    ),
}


def content_policy(markup: Iterable[str]) -> str:
    """Scripts come from this server; of those within a page run Streamlit's own one and those of `markup`.

    Charts need no `unsafe-eval`: Streamlit draws them with Vega's interpreter of expressions. Styles within
    the page stay allowed, because Streamlit writes its own there as it draws.
    """
    bodies = [body for text in (STREAMLITS_OWN, *markup) for body in _SCRIPT.findall(text)]
    parts = {
        "default-src": ["'self'"],
        "script-src": ["'self'", *dict.fromkeys(map(_hash_of, bodies))],
        "style-src": ["'self'", "'unsafe-inline'"],
        "img-src": ["'self'", "data:", "blob:"],
        "font-src": ["'self'", "data:"],
        "connect-src": ["'self'"],
        "media-src": ["'self'", "blob:"],
        "worker-src": ["'self'", "blob:"],
        "object-src": ["'none'"],
        "frame-src": ["'none'"],
        "base-uri": ["'none'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'self'"],
    }
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in parts.items())


def _hash_of(body: str) -> str:
    return f"'sha256-{base64.b64encode(hashlib.sha256(body.encode()).digest()).decode()}'"


class Policy:
    """Adds these headers; over TLS also that the server is asked in no other way for a year.

    `always_over_tls` is for a proxy that ends TLS and does not say so.
    """

    def __init__(self, app: ASGIApp, policy: str, *, always_over_tls: bool) -> None:
        self.app = app
        self.policy = policy
        self.always_over_tls = always_over_tls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._add(MutableHeaders(scope=message), scope)
            await send(message)

        await self.app(scope, receive, with_headers if scope["type"] == "http" else send)

    def _add(self, headers: MutableHeaders, scope: Scope) -> None:
        headers.update(HEADERS)
        is_of_people = _NOT_KEPT.search(scope["path"]) is not None
        headers["content-security-policy"] = _NOTHING_ELSE if is_of_people else self.policy
        if is_of_people:
            headers["cache-control"] = "no-store"
        # The server takes the word of a proxy on this machine alone (FORWARDED_ALLOW_IPS names others).
        if self.always_over_tls or scope.get("scheme") == "https":
            headers["strict-transport-security"] = f"max-age={_YEAR}"
