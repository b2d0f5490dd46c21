"""The caseload: what needs attention, then filters, table and map."""

import streamlit as st

from domain.roles import Person


def show_caseload(person: Person) -> None:
    """Show the list of binaan."""
    st.info(f"{person.name}: sedang disiapkan.")
