"""The menu: which screens a person has, in which section."""

from collections.abc import Iterator
from copy import copy
from functools import cache
from typing import Final, Literal

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from domain.roles import OfficePermission, OfficeRole, Person
from pages.office.linked_screen import linked_page
from pages.parts.installation import served
from pages.parts.office_screens import (
    HOME,
    LEGAL_BASIS,
    LEGAL_BASIS_ADDRESS,
    PEOPLE,
    PERSONAL_DATA,
    POLICY,
    SUMMARY,
    TRAIL,
)
from pages.parts.wings import MenuScreen, opens, wing_of

_OFFICE: Final = "Kantor"
_HOME: Final = MenuScreen(HOME, "Beranda", "", ":material/home:")
_SUMMARY: Final = MenuScreen(
    SUMMARY, "Ringkasan", "ringkasan", ":material/monitoring:", OfficePermission.READ_SUMMARY
)
_LEGAL_BASIS: Final = MenuScreen(LEGAL_BASIS, "Dasar hukum", LEGAL_BASIS_ADDRESS, ":material/menu_book:")
_POLICY: Final = MenuScreen(
    POLICY, "Simulasi kebijakan", "simulasi-kebijakan", ":material/tune:", OfficePermission.SIMULATE_POLICY
)

_TRAIL: Final = MenuScreen(
    TRAIL, "Jejak audit", "jejak-audit", ":material/history:", OfficePermission.READ_AUDIT
)
_PERSONAL_DATA: Final = MenuScreen(
    PERSONAL_DATA, "Data pribadi", "data-pribadi", ":material/badge:", OfficePermission.READ_OWN_RECORD
)
_PEOPLE: Final = MenuScreen(
    PEOPLE, "Pengguna", "pengguna", ":material/manage_accounts:", OfficePermission.MANAGE_PEOPLE
)


def menu_for(person: Person | None) -> dict[str, list[StreamlitPage]]:
    """The screens of a person's roles, by section."""
    menu: dict[str, list[StreamlitPage]] = {}
    for section, screen in screens_of(person):
        menu.setdefault(section, []).append(_page(screen, person))
    if linked := linked_page(person, _SUMMARY):
        menu.setdefault(_OFFICE, []).append(linked)
    return menu


def screens_of(person: Person | None) -> Iterator[tuple[str, MenuScreen]]:
    """The section and the screen of everything that a person's roles open, in the order of the menu."""
    yield "", _HOME
    if any(opens(_SUMMARY, person, programme) for programme in served()):
        yield "", _SUMMARY
    of_office = []
    for programme in served():
        for screen in wing_of(programme).screens:
            if not opens(screen, person, programme):
                continue
            if screen.is_of_office:
                of_office.append(screen)
            else:
                yield programme.name, screen
    yield from ((_OFFICE, screen) for screen in of_office)
    for screen in (_POLICY, _TRAIL, _PERSONAL_DATA, _PEOPLE):
        if any(opens(screen, person, programme) for programme in served()):
            yield _OFFICE, screen
    yield _OFFICE, _LEGAL_BASIS


def addresses() -> Iterator[str]:
    """The address of every screen of the installation, whoever may open it."""
    for programme in served():
        yield from (screen.address for screen in wing_of(programme).screens)
    own = (_SUMMARY, _POLICY, _TRAIL, _PERSONAL_DATA, _PEOPLE, _LEGAL_BASIS)
    yield from (screen.address for screen in own)


def _page(screen: MenuScreen, person: Person | None) -> StreamlitPage:
    # The leadership begins with the summary, to which the start page leads on.
    is_hidden = screen is _HOME and _only_leads(person)
    # A run marks its own pages, so that each gets a copy.
    return copy(_made_page(screen, "hidden" if is_hidden else "visible"))


@cache
def _made_page(screen: MenuScreen, seen: Literal["hidden", "visible"]) -> StreamlitPage:
    """The page of a screen; making it looks for its file on the disk."""
    return st.Page(
        screen.file,
        title=screen.title,
        icon=screen.icon,
        url_path=screen.address,
        default=screen is _HOME,
        visibility=seen,
    )


def _only_leads(person: Person | None) -> bool:
    return person is not None and person.roles == {OfficeRole.LEADERSHIP}
