"""An installation shows the programmes that it is set to serve, and nothing of another."""

import io

import pytest
from pypdf import PdfReader
from streamlit.testing.v1 import AppTest

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarRole
from domain.roles import OfficeRole
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangRole
from pages.office.summary.summary_printing import printed_summary
from pages.office.summary.summary_reading import read_summary
from pages.office.tour.tour_stops import stops
from pages.parts.installation import UnknownProgramme, served
from pages.parts.store import today
from tests.screens.demo_office import (
    CLIENTS,
    COVERAGE,
    DISTRICT_MAP,
    ELIGIBILITY,
    ENTRY,
    FUND,
    HOME,
    INTAKE,
    LEGAL_BASIS,
    LOANS,
    MEETINGS,
    MENTORS,
    REPORTS,
    SELECTION,
    SUMMARY,
    VISITS,
    calm,
    unescaped,
)
from tests.screens.walking import elements

OF_SAMPANG = (INTAKE, ELIGIBILITY, MEETINGS, LOANS, FUND, DISTRICT_MAP)
OF_BLITAR = (CLIENTS, VISITS, COVERAGE, SELECTION, MENTORS, REPORTS)
# What is served, its screens and roles, the screens of the other, and words that are the other's alone.
ALONE = {
    "sampang": (OF_SAMPANG, SampangRole, OF_BLITAR, ("Blitar", "Pendamping", "Binaan", "Fasilitator")),
    "blitar": (
        OF_BLITAR,
        BlitarRole,
        OF_SAMPANG,
        ("Sampang", "Pokjanis", "ergulir", "Kalkulator", "kas dana"),
    ),
}


@pytest.fixture(params=ALONE)
def alone(request, monkeypatch):
    """Serve one programme alone."""
    monkeypatch.setenv("PROGRAMMES", request.param)
    return ALONE[request.param]


def _words(screen):
    """Everything that the screen and its sidebar say, labels of buttons and links included."""
    blocks = (screen.main, screen.sidebar)
    shown = [element for block in blocks for element in elements(block)]
    named = [getattr(element, name, None) for element in shown for name in ("label", "value", "body")]
    named += [link.proto.label for link in screen.get("page_link")]
    named += [option for box in screen.selectbox for option in box.options]
    return "\n".join(str(each) for each in named if each is not None)


def test_without_a_setting_every_programme_is_served(monkeypatch):
    monkeypatch.delenv("PROGRAMMES", raising=False)
    assert served() == (SAMPANG, BLITAR)


@pytest.mark.parametrize(
    ("setting", "programmes"),
    [
        ("blitar", (BLITAR,)),
        (" Blitar, sampang ", (SAMPANG, BLITAR)),
        ("sampang,", (SAMPANG,)),
        (" ", (SAMPANG, BLITAR)),
    ],
)
def test_the_keys_choose_among_the_programmes_in_the_order_of_the_product(monkeypatch, setting, programmes):
    monkeypatch.setenv("PROGRAMMES", setting)
    assert served() == programmes


def test_an_unknown_key_is_said_in_one_sentence_on_the_first_page(demo_url, monkeypatch):
    monkeypatch.setenv("PROGRAMMES", "blitar,malang")
    with pytest.raises(UnknownProgramme):
        served()
    screen = calm(AppTest.from_file(ENTRY, default_timeout=60).run())
    (error,) = screen.error
    assert "malang" in error.value
    assert "sampang, blitar" in unescaped(error.value)
    assert not screen.title


def test_the_first_page_offers_the_personas_of_what_is_served(office, alone):
    _, roles, _, words = alone
    screen = office.start()
    offered = {
        int(button.key.removeprefix("be:")) for button in screen.button if button.key.startswith("be:")
    }
    assert offered == {person.id for person in office.people if person.roles & {*roles, *OfficeRole}}
    assert not [word for word in words if word in _words(screen)]


def test_the_menu_of_an_administrator_and_of_the_leadership_leads_nowhere_else(office, alone):
    _, _, others, _ = alone
    for role in OfficeRole:
        screen = office.start(office.by_role[role])
        for page in others:
            with pytest.raises(ValueError, match="page"):
                screen.switch_page(page)


def test_somebody_of_another_programme_is_nobody_here(office, alone):
    _, roles, _, _ = alone
    stranger = office.by_role[BlitarRole.MENTOR if roles is SampangRole else SampangRole.OFFICER]
    screen = office.start(address={"sebagai": str(stranger.id)})
    assert screen.sidebar.selectbox[0].value is None


@pytest.mark.parametrize("page", [HOME, SUMMARY, LEGAL_BASIS])
def test_the_screens_of_the_office_say_nothing_of_another_programme(office, alone, page):
    _, _, _, words = alone
    said = _words(office.open(office.by_role[OfficeRole.ADMINISTRATOR], page))
    assert not [word for word in words if word in said]


def test_the_printed_summary_has_the_served_programmes_part_alone(office, alone):
    _, _, _, words = alone
    leader = office.by_role[OfficeRole.LEADERSHIP]
    page = printed_summary(read_summary(leader, served(), today()), leader, demo=True)
    said = PdfReader(io.BytesIO(page)).pages[0].extract_text()
    assert served()[0].name in said
    assert not [word for word in words if word in said]


def test_the_tour_stops_at_the_served_programmes_screens_and_at_the_law(alone):
    pages, _, others, _ = alone
    visited = [str(stop.page) for stop in stops()]
    assert visited[-1].endswith(LEGAL_BASIS)
    assert any(page.endswith(own) for page in visited for own in pages)
    assert not [page for page in visited if page.endswith(others)]
    assert len(visited) == {"sampang": 6, "blitar": 7}[served()[0].key]


def test_both_programmes_stand_side_by_side_when_both_are_served(office):
    screen = office.start()
    assert screen.title[0].value == "Dana Bergulir & Pendampingan"
    assert [heading.value for heading in screen.subheader][:2] == [
        "Pimpinan dan administrator",
        "Dinas dan Pokjanis Sampang",
    ]
    assert len(stops()) == 10
