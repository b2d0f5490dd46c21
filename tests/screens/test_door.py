"""With sign-in nobody acts as a persona, whatever the database and the address say."""

import pytest
from streamlit.testing.v1 import AppTest

from pages.office.tour import guide
from pages.parts import acting, installation, store
from pages.parts.entry import providers
from tests.browser.driver import ROOT

AUTH = {"redirect_uri": "http://localhost/oauth2callback", "cookie_secret": "x" * 40}
KANTOR = {
    "client_id": "a",
    "client_secret": "b",
    "server_metadata_url": "https://akun.id",
    "label": "akun Dinas",
}


@pytest.fixture
def door(demo_url, monkeypatch):
    """The application over a demo, with sign-in set up, as nobody who signed in opens it."""
    for module in (installation, acting, store):
        monkeypatch.setattr(module, "sign_in_configured", lambda: True)
    providers.providers.cache_clear()
    screen = AppTest.from_file(ROOT / "streamlit_app.py", default_timeout=120)
    screen.secrets["auth"] = {**AUTH, "kantor": KANTOR, "kantor-lagi": KANTOR}
    yield screen
    providers.providers.cache_clear()


def test_the_door_has_the_providers_and_nobody_to_choose(door):
    door.query_params["sebagai"] = "12"
    door.run()
    assert not door.exception
    assert [one.label for one in door.button] == ["Masuk dengan akun Dinas"]
    assert not door.selectbox


def test_the_callbacks_of_the_demo_take_no_seat(door):
    with pytest.raises(RuntimeError):
        acting.act_as(None)
    assert guide.everybody() == ()
