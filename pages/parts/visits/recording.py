"""One visit recorded, on a telephone too."""

import streamlit as st

from domain.roles import Person


def show_recording(person: Person) -> None:
    """Show the form of a visit."""
    st.info(f"{person.name}: sedang disiapkan.")
