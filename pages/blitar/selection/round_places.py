"""Where one is on the screen, kept in its address."""

import streamlit as st

from pages.parts.text import number_in_address

ROUND, CANDIDATE, FILLING, TAB = "seleksi", "calon", "isi", "tampil"
NEW, CHANGE, MANY = "baru", "ubah", "banyak"


def at(name: str) -> int | None:
    """The number that the address gives under a name."""
    return number_in_address(st.query_params.get(name, ""))


def go(*, round_id: int | None = None, candidate: int | None = None, filling: str = "") -> None:
    """Go to a round, a candidate or a form of the screen; for use as a callback, or before a rerun."""
    wanted = {ROUND: round_id, CANDIDATE: candidate, FILLING: filling or None}
    for name, value in wanted.items():
        if value is None:
            st.query_params.pop(name, None)
        else:
            st.query_params[name] = str(value)
