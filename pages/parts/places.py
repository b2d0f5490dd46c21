"""A place in the regulation as a link to where it can be read."""

import re
from functools import cache
from typing import Final

import streamlit as st
from streamlit.navigation.page import StreamlitPage

from domain.programme import Programme
from pages.parts.office_screens import LEGAL_BASIS, LEGAL_BASIS_ADDRESS

# As the legal-basis screen has them in its address.
PROGRAM, SEARCH = "program", "cari"
_OF_READINGS: Final = {"bagian": "Tafsir"}
_READING: Final = re.compile(r"[A-Z]-\d+")


def place_link(programme: Programme, place: str, label: str = "", key: str = "") -> None:
    """A link that opens a provision or reading of a programme on Dasar hukum, coloured as a link."""
    part = _OF_READINGS if _READING.fullmatch(place) else {}
    with st.container(key=f"tempat-{key or place}".replace(" ", "-"), width="content"):
        st.page_link(
            _screen(),
            label=f":primary[{label or place}]",
            query_params={PROGRAM: programme.key, SEARCH: place, **part},
        )


@cache  # Streamlit would look for the file on the disk at each link, and a screen may have fifty
def _screen() -> StreamlitPage:
    return st.Page(LEGAL_BASIS, url_path=LEGAL_BASIS_ADDRESS)
