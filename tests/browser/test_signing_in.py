"""Signing in through a real provider of identities on this machine, from the door to the way out."""

from contextlib import closing, suppress
from datetime import UTC, datetime, timedelta

import pytest
from oidc_provider_mock import User, run_server_in_thread
from playwright.sync_api import expect
from sqlalchemy import update

from db.office.first_administrator import make_administrator
from db.office.people_access import add_someone
from db.office.role_giving import end_role, give_role
from db.refusals import NotFound
from db.tables import PersonRoleRow, SignInRow
from domain.dates import JAKARTA
from domain.entering.role_terms import NewPerson, RoleEnd, RoleGiven
from domain.roles import Held, OfficeRole, Person
from domain.sampang.programme import SAMPANG
from tests.browser.driver import free_port, open_screen, running_server, settled
from tests.db.people import a_nonce
from tests.db.real_stores import KEY, open_real

NOW = datetime.now(UTC)
SECRETS = """
[auth]
redirect_uri = "http://localhost:{port}/oauth2callback"
cookie_secret = "rahasia-untuk-uji-saja-panjang-sekali"

[auth.kantor]
label = "akun Dinas"
client_id = "dana"
client_secret = "x"
server_metadata_url = "{issuer}/.well-known/openid-configuration"
client_kwargs = {{ prompt = "login" }}
"""
ADDRESSES = {
    "wati": {"email": "Wati@Dinas.id", "email_verified": True},
    "rina": {"email": "rina@dinas.id", "email_verified": True},
    "tamu": {"email": "tamu@luar.id", "email_verified": True},
    "lancung": {"email": "rina@dinas.id", "email_verified": False},
}


class Real:
    """The running application over a real store: an administrator, Wati, and an officer, Rina."""

    def __init__(self, url, database_url):
        self.url = url
        self.database = open_real(database_url)
        with self.database.write() as session:
            number = make_administrator(
                session, NewPerson(name="Wati", email="wati@dinas.id"), SAMPANG, at=NOW
            )
            self.admin = Person(number, "Wati", frozenset({Held("sampang", OfficeRole.ADMINISTRATOR)}))
        self.rina = self.do(add_someone, NewPerson(name="Rina", email="rina@dinas.id"))
        self.give("officer")

    def do(self, verb, *given):
        with self.database.write() as session:
            return verb(session, self.admin, SAMPANG, *given, nonce=a_nonce(), at=NOW)

    def give(self, role):
        self.do(give_role, self.rina, RoleGiven(role=role, since=NOW.astimezone(JAKARTA).date(), reason="SK"))

    def take_away(self):
        with self.database.read() as session:
            rows = session.query(PersonRoleRow.id).filter_by(person_id=self.rina).all()
        for (number,) in rows:
            with suppress(NotFound):
                self.do(end_role, number, RoleEnd(reason="SK"))

    def later(self, **more):
        """Let what every sign-in has left to last pass by so much."""
        with self.database.write() as session:
            session.execute(
                update(SignInRow).values(**{name: datetime.now(UTC) - by for name, by in more.items()})
            )


@pytest.fixture(scope="module")
def provider():
    users = [User(sub=sub, claims=claims) for sub, claims in ADDRESSES.items()]
    with run_server_in_thread(user_claims=users) as server:
        yield f"http://127.0.0.1:{server.server_port}"


@pytest.fixture(scope="module")
def real(provider, tmp_path_factory):
    folder, port = tmp_path_factory.mktemp("real"), free_port()
    (folder / "secrets.toml").write_text(SECRETS.format(port=port, issuer=provider))
    office = Real(f"http://localhost:{port}", f"sqlite:///{folder / 'demo.sqlite3'}")
    with pytest.MonkeyPatch.context() as settings:
        settings.setenv("DATA_KEY", KEY)
        with running_server(folder, port=port), closing(office.database):
            yield office


@pytest.fixture
def visit(browser):
    """Open a page of a browser that knows nobody yet; the provider's style from elsewhere is left out."""
    contexts = []

    def new(width=1280):
        context = browser.new_context(locale="id-ID", viewport={"width": width, "height": 900})
        context.set_default_timeout(60_000)
        context.route("**/cdn.jsdelivr.net/**", lambda route: route.abort())
        contexts.append(context)
        return context.new_page()

    yield new
    for context in contexts:
        context.close()


def sign_in(page, who, button="Masuk dengan akun Dinas"):
    page.get_by_role("button", name=button).click()
    page.get_by_role("button", name=who, exact=True).click()
    page.wait_for_selector("[data-testid=stApp]")
    settled(page)


