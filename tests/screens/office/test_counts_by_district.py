"""The usaha of all 22 kecamatan are typed into one grid, with source and day, and approved by another."""

from datetime import timedelta

import pytest

from db.engine import Database
from db.office.practice import law_of
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.blitar.staffing.business_base import base_on
from domain.regions.business_counts import BusinessCount
from domain.roles import OfficeRole
from pages.parts.store import today
from tests.screens.as_typed import as_typed
from tests.screens.walking import Screens

PAGE = "office/legal_basis/screen.py"
FORM = "business_counts"


@pytest.fixture
def grid(screens):
    return opened(screens, OfficeRole.ADMINISTRATOR, **{"propose:setting": FORM})


def opened(screens, role, **state):
    """The office's decisions of Blitar, as a new visitor sees them."""
    screens.app = Screens(screens.url).app
    screens.be(role)
    screens.app.query_params["program"] = "blitar"
    screens.app.query_params["bagian"] = "Ketetapan kantor"
    screens.open(PAGE, **state)
    return screens


def typed(screens, rows, *, source="Angka contoh", day=None):
    nonce = screens.app.session_state["decisions:nonce"]
    edited = {"edited_rows": rows, "added_rows": [], "deleted_rows": []}
    screens.app.session_state[f"{nonce}:{FORM}:tabel"] = edited
    field(screens, "text_input", "source").set_value(source)
    field(screens, "text_input", "since").set_value(as_typed(day or today()))
    field(screens, "text_area", "reason").set_value("pemutakhiran")
    next(button for button in screens.app.button if button.label == "Ajukan usulan").click()
    screens.run()
    assert not screens.app.exception


def field(screens, kind, name):
    return next(one for one in getattr(screens.app, kind) if (one.key or "").endswith(f":{FORM}:{name}"))


def base(screens):
    database = Database.at(screens.url)
    with database.read() as session:
        found = base_on(law_of(session, BLITAR, today()))
    database.close()
    return found


def test_what_was_typed_waits_for_another_person_and_then_counts(grid):
    # As the office writes thousands; a column of numbers would read one point nine nine.
    typed(grid, {0: {"Usaha mikro": "1.990", "Koperasi": "10"}})
    assert base(grid) is None
    opened(grid, BlitarRole.AGENCY_HEAD)
    assert "1.990 usaha mikro dan 10 koperasi di 1 kecamatan, sumber: Angka contoh" in grid.text
    for label in ("Periksa dampaknya", "Setujui"):
        next(button for button in grid.app.button if button.label == label).click()
        grid.run()
    assert base(grid).counts.by_district == {"35.05.01": BusinessCount(1990, 10)}


@pytest.mark.parametrize(
    ("rows", "more", "told"),
    [
        ({}, {}, "Belum ada kecamatan yang diisi"),
        ({1: {"Usaha mikro": "5"}}, {}, "Udanawu: isi usaha mikro dan koperasi"),
        ({1: {"Usaha mikro": "1,5", "Koperasi": "0"}}, {}, "Udanawu: "),
        ({1: {"Usaha mikro": "seratus", "Koperasi": "0"}}, {}, "Udanawu: "),
        ({1: {"Usaha mikro": "-5", "Koperasi": "0"}}, {}, "tidak boleh negatif"),
        ({1: {"Usaha mikro": "5", "Koperasi": "0"}}, {"source": ""}, "Sumber hitungan belum diisi"),
        ({1: {"Usaha mikro": "5", "Koperasi": "0"}}, {"day": today() + timedelta(days=1)}, "paling baru"),
    ],
)
def test_what_is_lacking_is_said_and_nothing_is_proposed(grid, rows, more, told):
    typed(grid, rows, **more)
    assert told in grid.text
    assert "Menunggu persetujuan (0)" in grid.text
