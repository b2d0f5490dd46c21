"""An error in the running application is said with its number; the logs hold nothing of what was typed."""

import json
import re
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from playwright.sync_api import expect
from sqlalchemy import select
from sqlalchemy.engine import make_url

from db.blitar.visiting.visit_list import VisitFilter, visit_list
from db.tables import ClientRow
from domain.blitar.roles import BlitarRole
from domain.blitar.visiting.visit import VisitState
from domain.sampang.roles import SampangRole
from tests.browser.driver import ROOT, open_screen, running_server, settled
from tests.browser.intake import IntakeScreen

NIK = "3527034506850000"
NAME = "Siti Rahayu"
NIK_FIELD = "NIK (KTP) pemilik"
NUMBER = re.compile(r"G-[2-9FJKMRUWX]{4}\b")
PARTS = f"""
import sys

import streamlit as st

sys.path.insert(0, {str(ROOT)!r})

from pages.parts.errors.screen import errors_said
from pages.parts.server import prepared


@st.fragment
def part():
    st.text_input("Di dalam bagian", key="part")
    if st.button("Tekan bagian"):
        raise ValueError(st.session_state["part"])


@st.dialog("Jendela")
def window():
    st.text_input("Di dalam jendela", key="window")
    if st.button("Tekan jendela"):
        raise ValueError(st.session_state["window"])


def main():
    with errors_said():
        part()
        if st.button("Buka jendela"):
            window()


if __name__ == "__main__":
    main()
else:
    app = st.App(__file__, **prepared())
"""


@pytest.fixture
def file(server):
    """The file of the running application's database."""
    return Path(make_url(server.database_url).database)


@pytest.fixture
def without_trail(store, file):
    """Take the table of the trail away, so that whatever is stored fails with what was typed in the error."""
    _run(file, "ALTER TABLE audit RENAME TO audit_away")
    yield
    _run(file, "ALTER TABLE audit_away RENAME TO audit")


def _run(file, statement):
    with closing(sqlite3.connect(file, timeout=30)) as connection:
        connection.execute(statement)


def said_number(box):
    """The number that a place of the screen says, once it says one."""
    expect(box).to_contain_text(NUMBER)
    (number,) = NUMBER.findall(box.inner_text())
    return number


def line_of(server, number):
    """The one line of the log for a number."""
    lines = [json.loads(line) for line in server.errors.read_text().splitlines()]
    (line,) = [line for line in lines if line.get("number") == number]
    return line


def assert_logs_hold_nothing_of(server, *typed):
    logs = server.errors.read_text() + server.log.read_text()
    assert [text for text in typed if text in logs] == []


def test_a_change_that_fails_is_said_and_what_was_typed_stands_on_the_screen(
    page, server, store, without_trail
):
    intake = IntakeScreen(page, server.url, store.who(SampangRole.OFFICER).id)
    intake.write("Nama usaha *", NAME)
    intake.write(NIK_FIELD, NIK)
    intake.press("Simpan draf")
    number = said_number(page.locator(".st-key-galat"))
    line = line_of(server, number)
    assert (line["screen"], line["during"]) == ("pengajuan", "screen")
    expect(page.get_by_label("Nama usaha *", exact=True)).to_have_value(NAME)
    expect(page.get_by_label(NIK_FIELD, exact=True)).to_have_value(NIK)
    assert_logs_hold_nothing_of(server, NIK, NAME)
    assert store.rows(NAME) == ()


def test_a_button_that_fails_is_said_and_what_was_typed_stands_on_the_screen(
    page, server, store, without_trail
):
    fasilitator = store.who(BlitarRole.FACILITATOR)
    with store.database.read() as session:
        waiting = visit_list(session, fasilitator, VisitFilter(state=VisitState.SENT)).lines
    open_screen(page, f"{server.url}/kunjungan?sebagai={fasilitator.id}&kunjungan={waiting[0].id}")
    page.get_by_text("Kembalikan dengan catatan").click()
    settled(page)
    page.get_by_label("Yang perlu diperbaiki").fill(f"{NAME}, NIK {NIK}")
    page.get_by_role("button", name="Kembalikan", exact=True).click()
    number = said_number(page.locator(".st-key-galat-tombol").first)
    assert line_of(server, number)["during"] == "button"
    expect(page.get_by_label("Yang perlu diperbaiki")).to_have_value(f"{NAME}, NIK {NIK}")
    assert_logs_hold_nothing_of(server, NIK, NAME)


def test_a_file_that_cannot_be_made_is_said_under_its_button(page, server, store, without_trail):
    fasilitator = store.who(BlitarRole.FACILITATOR)
    with store.database.read() as session:
        name = session.scalars(select(ClientRow.name).order_by(ClientRow.id)).first()
    open_screen(page, f"{server.url}/binaan?sebagai={fasilitator.id}&cari={name}")
    page.get_by_role("button", name="Unduh Excel").click()
    page.get_by_role("button", name="Unduh daftar binaan").click()
    error = page.get_by_test_id("stDownloadButtonError").first
    number = said_number(error)
    expect(error).to_contain_text("Berkas ini tidak dapat dibuat")
    assert line_of(server, number)["during"] == "file"
    assert_logs_hold_nothing_of(server, name)


def test_after_a_lost_database_the_screen_shows_again_what_was_typed(page, server, store, file):
    intake = IntakeScreen(page, server.url, store.who(SampangRole.OFFICER).id)
    intake.write("Nama usaha *", NAME)
    intake.choose("Kecamatan", "Camplong")
    settled(page)
    page.get_by_label(NIK_FIELD, exact=True).fill(NIK)  # and not left before the press
    file.rename(file.with_suffix(".away"))
    try:
        page.get_by_role("button", name="Simpan draf").click()
        expect(page.get_by_text("Basis data sedang tidak dapat dipakai")).to_be_visible()
        expect(page.get_by_label("Nama usaha *", exact=True)).to_have_count(0)
    finally:
        file.with_suffix(".away").rename(file)
    page.get_by_role("button", name="Tampilkan lagi layar ini").click()
    expect(page.get_by_label("Nama usaha *", exact=True)).to_have_value(NAME)
    expect(page.get_by_label(NIK_FIELD, exact=True)).to_have_value(NIK)
    expect(page.get_by_label("Kecamatan", exact=True).locator("visible=true").first).to_have_value("Camplong")
    page.get_by_role("button", name="Simpan draf").click()
    expect(page.get_by_text("kesalahan program")).to_have_count(0)
    settled(page)
    assert [row.name for row in store.rows(NAME)] == [NAME]


def test_a_part_and_a_window_that_fail_are_said_in_their_place(page, tmp_path):
    app = tmp_path / "parts.py"
    app.write_text(PARTS)
    shutil.copytree(ROOT / ".streamlit", tmp_path / ".streamlit")
    with running_server(tmp_path, app) as server:
        page.goto(server.url)
        page.get_by_label("Di dalam bagian").fill(NIK)
        page.get_by_role("button", name="Tekan bagian").click()
        box = page.locator(".st-key-galat-bagian")
        assert line_of(server, said_number(box))["during"] == "part of a screen"
        page.get_by_role("button", name="Buka jendela").click()
        page.get_by_label("Di dalam jendela").fill(NIK)
        page.get_by_role("button", name="Tekan jendela").click()
        box = page.get_by_role("dialog").locator(".st-key-galat-bagian")
        assert line_of(server, said_number(box))["during"] == "part of a screen"
        assert_logs_hold_nothing_of(server, NIK)
        page.goto("about:blank")  # before the server goes, which the page would miss
