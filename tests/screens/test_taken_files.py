"""A file that somebody takes leaves a line: who, which file, from which screen; whoever offered it."""

import ast
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import select
from streamlit.runtime.media_file_manager import MediaFileManager

from db.tables import AuditRow
from domain.blitar.roles import BlitarRole
from domain.programme import NotAllowed
from domain.sampang.roles import SampangRole
from pages.parts import taken_files
from pages.parts.server import prepared
from pages.parts.taken_files import noted
from tests.people import held

PAGES = Path(__file__).resolve().parents[2] / "pages"


@pytest.fixture
def sits(office, monkeypatch):
    """Let somebody sit before a screen."""

    def at(role, screen, **address):
        person = None if role is None else office.by_role[role]
        monkeypatch.setattr(taken_files, "acting", lambda: person)
        monkeypatch.setattr(taken_files, "visit", lambda: {"screen": screen})
        monkeypatch.setattr(taken_files, "database", lambda: office.database)
        monkeypatch.setattr(taken_files.st, "query_params", address)
        return person

    return at


def _newest(office):
    with office.database.read() as session:
        return session.scalars(select(AuditRow).order_by(AuditRow.id.desc()).limit(1)).one()


def test_the_line_is_written_when_the_file_is_made_and_not_when_it_is_offered(office, sits):
    sits(SampangRole.OFFICER, "pinjaman", no="12")
    before = _newest(office).id
    make = noted(lambda: b"PDF", "kartu.pdf")
    assert _newest(office).id == before
    assert make() == b"PDF"
    assert _newest(office).id == before + 1


def test_the_line_names_who_what_and_where_without_a_name_from_the_address(office, sits):
    person = sits(BlitarRole.FACILITATOR, "binaan", binaan="7", cari="Siti", sebagai="7")
    noted(lambda: b"PDF", "daftar.xlsx")()
    line = _newest(office)
    assert (line.action, line.programme, line.person_id) == ("take_file", "blitar", person.id)
    assert line.after == {"berkas": "daftar.xlsx", "layar": "binaan?binaan=7"}


def test_who_has_only_looked_at_the_public_screens_leaves_no_line(office, sits):
    sits(None, "kalkulator")
    make = len
    assert noted(make, "simulasi.pdf") is make


def test_who_has_lost_a_role_since_takes_nothing_of_what_still_stands_open(office, sits, monkeypatch):
    before = sits(SampangRole.OFFICER, "pinjaman")
    once_more = replace(before, held=before.held | held(SampangRole.BANK))
    monkeypatch.setattr(taken_files, "acting", lambda: once_more)
    with pytest.raises(NotAllowed):
        noted(lambda: b"PDF", "kartu.pdf")()


def test_nothing_is_written_of_a_file_that_could_not_be_made(office, sits):
    sits(SampangRole.OFFICER, "pinjaman")
    before = _newest(office).id

    def fails():
        raise LookupError

    with pytest.raises(LookupError):
        noted(fails, "x.pdf")()
    assert _newest(office).id == before


def test_the_server_notes_every_file_once():
    prepared()
    wrapped = MediaFileManager.add_deferred
    prepared()
    assert MediaFileManager.add_deferred is wrapped


def test_every_download_of_a_screen_is_made_when_it_is_pressed():
    # Bytes that lie ready would leave the program without passing the place that writes the line.
    offered = []
    for file in PAGES.rglob("*.py"):
        for call in ast.walk(ast.parse(file.read_text())):
            if isinstance(call, ast.Call) and getattr(call.func, "attr", "") == "download_button":
                told = {one.arg: one.value for one in call.keywords}
                data = told["data"] if "data" in told else call.args[1]
                offered.append((file, ast.unparse(data)))
    ready = [f"{file.relative_to(PAGES)}: {data}" for file, data in offered if not _is_maker(data)]
    assert ready == []


def _is_maker(data):
    # The last two give a function that makes the month's report.
    makers = ("lambda", "partial(", "_pdf(page, told, printing)", "_workbook(page, told, printing)")
    return data.startswith(makers) or data.endswith(".as_draft") or data in ("made", "make")
