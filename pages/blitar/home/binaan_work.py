"""On Beranda: what the caseload asks for, one line for each kind, each a click from its rows."""

import streamlit as st

from db.blitar.caseload.attention import attention_counts
from db.office.practice import law_of
from domain.blitar.caseload.attention import AttentionKind, count_in_words
from domain.blitar.programme import BLITAR
from domain.roles import Person
from pages.blitar.screens import CLIENTS
from pages.parts.store import database, today
from pages.parts.work_card import GO, work_card

_NEEDED = "perlu"


def show_caseload_waiting(person: Person) -> None:
    """Show how many binaan need a visit, and one line for each other kind that waits."""
    with database().read() as session:
        counts = attention_counts(session, person, law_of(session, BLITAR, today()))
    first, *others = AttentionKind
    with work_card(first.label, counts[first]):
        for kind in (first, *others):
            if counts[kind]:
                st.page_link(
                    CLIENTS,
                    label=f"{kind.label}: {count_in_words(kind, counts[kind])}",
                    icon=GO,
                    query_params={_NEEDED: kind.value},
                )
        if not any(counts.values()):
            st.caption("✔ Tidak ada yang menunggu di antara binaan.")
            st.page_link(CLIENTS, label="Buka Binaan", icon=GO)
