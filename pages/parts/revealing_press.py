"""The press that shows masked numbers whole: it asks for what, and says that it is written down."""

from collections.abc import Mapping

import streamlit as st

from domain.revealing import Why
from pages.parts.text import plain

_BY_ITSELF = (Why.CONTINUE, Why.OPEN_PAPER)  # what the press says already
_OFFERED = [one for one in Why if one not in _BY_ITSELF]


def ask_why(key: str) -> Why | None:
    """Why the numbers are opened, in the run of the press; None otherwise."""
    with st.container(horizontal=True, vertical_alignment="bottom"):
        why: Why | None = st.selectbox(
            "Untuk apa NIK dan telepon dibuka?",
            _OFFERED,
            index=None,
            placeholder="Pilih alasannya dahulu",
            format_func=lambda one: one.label,
            key=f"{key}:alasan",
            width=360,
        )
        pressed = st.button(
            "Tampilkan NIK dan telepon",
            icon=":material/visibility:",
            help="Siapa, kapan dan alasannya dicatat",
            key=f"{key}:buka",
        )
    if pressed and why is None:
        st.warning("Pilih dahulu untuk apa nomornya dibuka; alasannya ikut dicatat.")
    return why if pressed else None


def show_whole(numbers: Mapping[str, str]) -> None:
    """Show the numbers that there are."""
    for label, number in numbers.items():
        if number:
            st.markdown(f"{label}: **{plain(number)}**")
    st.caption("Tercatat bahwa Anda membukanya. Nomor ini hilang begitu Anda menekan yang lain.")
