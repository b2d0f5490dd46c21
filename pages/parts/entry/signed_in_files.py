"""Pictures and files to download are given to browsers that are signed in alone.

Streamlit gives a file to whoever knows its address, as long as the visit that offered it is open.
"""

from typing import Final

from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Receive, Scope, Send
from streamlit.web.server.starlette import starlette_auth_routes as signing
from streamlit.web.server.starlette.starlette_server_config import USER_COOKIE_NAME

from pages.parts.entry.providers import mistake

_FILES: Final = "/media/"
_FORBIDDEN: Final = 403
REFUSED: Final = "Berkas ini hanya untuk yang sudah masuk. Bukalah aplikasi, masuk, lalu unduh lagi di sana."


class SignedInFiles:
    """Refuses a file to a browser without the signed cookie of a sign-in."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "http" and _FILES in scope["path"] and not _is_signed_in(Request(scope)):
            await PlainTextResponse(REFUSED, _FORBIDDEN)(scope, receive, send)
        else:
            await self.app(scope, receive, send)


def _is_signed_in(request: Request) -> bool:
    cookie = signing._get_cookie_value_from_request(request, USER_COOKIE_NAME)
    return bool(cookie) and not mistake()
