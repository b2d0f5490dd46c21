"""Paper forms in bulk."""

import streamlit as st

from domain.roles import Person


def show_piles(person: Person) -> None:
    """Show the grid and the template."""
    st.info(f"{person.name}: sedang disiapkan.")
