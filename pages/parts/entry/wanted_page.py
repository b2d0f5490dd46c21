"""The page that somebody wanted before they were sent to sign in, kept while they are away.

Streamlit comes back from a provider to the start page. On the way out the browser tells from which page it
goes; a short-lived cookie carries its path and filters, and the way back leads there.
"""

from typing import Final
from urllib.parse import quote, unquote, urlsplit

from starlette.datastructures import Headers, MutableHeaders
from starlette.requests import cookie_parser
from starlette.types import ASGIApp, Message, Receive, Scope, Send

COOKIE: Final = "halaman_dituju"
_OUT: Final = "/auth/login"
_BACK: Final = "/oauth2callback"
_AWAY: Final = 900  # seconds that somebody may take at the provider
_LONGEST: Final = 1_500
_NOT_PAGES: Final = ("/auth/", "/_stcore/", "/oauth2callback", "/media/", "/component/")
_STREAMLITS: Final = "_streamlit_"
_UNREACHED: Final = (
    b'<!doctype html><html lang="id"><meta charset="utf-8">'
    b'<meta name="viewport" content="width=device-width"><title>Belum dapat masuk</title>'
    b"<h1>Belum dapat masuk</h1><p>Penyedia akun sedang tidak dapat dihubungi. Yang sudah tersimpan tetap "
    b"ada. Tunggu sebentar, lalu kembali dan coba lagi; bila tetap begini, beri tahu administrator beserta "
    b'jamnya.</p><p><a href="../">Kembali</a></p></html>'
)


class WantedPage:
    """Keeps the wanted page over the way to a provider and back; over TLS cookies then go by TLS alone."""

    def __init__(self, app: ASGIApp, *, always_over_tls: bool) -> None:
        self.app = app
        self.always_over_tls = always_over_tls

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        path = scope["path"] if scope["type"] == "http" else ""
        if not path.endswith((_OUT, _BACK)):
            await self.app(scope, receive, send)
            return
        failed: list[bool] = []
        asked, over_tls = Headers(scope=scope), self.always_over_tls or scope.get("scheme") == "https"

        async def on_the_way(message: Message) -> None:
            if message["type"] == "http.response.start" and message["status"] >= 400:
                await _say_unreached(send)
                failed.append(True)
            if failed:
                return
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                if path.endswith(_OUT):
                    _remember(headers, _page_before(asked), over_tls)
                else:
                    _lead_back(headers, _remembered(asked))
                if over_tls:
                    _by_tls_alone(message)
            await send(message)

        await self.app(scope, receive, on_the_way)


async def _say_unreached(send: Send) -> None:
    told = [(b"content-type", b"text/html"), (b"content-length", str(len(_UNREACHED)).encode())]
    await send({"type": "http.response.start", "status": 503, "headers": told})
    await send({"type": "http.response.body", "body": _UNREACHED})


def _page_before(asked: Headers) -> str:
    """The page from which the browser comes, when it is one of this server."""
    before = urlsplit(asked.get("referer", ""))
    if before.netloc != asked.get("host"):
        return ""
    page = before.path + (f"?{before.query}" if before.query else "")
    return page if may_lead_to(page) else ""


def may_lead_to(page: str) -> bool:
    """Whether this is a page of this server, by its path alone: never another server, never its inside."""
    return (
        page.startswith("/")
        and page[1:2] not in ("/", "\\")
        and page.isprintable()
        and len(page) <= _LONGEST
        and not any(inside in page.partition("?")[0] + "/" for inside in _NOT_PAGES)
    )


def _remember(headers: MutableHeaders, page: str, over_tls: bool) -> None:
    if page and page != "/":
        secure = "; Secure" if over_tls else ""
        cookie = f"{COOKIE}={quote(page, safe='')}; Path=/; Max-Age={_AWAY}; HttpOnly; SameSite=Lax{secure}"
        headers.append("set-cookie", cookie)


def _remembered(asked: Headers) -> str:
    page = unquote(cookie_parser(asked.get("cookie", "")).get(COOKIE, ""))
    return page if may_lead_to(page) else ""


def _lead_back(headers: MutableHeaders, page: str) -> None:
    if page and headers.get("location", "").endswith("/"):
        headers["location"] = quote(page, safe="/?&=%+,;:@!$'()*~-._")
    headers.append("set-cookie", f"{COOKIE}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax")


def _by_tls_alone(message: Message) -> None:
    message["headers"] = [
        (name, value + b"; Secure")
        if name == b"set-cookie" and value.startswith(_STREAMLITS.encode()) and b"secure" not in value.lower()
        else (name, value)
        for name, value in message["headers"]
    ]
