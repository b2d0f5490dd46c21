"""Where one is on the screen of one binaan, kept in its address beside the filters of the list."""

import streamlit as st

from pages.blitar.screen_tabs import CardTab
from pages.parts.text import plain_label

CLIENT, FILLING, TAB = "binaan", "isi", "tampil"
CHANGE, BASELINE, PROPOSE, NOTICE, END, GIVE = "ubah", "awal", "usul", "pemberitahuan", "akhiri", "asuhan"


def fill(form: str) -> None:
    """Open a form of this binaan; for use as a button's callback."""
    st.query_params[FILLING] = form


def to_card(client_id: int) -> None:
    """Go to a binaan, out of any form."""
    st.query_params.pop(FILLING, None)
    st.query_params[CLIENT] = str(client_id)


def to_tab(tab: CardTab) -> None:
    """Open a tab of this binaan; for use as a button's callback."""
    st.session_state[TAB] = tab.value


def to_list() -> None:
    """Go back to the list, whose filters stay in the address; for use as a button's callback."""
    for name in (CLIENT, FILLING):
        st.query_params.pop(name, None)


def back_to_card(name: str) -> None:
    """The way out of a form; what was typed waits for the next time."""
    st.button(f"← {plain_label(name)}", type="tertiary", on_click=_out_of_form)


def _out_of_form() -> None:
    st.query_params.pop(FILLING, None)


def back_to_list() -> None:
    """The way back to the list."""
    st.button("← Daftar binaan", type="tertiary", on_click=to_list)
