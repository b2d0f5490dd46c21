"""Which screens open for whom: the menu hides, and every screen refuses by itself."""

import pytest
from streamlit.testing.v1 import AppTest

from domain.blitar.roles import BlitarPermission
from domain.programme import NotAllowed, may
from domain.programmes import PROGRAMMES
from domain.roles import OfficePermission, OfficeRole
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.office.menu import screens_of
from tests.browser.driver import ROOT
from tests.people import ROLES, someone
from tests.screens.demo_office import (
    CLIENTS,
    COLLECTION,
    COVERAGE,
    DISTRICT_MAP,
    ELIGIBILITY,
    FUND,
    HOME,
    INTAKE,
    LEGAL_BASIS,
    LETTER_CHECK,
    LOANS,
    MEETINGS,
    MENTORS,
    MONTH_REPORTS,
    PAPER_CHECK,
    POLICY,
    REPORTS,
    SCREENS,
    SELECTION,
    SUMMARY,
    VISITS,
    calm,
    go,
    said,
)

NEEDED = {
    HOME: None,
    INTAKE: SampangPermission.ENTER_APPLICATIONS,
    ELIGIBILITY: SampangPermission.READ_APPLICATIONS,
    LEGAL_BASIS: None,
    MEETINGS: SampangPermission.RECORD_DECISIONS,
    LOANS: SampangPermission.READ_LOANS,
    COLLECTION: SampangPermission.READ_COLLECTION,
    FUND: SampangPermission.READ_FUND,
    MONTH_REPORTS: SampangPermission.READ_FUND_REPORTS,
    DISTRICT_MAP: SampangPermission.READ_SAMPANG_MAP,
    PAPER_CHECK: SampangPermission.VERIFY_PAPERS,
    LETTER_CHECK: BlitarPermission.VERIFY_MENTORING_PAPERS,
    COVERAGE: BlitarPermission.READ_COVERAGE,
    SELECTION: BlitarPermission.READ_SELECTION,
    MENTORS: BlitarPermission.READ_STAFF,
    CLIENTS: BlitarPermission.READ_CLIENTS,
    VISITS: BlitarPermission.RECORD_VISITS,
    REPORTS: BlitarPermission.READ_REPORTS,
    SUMMARY: OfficePermission.READ_SUMMARY,
    POLICY: OfficePermission.SIMULATE_POLICY,
}


def opens(role, page):
    person = someone(role)
    return NEEDED[page] is None or any(may(person, NEEDED[page], one) for one in PROGRAMMES)


@pytest.mark.parametrize("role", ROLES)
def test_a_persona_opens_the_screens_of_its_role_and_no_others(office, role):
    screen = office.start(office.by_role[role])
    for page in SCREENS:
        if opens(role, page):
            calm(go(screen, page).run())
        else:
            with pytest.raises(ValueError, match="page"):
                screen.switch_page(page)


def test_every_persona_has_a_role(office):
    assert len(office.people) == 13
    assert set(office.by_role) == set(ROLES)


@pytest.mark.parametrize("page", [INTAKE, ELIGIBILITY])
def test_nobody_opens_a_restricted_screen(office, page):
    with pytest.raises(ValueError, match="page"):
        office.start().switch_page(page)


@pytest.mark.parametrize("page", [INTAKE, ELIGIBILITY])
def test_a_screen_that_is_run_past_the_menu_asks_who_is_there(office, page):
    screen = calm(AppTest.from_file(ROOT / page, default_timeout=60).run())
    assert "Pilih dahulu peran Anda" in said(screen)
    assert not screen.title


@pytest.mark.parametrize(
    ("page", "role"),
    [(page, role) for page in (INTAKE, ELIGIBILITY) for role in ROLES if not opens(role, page)],
)
def test_a_screen_that_is_run_past_the_menu_refuses_other_roles(office, page, role):
    screen = AppTest.from_file(ROOT / page, default_timeout=60)
    screen.session_state["persona-read"] = office.by_role[role]
    calm(screen.run())
    assert NotAllowed(NEEDED[page], SAMPANG, office.by_role[role]).sentence in said(screen)
    assert not screen.title


def test_changing_the_persona_on_a_screen_that_it_lacks_shows_the_start_page(office):
    screen = office.open(office.officer, INTAKE)
    screen.sidebar.selectbox[0].set_value(office.by_role[SampangRole.BANK].id)
    calm(screen.run())
    assert screen.title[0].value != "Pengajuan"


def test_the_address_chooses_the_persona(office):
    screen = office.start(address={"sebagai": str(office.member.id)})
    assert screen.sidebar.selectbox[0].value == office.member.id


@pytest.mark.parametrize("told", ["999", "abc", "-1", "9" * 5_000, "<script>"])
def test_an_address_of_nobody_chooses_nobody(office, told):
    screen = office.start(address={"sebagai": told})
    assert screen.sidebar.selectbox[0].value is None


def test_the_office_stands_last_in_the_menu_of_who_has_both_programmes(office):
    leader = next(person for person in office.people if person.roles == {OfficeRole.LEADERSHIP})
    sections = list(dict.fromkeys(section for section, _ in screens_of(leader)))
    assert sections == ["", *(programme.name for programme in PROGRAMMES), "Kantor"]
