"""Pengguna: an administrator gives and ends roles; heads wait for a second administrator."""

from datetime import date

import pytest
from sqlalchemy import text

from domain.roles import OfficeRole
from pages.office.menu import screens_of
from pages.office.people.people_words import span
from pages.parts.entry.wanted_page import may_lead_to
from pages.parts.store import database
from tests.people import ROLES, someone
from tests.screens.demo_office import HOME

PAGE = "pages/office/people/screen.py"


@pytest.mark.parametrize("role", ROLES)
def test_only_the_administrator_has_the_people_in_the_menu(role):
    titles = {screen.title for _, screen in screens_of(someone(role))}
    assert ("Pengguna" in titles) == (role is OfficeRole.ADMINISTRATOR)


def _named(kind, label):
    return next(one for one in kind if one.label == label)


def _rows(query):
    with database().read() as session:
        return [tuple(row) for row in session.execute(text(query))]


def test_somebody_is_added_and_a_head_waits_for_another_administrator(office):
    wati, joko = (one for one in office.people if one.name.startswith(("Wati", "Joko")))
    screen = office.open(wati, PAGE)
    _named(screen.text_input, "Nama").set_value("Siti Aminah")
    _named(screen.text_input, "Alamat surel").set_value("Siti@Dinas.go.id")
    _named(screen.button, "Tambahkan").click().run()
    ((number, email),) = _rows("SELECT id, email FROM person WHERE name = 'Siti Aminah'")
    assert email == "siti@dinas.go.id"
    screen = office.open(wati, PAGE, orang=number)
    _named(screen.selectbox, "Peran").set_value("team_lead").run()
    nonce = _named(screen.selectbox, "Peran").key.removesuffix(":role")
    screen.text_area(key=f"{nonce}:reason").set_value("SK 1")
    _named(screen.button, "Usulkan peran").click().run()
    assert _rows("SELECT role, approved_at FROM role_proposal") == [("team_lead", None)]
    assert not [one for one in screen.button if one.label == "Setujui"]
    led = [one.proto.label for one in office.open(joko, HOME).get("page_link")]
    assert "1 usulan peran menunggu persetujuan Anda" in led
    screen = office.open(joko, PAGE)
    _named(screen.button, "Setujui").click().run()
    assert _rows(f"SELECT role, reason FROM person_role WHERE person_id = {number}") == [
        ("team_lead", "SK 1")
    ]


@pytest.mark.parametrize(
    ("page", "leads"),
    [
        ("/pinjaman?no=3&cari=a%20b", True),
        ("/", True),
        ("//luar.id/x", False),
        ("/\\luar.id", False),
        ("https://luar.id/", False),
        ("", False),
        ("/auth/logout", False),
        ("/oauth2callback?code=1", False),
        ("/_stcore/health", False),
        ("/a\nSet-Cookie: x", False),
        ("/" + "a" * 2_000, False),
    ],
)
def test_the_way_back_leads_to_a_page_of_this_server_alone(page, leads):
    assert may_lead_to(page) is leads


def test_a_role_taken_away_on_its_first_day_has_no_backward_days():
    assert span(date(2026, 12, 1), date(2026, 11, 30)) == "Dicabut pada hari mulainya, 1 Desember 2026"
