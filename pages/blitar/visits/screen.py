"""Kunjungan: a visit recorded in the field, paper forms in bulk, and the verification (Pasal 12, 16)."""

import streamlit as st

from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.programme import may
from domain.roles import Person
from pages.blitar.visits.opened_visit import show_visit
from pages.blitar.visits.piles.piles import show_piles
from pages.blitar.visits.recording import show_recording
from pages.blitar.visits.visit_list import show_visits
from pages.parts.acting import must_be
from pages.parts.text import number_in_address

RECORD, LIST, PILES = "Catat", "Daftar", "Formulir kertas"


def main() -> None:
    """Show the screen."""
    person = must_be(BLITAR, BlitarPermission.RECORD_VISITS)
    chosen = number_in_address(st.query_params.get("kunjungan", ""))
    if chosen is not None:
        show_visit(person, chosen)
        return
    st.title("Kunjungan")
    names = [RECORD, LIST, PILES]
    first = LIST if may(person, BlitarPermission.VERIFY_VISITS, BLITAR) else RECORD
    tabs = st.tabs(names, default=first, key="lihat", bind="query-params", on_change="rerun")
    opened = next((tab for tab in tabs if tab.open), tabs[0])
    with opened:
        _open(names[tabs.index(opened)], person)


def _open(tab: str, person: Person) -> None:
    match tab:
        case "Catat":
            show_recording(person)
        case "Daftar":
            show_visits(person)
        case "Formulir kertas":
            show_piles(person)


main()
