"""The printed card of a binaan."""

import streamlit as st

from db.blitar.visiting.timeline import timeline
from documents.blitar.caseload.client_card_sheet import client_card_sheet
from documents.blitar.letter import Printing
from domain.blitar.caseload.card import ClientCard
from domain.roles import Person
from domain.version import VERSION
from pages.parts.store import database, is_demo_database, today


def print_card(person: Person, card: ClientCard) -> None:
    """The button that prints the card; the NIK on it is masked."""
    demo = is_demo_database()
    st.download_button(
        "Cetak kartu",
        data=lambda: _pdf(person, card, demo),
        file_name=f"kartu-binaan-{card.number}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
        key=f"kartu-{card.id}",
    )


def _pdf(person: Person, card: ClientCard, demo: bool) -> bytes:
    with database().read() as session:
        events = timeline(session, person, card.id)
    printing = Printing(on=today(), by=person.name, application_version=VERSION, demo=demo)
    return client_card_sheet(card, events, printing)
