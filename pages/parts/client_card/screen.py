"""One binaan on its own."""

import streamlit as st

from domain.roles import Person


def show_client(person: Person, client_id: int) -> None:
    """Show one binaan."""
    st.info(f"{person.name}: sedang disiapkan.")
