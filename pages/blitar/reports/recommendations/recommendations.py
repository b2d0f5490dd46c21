"""Recommendations to Perangkat Daerah: what waits for whom, the letters, and what is in none (Pasal 13)."""

import streamlit as st

from db.blitar.reporting.recommendations import one_bundle
from db.blitar.reporting.waiting_recommendations import Waiting, waiting
from db.refusals import Refused
from domain.blitar.instruments import at
from domain.blitar.programme import BLITAR
from domain.blitar.reporting.recommendations import FOUND, SENT_TO, SET_BY, BundleState
from domain.blitar.roles import BlitarPermission
from domain.programme import NotAllowed, may
from domain.roles import Person
from pages.blitar.reports.recommendations.letter import show_letter
from pages.blitar.reports.recommendations.letter_list import show_letters
from pages.blitar.reports.recommendations.letter_printing import show_list_download
from pages.blitar.reports.recommendations.open_letter import LETTER, close_letter
from pages.blitar.reports.recommendations.overview import show_overview
from pages.blitar.reports.recommendations.waiting_cards import show_cards
from pages.parts.places import place_link
from pages.parts.store import database
from pages.parts.text import number_in_address, plain

_ARTICLE = at("13")


def show_recommendations(person: Person) -> None:
    """Show one letter when the address names it, and otherwise everything."""
    number = number_in_address(st.query_params.get(LETTER, ""))
    if number is not None:
        _one(person, number)
        return
    with database().read() as session:
        found = waiting(session, person)
    show_overview(person, found)
    _law()
    if may(person, BlitarPermission.SET_RECOMMENDATIONS, BLITAR):
        _letters(person, found)
        show_cards(person, found)
    else:
        show_cards(person, found)
        _letters(person, found)
    show_list_download(person)


def _one(person: Person, number: int) -> None:
    st.button("← Semua rekomendasi", on_click=close_letter, type="tertiary")
    try:
        with database().read() as session:
            found = one_bundle(session, person, number)
    except (Refused, NotAllowed) as refusal:
        st.info(plain(refusal.sentence))
        return
    show_letter(person, found)


def _letters(person: Person, found: Waiting) -> None:
    for state in BundleState:
        show_letters(person, state, found.letters[state])


def _law() -> None:
    st.caption(
        f"Rekomendasi dari kunjungan terverifikasi ({FOUND.place}) dihimpun per Perangkat Daerah, "
        f"ditetapkan Kepala Dinas ({SET_BY.place}), lalu dikirim untuk ditindaklanjuti ({SENT_TO.place})."
    )
    place_link(BLITAR, "13", f"Baca {_ARTICLE.place}", key="rekomendasi-dasar")
