"""On Beranda: what the caseload asks for, one line for each kind, each a click from its rows."""

import streamlit as st

from db.blitar.caseload.attention import attention_counts
from db.office.practice import law_of
from domain.blitar.caseload.attention import AttentionKind, count_in_words
from domain.blitar.programme import BLITAR
from domain.roles import Person
from pages.blitar.screens import CLIENTS
from pages.parts.address import word_of
from pages.parts.markup import Markup
from pages.parts.store import database, today
from pages.parts.work_card import GO, work_card

_NEEDED = "perlu"
# A line is read whole; Streamlit would cut a link at its end.
_STYLE = Markup("""<style>
.st-key-binaan-menunggu [data-testid="stPageLink"] a { height: auto; padding: 0.1rem 0; }
.st-key-binaan-menunggu [data-testid="stPageLink"] p {
  white-space: normal; overflow: visible; line-height: 1.3;
}
</style>""")


def show_caseload_waiting(person: Person) -> None:
    """Show how many binaan need a visit, and one line for each other kind that waits."""
    with database().read() as session:
        counts = attention_counts(session, person, law_of(session, BLITAR, today()))
    first, *others = AttentionKind
    with work_card(first.label, counts[first]):
        st.html(_STYLE)
        with st.container(key="binaan-menunggu", gap="xsmall"):
            for kind in (first, *others):
                if counts[kind]:
                    st.page_link(
                        CLIENTS,
                        label=f"**{count_in_words(kind, counts[kind])}** · {kind.label}",
                        icon=GO,
                        query_params={_NEEDED: word_of(kind)},
                    )
        if not any(counts.values()):
            st.caption("✔ Tidak ada yang menunggu di antara binaan.")
            st.page_link(CLIENTS, label="Buka Binaan", icon=GO)
