"""Signing in once more before what weighs: the button that leads there, and back to the same page."""

from typing import Final

import streamlit as st

from domain.roles import Person
from pages.parts.entry.visitor import sign_in_again
from pages.parts.saved_notice import SIGN_IN_AGAIN
from pages.parts.text import plain

_WHO: Final = "masuk-lagi-siapa"


def ask_once_more(sentence: str) -> None:
    """Say why, with the button beside it."""
    st.warning(plain(sentence))
    person = st.session_state.get(_WHO)
    st.button(
        "Masuk lagi",
        type="primary",
        icon=":material/key:",
        key="masuk-lagi",
        on_click=sign_in_again,
        args=(person,),
    )
    st.session_state.pop(SIGN_IN_AGAIN, None)


def offer_once_more(person: Person) -> None:
    """Say it above the screen where a button was refused that could not say it itself."""
    st.session_state[_WHO] = person
    if st.session_state.pop(SIGN_IN_AGAIN, False):
        st.info("Tindakan terakhir meminta Anda baru saja masuk. Masuklah lagi, lalu ulangi.")
        st.button(
            "Masuk lagi",
            type="primary",
            icon=":material/key:",
            key="masuk-lagi-atas",
            on_click=sign_in_again,
            args=(person,),
        )
