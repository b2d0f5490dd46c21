"""What applicants still have with this fund, each with a link to its file and its status."""

from collections.abc import Sequence

import streamlit as st

from domain.sampang.still_running import StillRunning
from pages.parts.text import plain
from pages.sampang.screens import ELIGIBILITY


def link_still_running(found: Sequence[StillRunning], before: str = "") -> None:
    """A line for each; a person looks, nobody is refused for it here."""
    for one in found:
        with st.container(horizontal=True, vertical_alignment="center", gap="small"):
            st.markdown(plain(f"{before}{one.told}"), width="content")
            label = f":primary[Buka {plain(one.number)}]"
            st.page_link(ELIGIBILITY, label=label, query_params={"no": str(one.application_id)})


def show_still_running(found: Sequence[StillRunning]) -> None:
    """The same at the head of a file; nothing where there is none."""
    if found:
        with st.container(border=True):
            st.markdown("**Pemohon ini masih punya** (menurut buku dana; diperiksa Pokjanis):")
            link_still_running(found)
