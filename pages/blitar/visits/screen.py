"""Kunjungan: a visit recorded in the field, paper forms in bulk, and the verification (Pasal 12, 16)."""

import streamlit as st

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person
from pages.blitar.screen_tabs import VIEW, VisitsTab
from pages.blitar.screens import VISITS
from pages.blitar.visits.opened_visit import show_visit
from pages.blitar.visits.piles.piles import show_piles
from pages.blitar.visits.recording import is_for_one_binaan, show_recording
from pages.blitar.visits.visit_list import show_visits
from pages.parts.acting import must_be
from pages.parts.tabs import open_tab
from pages.parts.text import number_in_address


def main() -> None:
    """Show the screen."""
    person = must_be(BLITAR, BlitarPermission.RECORD_VISITS)
    chosen = number_in_address(st.query_params.get("kunjungan", ""))
    if chosen is not None:
        show_visit(person, chosen)
        return
    verifies = may(person, BlitarPermission.VERIFY_VISITS, BLITAR)
    if not verifies and is_for_one_binaan():
        st.title("Catat kunjungan", anchor=False)
        show_recording(person)
        st.page_link(VISITS, label="Kunjungan saya dan formulir kertas", icon=":material/list:")
        return
    st.title("Kunjungan")
    tab, place = open_tab(list(VisitsTab), VIEW, first=VisitsTab.LIST if verifies else VisitsTab.RECORD)
    with place:
        _open(tab, person)


def _open(tab: VisitsTab, person: Person) -> None:
    match tab:
        case VisitsTab.RECORD:
            show_recording(person)
        case VisitsTab.LIST:
            show_visits(person)
        case VisitsTab.PILES:
            show_piles(person)


main()
