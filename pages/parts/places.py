"""A place in the regulation as a link to where it can be read."""

import streamlit as st

from pages.parts.menu import LEGAL_BASIS


def place_link(place: str, label: str = "", key: str = "", program: str = "sampang") -> None:
    """A link that opens the provision or reading on the legal-basis screen, coloured as a link.

    `program` is the regulation that the place stands in: "sampang" or "blitar".
    """
    with st.container(key=f"tempat-{key or place}".replace(" ", "-"), width="content"):
        st.page_link(
            LEGAL_BASIS, label=f":primary[{label or place}]", query_params={"program": program, "cari": place}
        )
