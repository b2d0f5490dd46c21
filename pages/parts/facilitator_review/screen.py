"""The review of a Fasilitator's nine tasks."""

import streamlit as st

from domain.roles import Person


def show_reviews(person: Person) -> None:
    """Show the reviews."""
    st.info(f"{person.name}: sedang disiapkan.")
