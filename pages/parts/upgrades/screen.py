"""Moving up: the proposals and what was decided."""

import streamlit as st

from domain.roles import Person


def show_upgrades(person: Person) -> None:
    """Show the proposals."""
    st.info(f"{person.name}: sedang disiapkan.")
