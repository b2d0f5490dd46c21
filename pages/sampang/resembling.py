"""Applications that may be of the same person, household or business, as lines on a screen."""

from collections.abc import Sequence

import streamlit as st

from db.sampang.applications.look_alikes import LookAlike
from pages.parts.text import plain, shortened
from pages.sampang.screens import ELIGIBILITY


def show_look_alikes(alike: Sequence[LookAlike]) -> None:
    """Show each with a link to it, its status and in what it is alike."""
    for other in alike:
        words = ", ".join(likeness.label for likeness in other.alike_in)
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            label = f":primary[{plain(other.number)} · {plain(shortened(other.name))}]"
            st.page_link(ELIGIBILITY, label=label, query_params={"no": str(other.id)})
            st.markdown(plain(f"{other.status.label} · {words}"))
