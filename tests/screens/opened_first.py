"""Lets a visitor begin on any screen, as a link does; AppTest itself begins on the start page."""

from functools import cache
from pathlib import Path

from streamlit.util import calc_hash

from domain.programmes import PROGRAMMES
from pages.parts.office_screens import (
    HOME,
    LEGAL_BASIS,
    LEGAL_BASIS_ADDRESS,
    PEOPLE,
    PERSONAL_DATA,
    POLICY,
    SUMMARY,
)
from pages.parts.wings import wing_of
from tests.browser.driver import ROOT


@cache
def _addresses():
    known = {one.file: one.address for programme in PROGRAMMES for one in wing_of(programme).screens}
    office = {
        SUMMARY: "ringkasan",
        POLICY: "simulasi-kebijakan",
        PERSONAL_DATA: "data-pribadi",
        PEOPLE: "pengguna",
    }
    return known | office | {LEGAL_BASIS: LEGAL_BASIS_ADDRESS}


def first_of_all(screen, page):
    """Name the screen that the first run opens."""
    file = Path(ROOT, page)
    if file != HOME:
        screen._page_hash = calc_hash(_addresses()[file])


def require_opened(screen, page):
    """Raise ValueError when the menu of the visitor has no such screen, as AppTest does for a later one."""
    address = _addresses().get(Path(ROOT, page))
    if address is not None and screen._finished_page_script_hash != calc_hash(address):
        raise ValueError(f"no page {page} in this menu")
