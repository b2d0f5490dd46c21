"""The monthly report of the Fasilitator."""

import streamlit as st

from domain.roles import Person


def show_monthly(person: Person) -> None:
    """Show the report of a month."""
    st.info(f"{person.name}: sedang disiapkan.")
