"""Where one is on the screen, kept in its address, and what was said about the last step."""

from uuid import uuid4

import streamlit as st

from pages.parts.text import number_in_address, plain

ROUND, CANDIDATE, FILLING, TAB = "seleksi", "calon", "isi", "tampil"
NEW, CHANGE = "baru", "ubah"
_SAID = "selection:said"


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


def say(sentence: str) -> None:
    """Say something once at the top of what is shown next."""
    st.session_state[_SAID] = sentence


def show_said() -> None:
    """Show what was said about the last step."""
    sentence = st.session_state.pop(_SAID, "")
    if sentence:
        st.success(plain(sentence))


def nonce_of(form: str) -> str:
    """The nonce of a form, the same until it was sent."""
    return str(st.session_state.setdefault(f"nonce:{form}", uuid4().hex))


def renew(form: str) -> None:
    """Begin the form anew after it was sent."""
    st.session_state.pop(f"nonce:{form}", None)
