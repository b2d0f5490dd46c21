"""The numbers by task, by goal and by stage; each line opens its rows."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from domain.blitar_mentoring.reporting.behind import Behind, Number
from domain.blitar_mentoring.reporting.wording import GOALS_COUNTED, STAGES_COUNTED
from pages.parts.monthly.page import Page
from pages.parts.monthly.picking import picking_table
from pages.parts.monthly.rows import show_open


def show_tasks(page: Page) -> None:
    """Show the eighteen tasks of Pasal 12."""
    st.subheader("Tugas yang dilakukan", anchor=False)
    st.caption("Delapan belas tugas Pasal 12; satu kunjungan dapat memuat beberapa tugas.")
    told = [(task.citation.place, task.label, count) for task, count in page.figures.by_task.items()]
    _table(page, Number.TASK, list(page.figures.by_task), told, ("Ketentuan", "Tugas", "Kunjungan"))


def show_goals(page: Page) -> None:
    """Show how many binaan rose in each goal."""
    st.subheader("Tujuan yang naik", anchor=False)
    st.caption(GOALS_COUNTED)
    told = [(goal.citation.place, goal.label, count) for goal, count in page.figures.by_goal.items()]
    _table(page, Number.GOAL, list(page.figures.by_goal), told, ("Ketentuan", "Tujuan", "Binaan naik"))


def show_stages(page: Page) -> None:
    """Show how many binaan are in each stage."""
    st.subheader("Tahap pendampingan", anchor=False)
    st.caption(STAGES_COUNTED)
    told = [(stage.label, count) for stage, count in page.figures.by_stage.items()]
    _table(page, Number.STAGE, list(page.figures.by_stage), told, ("Tahap", "Binaan"))


def _table(
    page: Page,
    what: Number,
    keys: Sequence[str],
    told: Sequence[tuple[object, ...]],
    headings: Sequence[str],
) -> None:
    behind = [Behind(what, str(key)) for key in keys]
    picking_table(pd.DataFrame(told, columns=list(headings)), behind, key=f"laporan-{what}")
    show_open(page, *behind)
