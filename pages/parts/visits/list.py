"""The visits, to read, verify or return."""

import streamlit as st

from domain.roles import Person


def show_visits(person: Person) -> None:
    """Show the list of visits."""
    st.info(f"{person.name}: sedang disiapkan.")
