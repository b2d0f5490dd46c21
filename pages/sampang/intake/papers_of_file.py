"""The papers of the file."""

import streamlit as st

from domain.sampang.papers import ChecklistLine
from pages.parts.fields import Form


def read_papers(form: Form, lines: tuple[ChecklistLine, ...]) -> dict[str, bool]:
    """Ask, paper by paper, whether the file has it."""
    st.caption("Berkas yang kurang masih dapat disusulkan; pengajuan tidak ditolak karenanya (VIII.2.b).")
    papers: dict[str, bool] = {}
    left, right = st.columns(2)
    for place, line in enumerate(lines):
        with right if place % 2 else left:
            label = line.paper.title if line.needed else f"{line.paper.title} (mungkin perlu)"
            told = form.yes_no(f"papers.{line.paper.code}", label, help=f"Dasar: {line.paper.citation}")
            if told is not None:
                papers[line.paper.code] = told
    return papers
