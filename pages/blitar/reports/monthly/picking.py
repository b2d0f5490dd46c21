"""A table in which choosing a line opens the rows behind its number."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from domain.blitar.reporting.behind import Behind
from pages.blitar.reports.monthly.report_places import pick_rows, turns

_ROW, _HEAD = 35, 38


def picking_table(lines: pd.DataFrame, behind: Sequence[Behind], *, key: str) -> None:
    """Show the lines; the chosen one opens what stands behind it."""

    name = f"{key}:{turns()}"

    def open_picked() -> None:
        picked = st.session_state[name]["selection"]["rows"]
        pick_rows(behind[picked[0]] if picked and picked[0] < len(behind) else None, behind)

    st.dataframe(
        lines,
        hide_index=True,
        on_select=open_picked,
        selection_mode="single-row",
        key=name,
        height=_HEAD + _ROW * len(lines),
    )
