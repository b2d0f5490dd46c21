"""A binaan taken in."""

import streamlit as st

from domain.roles import Person


def show_new_client(person: Person) -> None:
    """Show the form of a new binaan."""
    st.info(f"{person.name}: sedang disiapkan.")
