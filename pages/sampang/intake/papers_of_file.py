"""The papers of the file."""

import streamlit as st

from domain.sampang.papers import ChecklistLine
from pages.parts.fields import Form
from pages.sampang.intake.own_loans_in_books import put_into


def read_papers(form: Form, lines: tuple[ChecklistLine, ...]) -> dict[str, bool]:
    """Ask, paper by paper, whether the file has it."""
    st.caption("Berkas yang kurang masih dapat disusulkan; pengajuan tidak ditolak karenanya (VIII.2.b).")
    st.button(
        "Semua berkas ada",
        key=f"{form.nonce}:semua-berkas",
        icon=":material/done_all:",
        help="Menjawab Ya untuk semua berkas di bawah ini; yang belum ada diubah sesudahnya.",
        on_click=_all_there,
        args=(form, lines),
    )
    papers: dict[str, bool] = {}
    left, right = st.columns(2)
    for place, line in enumerate(lines):
        with right if place % 2 else left:
            label = line.paper.title if line.needed else f"{line.paper.title} (mungkin perlu)"
            told = form.yes_no(f"papers.{line.paper.code}", label, help=f"Dasar: {line.paper.citation}")
            if told is not None:
                papers[line.paper.code] = told
    return papers


def _all_there(form: Form, lines: tuple[ChecklistLine, ...]) -> None:
    for line in lines:
        put_into(form, f"papers.{line.paper.code}", True)
