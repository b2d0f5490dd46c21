"""The printed card of a binaan."""

import streamlit as st

from db.blitar.visiting.timeline import timeline
from documents.blitar.caseload.client_card_sheet import client_card_sheet
from domain.blitar.caseload.card import ClientCard
from domain.roles import Person
from pages.blitar.printing import printing_of
from pages.parts.store import database, today


def print_card(person: Person, card: ClientCard) -> None:
    """The button that prints the card; the NIK on it is masked."""
    st.download_button(
        "Cetak kartu",
        data=lambda: _pdf(person, card),
        file_name=f"kartu-binaan-{card.number}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        key=f"kartu-{card.id}",
    )


def _pdf(person: Person, card: ClientCard) -> bytes:
    with database().read() as session:
        events = timeline(session, person, card.id)
    printing = printing_of(person, today())
    return client_card_sheet(card, events, printing)
