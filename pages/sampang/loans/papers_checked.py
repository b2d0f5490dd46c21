"""The checklist of a file, what is not there first."""

import streamlit as st

from domain.sampang.eligibility import Eligibility
from domain.sampang.papers import ChecklistLine
from domain.sampang.programme import SAMPANG
from pages.parts.places import place_link
from pages.parts.text import plain

_GROUPS = (
    (False, "✘ Berkas yang belum ada"),
    (True, "✔ Berkas yang ada"),
)


def show_papers(found: Eligibility) -> None:
    """Show the papers by what is known of them; those not looked for are told as hindrances."""
    for state, title in _GROUPS:
        lines = [line for line in found.checklist if line.in_file is state]
        if not lines:
            continue
        with st.expander(f"{title} · {len(lines)}", expanded=state is not True, key=f"berkas-{state}"):
            for number, line in enumerate(lines):
                _line(line, f"periksa-berkas-{state}-{number}")


def _line(line: ChecklistLine, key: str) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        perhaps = "" if line.needed else " (mungkin perlu)"
        st.markdown(plain(line.paper.title) + perhaps, width="content")
        place_link(SAMPANG, line.paper.citation.short, key=key)
