"""With sign-in nobody acts as a persona, whatever the database and the address say."""

import asyncio
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace

import pytest
from starlette.middleware import Middleware
from starlette.responses import Response
from starlette.routing import Route
from streamlit.testing.v1 import AppTest
from streamlit.web.server.starlette import starlette_auth_routes
from streamlit.web.server.starlette.starlette_app_utils import create_signed_value
from streamlit.web.server.starlette.starlette_auth_routes import USER_COOKIE_NAME

from db.office.entering import Came
from domain.entering.outside import Outside
from pages.office.tour import guide
from pages.parts import acting, installation, store
from pages.parts.entry import providers, visitor
from pages.parts.entry.signed_in_files import SignedInFiles
from pages.parts.entry.wanted_page import WantedPage
from pages.parts.errors.log import LINE
from tests.browser.driver import ROOT
from tests.screens.asked_server import AskedServer

AUTH = {"redirect_uri": "http://localhost/oauth2callback", "cookie_secret": "x" * 40}
KANTOR = {
    "client_id": "a",
    "client_secret": "b",
    "server_metadata_url": "https://akun.id",
    "label": "akun Dinas",
}


@pytest.fixture(autouse=True)
def _read_anew():
    yield
    providers.providers.cache_clear()
    providers.mistake.cache_clear()


@pytest.fixture
def door(demo_url, monkeypatch):
    """The application over a demo, with sign-in set up, as nobody who signed in opens it."""
    for module in (installation, acting, store):
        monkeypatch.setattr(module, "sign_in_configured", lambda: True)
    providers.providers.cache_clear()
    providers.mistake.cache_clear()
    screen = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=120)
    screen.secrets["auth"] = {**AUTH, "kantor": KANTOR, "kantor-lagi": KANTOR}
    return screen


def test_the_door_has_the_providers_and_nobody_to_choose(door):
    door.query_params["sebagai"] = "12"
    door.run()
    assert not door.exception
    assert [one.label for one in door.button] == ["Masuk dengan akun Dinas"]
    assert not door.selectbox


@pytest.mark.parametrize(
    ("auth", "said"),
    [
        ({"kantor": KANTOR}, "belum memuat redirect_uri dan cookie_secret"),
        ({**AUTH, "cookie_secret": "pendek", "kantor": KANTOR}, "kurang dari 32 huruf"),
        ({**AUTH, "cookie_secret": "A LONG RANDOM STRING: python -c", "kantor": KANTOR}, "masih contoh"),
        (AUTH, "belum menyebut satu penyedia pun"),
        ({**AUTH, "kantor_dinas": KANTOR}, "garis bawah"),
    ],
)
def test_what_is_wrong_with_the_secrets_is_said_at_the_door(monkeypatch, auth, said):
    _set_up(monkeypatch, auth)
    assert said in providers.mistake()


def _set_up(monkeypatch, auth):
    monkeypatch.setattr(providers.st, "secrets", {"auth": auth})
    providers.providers.cache_clear()
    providers.mistake.cache_clear()


@pytest.mark.parametrize("secret", ["", "pendek", "A LONG RANDOM STRING: python -c 'import secrets'"])
def test_a_cookie_under_a_secret_that_can_be_guessed_lets_nobody_in(monkeypatch, secret):
    _set_up(monkeypatch, {**AUTH, "cookie_secret": secret, "kantor": KANTOR})
    forged = SimpleNamespace(to_dict=lambda: {"is_logged_in": True, "email": "wati@dinas.id"})
    monkeypatch.setattr(visitor.st, "user", forged)
    assert visitor._came() == Came(None, Outside.NOT_SIGNED_IN)


def _answered(path, status, headers, cookie=b""):
    """What the browser gets of an answer on the way out or back."""
    sent = []

    async def app(scope, receive, send):
        await send({"type": "http.response.start", "status": status, "headers": headers})
        await send({"type": "http.response.body", "body": b"Authentication error"})

    async def send(message):
        sent.append(message)

    asked = [(b"host", b"dana.id"), (b"referer", b"https://dana.id/pinjaman?cari=a%20b"), (b"cookie", cookie)]
    scope = {"type": "http", "path": path, "scheme": "https", "headers": asked}
    answering = WantedPage(app, always_over_tls=False)(scope, None, send)
    # A browser that another test of this process drove leaves its loop running in this thread.
    with ThreadPoolExecutor(1) as apart:
        apart.submit(asyncio.run, answering).result()
    return sent


def test_the_wanted_page_goes_along_and_comes_back():
    start, _ = _answered("/auth/login", 302, [(b"location", b"https://akun.id/")])
    kept = dict(start["headers"])[b"set-cookie"]
    assert kept.endswith(b"HttpOnly; SameSite=Lax; Secure")
    cookie = kept.split(b";")[0]
    streamlits = (b"set-cookie", b"_streamlit_user=x; Path=/")
    start, _ = _answered("/oauth2callback", 302, [(b"location", b"/"), streamlits], cookie)
    assert (b"location", b"/pinjaman?cari=a%20b") in start["headers"]
    assert (b"set-cookie", b"_streamlit_user=x; Path=/; Secure") in start["headers"]


def test_a_provider_that_is_not_reached_is_said_in_indonesian():
    start, body = _answered("/auth/login", 400, [(b"content-type", b"text/plain")])
    assert start["status"] == 503
    assert b"Penyedia akun sedang tidak dapat dihubungi" in body["body"]


def test_the_callbacks_of_the_demo_take_no_seat(door):
    with pytest.raises(RuntimeError):
        acting.act_as(None)
    assert guide.everybody() == ()


def test_who_comes_with_an_account_and_is_refused_leaves_one_line_without_the_address(monkeypatch, caplog):
    monkeypatch.setattr(visitor, "_came", lambda: Came(None, Outside.UNKNOWN))
    monkeypatch.setattr(visitor.st, "session_state", {})
    visitor.visitor()
    visitor.visitor()
    (line,) = [getattr(one, LINE) for one in caplog.records]
    assert line == {"kind": "unknown"}


@pytest.mark.parametrize(
    ("path", "secret", "status"),
    [
        ("/media/a1b2.png", None, 403),
        ("/media/a1b2.png", "tebakan-orang-lain-yang-cukup-panjang", 403),
        ("/media/a1b2.png", AUTH["cookie_secret"], 200),
        ("/pinjaman", None, 200),
    ],
)
def test_a_file_is_given_to_a_browser_that_is_signed_in_alone(monkeypatch, path, secret, status):
    _set_up(monkeypatch, {**AUTH, "kantor": KANTOR})
    monkeypatch.setattr(starlette_auth_routes, "get_cookie_secret", lambda: AUTH["cookie_secret"])
    cookie = "" if secret is None else create_signed_value(secret, USER_COOKIE_NAME, "{}").decode()
    routes = [Route("/{path:path}", lambda _request: Response(b"x"))]
    server = AskedServer(routes, [Middleware(SignedInFiles)])
    assert server.get(path, {"cookie": f"{USER_COOKIE_NAME}={cookie}"})[0] == status
