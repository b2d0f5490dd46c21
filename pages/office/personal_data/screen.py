"""Data pribadi: what a programme keeps about one person, for who asks about themselves."""

import streamlit as st

from pages.office.personal_data.own_record_part import show_own_record


def main() -> None:
    """Show the screen."""
    st.title("Data pribadi")
    show_own_record()


main()
