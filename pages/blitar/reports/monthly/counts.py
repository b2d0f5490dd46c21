"""The numbers by task, by goal and by stage; each line opens its rows."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from domain.blitar.reporting.behind import Behind, Number
from domain.blitar.reporting.report_words import GOALS_COUNTED, STAGES_COUNTED, TASKS
from pages.blitar.reports.monthly.picking import picking_table
from pages.blitar.reports.monthly.report_page import Page
from pages.blitar.reports.monthly.rows_behind import show_open


def show_tasks(page: Page) -> None:
    """Show the eighteen tasks of Pasal 12."""
    st.subheader("Tugas yang dilakukan", anchor=False)
    st.caption(f"Delapan belas tugas {TASKS.place}; satu kunjungan dapat memuat beberapa tugas.")
    told = [(count, task.label, task.citation.place) for task, count in page.figures.by_task.items()]
    _table(page, Number.TASK, list(page.figures.by_task), told, ("Kunjungan", "Tugas", "Ketentuan"))


def show_goals(page: Page) -> None:
    """Show how many binaan rose in each goal."""
    st.subheader("Tujuan yang naik", anchor=False)
    st.caption(GOALS_COUNTED)
    told = [(count, goal.label, goal.citation.place) for goal, count in page.figures.by_goal.items()]
    _table(page, Number.GOAL, list(page.figures.by_goal), told, ("Binaan naik", "Tujuan", "Ketentuan"))


def show_stages(page: Page) -> None:
    """Show how many binaan are in each stage."""
    st.subheader("Tahap pendampingan", anchor=False)
    st.caption(STAGES_COUNTED)
    told = [(count, stage.label) for stage, count in page.figures.by_stage.items()]
    _table(page, Number.STAGE, list(page.figures.by_stage), told, ("Binaan", "Tahap"))


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
