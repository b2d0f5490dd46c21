"""Recommendations to Perangkat Daerah (Pasal 13)."""

import streamlit as st

from domain.roles import Person


def show_recommendations(person: Person) -> None:
    """Show the bundles."""
    st.info(f"{person.name}: sedang disiapkan.")
