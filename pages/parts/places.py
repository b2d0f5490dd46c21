"""A place in the regulation as a link to where it can be read."""

import streamlit as st

from domain.programme import Programme
from pages.parts.office_screens import LEGAL_BASIS

PROGRAM, SEARCH = "program", "cari"  # as the legal-basis screen has them in its address


def place_link(programme: Programme, place: str, label: str = "", key: str = "") -> None:
    """A link that opens a provision or reading of a programme on Dasar hukum, coloured as a link."""
    with st.container(key=f"tempat-{key or place}".replace(" ", "-"), width="content"):
        st.page_link(
            LEGAL_BASIS,
            label=f":primary[{label or place}]",
            query_params={PROGRAM: programme.key, SEARCH: place},
        )
