"""Jejak audit: the administrator reads who did what, and sees whether anybody touched what is kept."""

import re

import pytest
from sqlalchemy import select, text

from db.tables import AuditRow
from db.trail import OfficeSubject
from db.wings import wing_of as store_wing_of
from domain.blitar.programme import BLITAR
from domain.roles import OfficeRole
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.office.menu import screens_of
from pages.parts.store import database
from pages.parts.told_in_words import OTHER, changes_told
from pages.parts.wings import opens, wing_of
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


def test_a_line_is_told_in_words_with_the_number_that_people_know(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    screens.open(PAGE)
    told = screens.app.dataframe[0].value
    assert told["Tentang"].str.contains(r"DB-20\d\d-\d{4}", regex=True).any()
    words = " ".join(told["Yang dicatat"])
    assert not re.search(r"\b[a-z]+_[a-z_]+\b", words), words


def test_who_looks_for_a_nik_is_led_to_the_screen_that_finds_it(screens):
    screens.be(OfficeRole.ADMINISTRATOR)
    screens.open(PAGE)
    screens.app.text_input(key="jejak-nomor").set_value("3505 0145 0685 0001").run()
    assert "Data pribadi" in screens.app.info[0].value


def test_what_was_erased_and_who_asked_for_an_own_record_are_told_by_name():
    words = wing_of(SAMPANG).trail()
    erased = changes_told(words, OfficeSubject.ERASURE_LIST, None, {"year": 2026, "erased": 1200, "left": 1})
    assert erased == ["tahun: 2026", "dihapus: 1.200", "tidak dihapus: 1"]
    asked = changes_told(words, OfficeSubject.OWN_RECORD, None, {"nik": "35**", "bagian": "x", "alasan": "y"})
    assert not [one for one in asked if one.startswith(OTHER)]


def test_a_given_role_is_told_with_the_name_of_its_programme():
    words = wing_of(SAMPANG).trail()
    told = changes_told(words, OfficeSubject.PERSON, None, {"programme": "sampang"})
    assert told == ["program: Dana bergulir Sampang"]


@pytest.mark.parametrize("programme", [SAMPANG, BLITAR], ids=lambda one: one.key)
def test_every_field_that_the_demo_recorded_has_a_name_in_words(screens, programme):
    words, wing = wing_of(programme).trail(), store_wing_of(programme)
    row = AuditRow
    with database().read() as session:
        lines = session.execute(
            select(row.subject_kind, row.before, row.after).where(row.programme == programme.key)
        ).all()
    unnamed = set()
    for kind, before, after in lines:
        told = changes_told(words, wing.subject(kind), before, after)
        unnamed |= {f"{kind}: {one}" for one in told if one.startswith(OTHER)}
    assert unnamed == set()


def test_an_opened_line_leads_to_where_its_reader_may_go():
    lead = someone(SampangRole.TEAM_LEAD)
    files = {place[0] for place in wing_of(SAMPANG).trail().places.values()}
    open_to_lead = {one.file for one in wing_of(SAMPANG).screens if opens(one, lead, SAMPANG)}
    open_to_admin = {
        one.file for one in wing_of(SAMPANG).screens if opens(one, someone(OfficeRole.ADMINISTRATOR), SAMPANG)
    }
    assert files <= open_to_lead
    assert not files & open_to_admin


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
