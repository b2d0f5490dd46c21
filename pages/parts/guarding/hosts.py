"""Only the names by which this installation is known open it, so that no foreign name can be led to it.

A page of somebody else whose name suddenly means this machine (DNS rebinding) asks with its own name.
"""

from collections.abc import Iterable
from typing import Final
from urllib.parse import urlsplit

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit import config

from pages.parts.installation import setting

_OWN: Final = ("localhost", "127.0.0.1", "::1")
_EVERY_INTERFACE: Final = frozenset({"0.0.0.0", "::"})
_MISDIRECTED: Final = 421
_FORBIDDEN: Final = 4403
REFUSED: Final = (
    "Alamat ini tidak dikenal oleh aplikasi, jadi tidak dibuka. Administrator server menuliskannya di "
    "pengaturan HOSTS (dipisahkan koma), lalu menjalankan ulang aplikasi."
)


def known_hosts() -> frozenset[str]:
    """The names in the setting HOSTS, in Streamlit's own options, and those of this machine to itself."""
    told = [*setting("HOSTS").split(","), *config.get_option("server.allowedHosts")]
    told += [config.get_option("browser.serverAddress") or "", config.get_option("server.address") or ""]
    named = {each.strip().lower().strip("[]").rstrip(".") for each in told}
    return frozenset(named | {*_OWN}) - _EVERY_INTERFACE - {""}


def is_known(host: str | None, known: Iterable[str]) -> bool:
    """Whether a Host header names one of the known hosts; `*.` before a name stands for what is below it."""
    name = _name_in(host)
    return name is not None and any(
        name.endswith(one[1:]) if one.startswith("*.") else one in (name, "*") for one in known
    )


def _name_in(host: str | None) -> str | None:
    try:
        parts = urlsplit(f"//{host or ''}")
        _ = parts.port  # a port that is none is refused as well
    except ValueError:
        return None
    if parts.path or parts.query or parts.fragment or parts.username is not None:
        return None
    return parts.hostname.lower().rstrip(".") if parts.hostname else None


class KnownHosts:
    """Answers no request and opens no connection that comes under a foreign name."""

    def __init__(self, app: ASGIApp, known: Iterable[str]) -> None:
        self.app = app
        self.known = frozenset(known)

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] not in ("http", "websocket") or self._knows(scope):
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await PlainTextResponse(REFUSED, _MISDIRECTED)(scope, receive, send)
        else:
            await receive()
            await send({"type": "websocket.close", "code": _FORBIDDEN})

    def _knows(self, scope: Scope) -> bool:
        hosts = Headers(scope=scope).getlist("host")
        return len(hosts) == 1 and is_known(hosts[0], self.known)
