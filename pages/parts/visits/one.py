"""One visit with its history."""

import streamlit as st

from domain.roles import Person


def show_visit(person: Person, visit_id: int) -> None:
    """Show one visit."""
    st.info(f"{person.name}: sedang disiapkan.")
