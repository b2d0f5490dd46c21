"""The piles that were taken in before."""

import streamlit as st

from db.blitar.visiting.imports import past_imports
from domain.dates import indonesian_moment
from domain.money import number
from domain.roles import Person
from pages.parts.store import database
from pages.parts.text import plain


def show_history(person: Person) -> None:
    """Show when, by whom and how many, the newest first."""
    with database().read() as session:
        found = past_imports(session, person)
    if not found:
        return
    with st.expander(f"Yang sudah dimasukkan: {len(found)} terakhir", icon=":material/history:"):
        for one in found:
            left = f", {number(one.left_out)} baris belum" if one.left_out else ""
            st.markdown(
                f"**{indonesian_moment(one.at)}** · {plain(one.by)} · {number(one.taken)} kunjungan{left}  \n"
                f"{plain(one.name)}"
            )