def test_somebody_known_gets_their_menu_and_the_page_that_they_wanted(real, visit):
    page = visit()
    open_screen(page, f"{real.url}/pinjaman?lihat=Daftar&cari=Toko%20A%26B")
    expect(page.get_by_role("heading", name="Dana bergulir")).to_be_visible()
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)
    sign_in(page, "rina")
    assert page.url.startswith(f"{real.url}/pinjaman?")
    assert "A%26B" in page.url
    expect(page.get_by_role("heading", name="Pinjaman")).to_be_visible()
    menu = page.get_by_test_id("stSidebarNav")
    expect(menu.get_by_text("Pengajuan")).to_be_visible()
    expect(menu.get_by_text("Pengguna")).to_have_count(0)


@pytest.mark.parametrize("who", ["tamu", "lancung"])
def test_an_unknown_or_unverified_address_sees_whom_to_ask_and_nothing_else(real, visit, who):
    page = visit()
    open_screen(page, f"{real.url}/kalkulator?sebagai={real.admin.id}")
    sign_in(page, who)
    expect(page.get_by_role("heading", name="Belum dapat masuk")).to_be_visible()
    expect(page.get_by_text("administrator aplikasi ini di dinas Anda")).to_be_visible()
    expect(page.get_by_test_id("stSidebarNav")).to_have_count(0)


def test_a_demoted_person_loses_it_at_the_next_click_and_a_removed_one_everything(real, visit):
    page = visit()
    open_screen(page, real.url)
    sign_in(page, "rina")
    real.take_away()
    real.give("bank")
    page.get_by_test_id("stSidebarNav").get_by_text("Pinjaman").click()
    settled(page)
    expect(page.get_by_test_id("stSidebarNav").get_by_text("Pengajuan")).to_have_count(0)
    real.take_away()
    page.get_by_test_id("stSidebarNav").get_by_text("Pinjaman").click()
    settled(page)
    expect(page.get_by_role("heading", name="Belum dapat masuk")).to_be_visible()
    real.give("officer")


def test_a_cookie_that_was_taken_is_worth_nothing_after_signing_out(real, visit):
    page, thief = visit(), visit()
    open_screen(page, real.url)
    sign_in(page, "rina")
    thief.context.add_cookies(page.context.cookies())
    open_screen(thief, f"{real.url}/pinjaman")
    expect(thief.get_by_role("heading", name="Pinjaman")).to_be_visible()
    page.get_by_role("button", name="Keluar", exact=True).click()
    page.get_by_role("button", name="End session").click()
    settled(page)
    expect(page.get_by_role("button", name="Masuk dengan akun Dinas")).to_be_visible()
    open_screen(thief, f"{real.url}/pinjaman")
    expect(thief.get_by_text("Sesi ini sudah diakhiri")).to_be_visible()


def test_a_session_that_nobody_used_is_over_and_opens_again_where_one_was(real, visit):
    page = visit()
    open_screen(page, f"{real.url}/pinjaman")
    sign_in(page, "rina")
    real.later(idle_ends_at=timedelta(seconds=1))
    open_screen(page, f"{real.url}/pinjaman")
    expect(page.get_by_text("Sesi Anda sudah berakhir")).to_be_visible()
    sign_in(page, "rina", button="Masuk lagi")
    expect(page.get_by_role("heading", name="Pinjaman")).to_be_visible()


def test_roles_are_given_only_by_who_has_just_signed_in(real, visit):
    page = visit()
    open_screen(page, f"{real.url}/pengguna?orang={real.rina}")
    sign_in(page, "wati")
    expect(page.get_by_role("heading", name="Rina")).to_be_visible()
    real.later(fresh_until=timedelta(seconds=1))
    end_sign_ins(page, "ponsel hilang")
    expect(page.get_by_text("Anda harus baru saja masuk")).to_be_visible()
    sign_in(page, "wati", button="Masuk lagi")
    expect(page.get_by_role("heading", name="Rina")).to_be_visible()
    end_sign_ins(page, "ponsel hilang")
    expect(page.get_by_text("Sesi masuk orang ini diakhiri")).to_be_visible()


def end_sign_ins(page, why):
    page.get_by_role("button", name="Keluarkan dari semua perangkat").click()
    page.get_by_label("Alasan").locator("visible=true").fill(why)
    page.get_by_role("button", name="Ya, keluarkan dari semua perangkat").click()
    settled(page)
