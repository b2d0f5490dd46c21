"""Jejak audit: the administrator reads who did what, and sees whether anybody touched what is kept."""

import pytest
from sqlalchemy import text

from domain.roles import OfficeRole
from pages.office.menu import screens_of
from pages.parts.store import database
from tests.people import ROLES, someone

PAGE = "office/trail/screen.py"


@pytest.mark.parametrize("role", ROLES)
def test_only_the_administrator_has_the_trail_in_the_menu(role):
    titles = {screen.title for _, screen in screens_of(someone(role))}
    assert ("Jejak audit" in titles) == (role is OfficeRole.ADMINISTRATOR)


def _walk(screens):
    next(one for one in screens.app.button if one.label == "Periksa seluruh rantai").click().run()


def test_the_administrator_reads_the_newest_lines_first(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    screens.open(PAGE)
    lines = screens.app.dataframe[0].value
    assert list(lines.columns) == ["Waktu", "Siapa", "Perbuatan", "Tentang", "Yang dicatat"]
    assert len(lines) == 50


def test_a_chain_that_nobody_touched_is_whole(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    screens.open(PAGE)
    _walk(screens)
    assert "Utuh" in screens.app.success[0].value


def test_a_line_that_somebody_changed_past_the_program_is_named(screens):
    with database().writer.begin() as connection:
        connection.execute(text("DROP TRIGGER audit_kept_update"))
        connection.execute(text("UPDATE audit SET person_name = 'Orang lain' WHERE id = 7"))
    screens.be(OfficeRole.ADMINISTRATOR)
    screens.open(PAGE)
    _walk(screens)
    assert "Rusak" in screens.app.error[0].value
    assert "catatan audit" in screens.app.error[0].value


@pytest.mark.parametrize(
    ("number", "hash_of", "told"),
    [
        ("1", lambda true: true, "Sama"),
        ("1", lambda true: f"{true[:8]} {true[8:]}".upper(), "Sama"),
        ("1", lambda true: "0" * 64, "Berbeda"),
        ("99", lambda true: true, "tidak sepanjang itu"),
        ("satu", lambda true: true, "Periksa ketikannya"),
        ("1", lambda true: true[:-1], "Periksa ketikannya"),
    ],
)
def test_an_end_that_was_printed_long_ago_is_compared(screens, number, hash_of, told):
    screens.be(OfficeRole.ADMINISTRATOR)
    screens.open(PAGE)
    with database().read() as session:
        true = session.execute(text("SELECT hash FROM chain_link WHERE number = 1")).scalar_one()
    screens.app.text_input(key="ujung-nomor").set_value(number)
    screens.app.text_input(key="ujung-sidik").set_value(hash_of(true)).run()
    shown = [*screens.app.success, *screens.app.error]
    assert told in shown[0].value
