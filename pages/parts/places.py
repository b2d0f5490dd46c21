"""A place in the regulation as a link to where it can be read."""

from functools import cache

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from domain.programme import Programme
from pages.parts.office_screens import LEGAL_BASIS, LEGAL_BASIS_ADDRESS

PROGRAM, SEARCH = "program", "cari"  # as the legal-basis screen has them in its address


def place_link(programme: Programme, place: str, label: str = "", key: str = "") -> None:
    """A link that opens a provision or reading of a programme on Dasar hukum, coloured as a link."""
    with st.container(key=f"tempat-{key or place}".replace(" ", "-"), width="content"):
        st.page_link(
            _screen(),
            label=f":primary[{label or place}]",
            query_params={PROGRAM: programme.key, SEARCH: place},
        )


@cache  # Streamlit would look for the file on the disk at each link, and a screen may have fifty
def _screen() -> StreamlitPage:
    return st.Page(LEGAL_BASIS, url_path=LEGAL_BASIS_ADDRESS)
