"""The story of a binaan from the newest event back."""

import streamlit as st

from db.blitar.visiting.timeline import timeline
from domain.blitar.caseload.card import ClientCard
from domain.roles import Person
from pages.blitar.clients.caseload.client_story import show_events
from pages.parts.store import database

_ON_A_PAGE = 20


def show_story(person: Person, card: ClientCard) -> None:
    """Show every event: visits, baselines, handovers, proposals and decisions, by pages."""
    with database().read() as session:
        events = timeline(session, person, card.id)
    pages = -(-len(events) // _ON_A_PAGE)
    page = st.pagination(pages, key=f"story-{card.id}") if pages > 1 else 1
    first = (page - 1) * _ON_A_PAGE
    show_events(person, events[first : first + _ON_A_PAGE], card.day)
    if len(events) <= 1:
        st.info("Belum ada kunjungan. Kunjungan yang dicatat muncul di sini beserta tindak lanjutnya.")
