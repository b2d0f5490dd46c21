"""A table in which choosing a line opens the rows behind its number."""

from collections.abc import Sequence

import pandas as pd
import streamlit as st

from domain.blitar.reporting.behind import Behind
from pages.blitar.reports.monthly.report_places import pick_rows, turns
from pages.parts.opened_row import BY_A_TAP, opened_row

_ROW, _HEAD = 35, 38


def picking_table(lines: pd.DataFrame, behind: Sequence[Behind], *, key: str) -> None:
    """Show the lines; the chosen one opens what stands behind it."""

    name = f"{key}:{turns()}"

    def open_picked() -> None:
        pick_rows(opened_row(st.session_state[name], behind), behind)

    st.dataframe(
        lines,
        hide_index=True,
        on_select=open_picked,
        selection_mode=BY_A_TAP,
        key=name,
        height=_HEAD + _ROW * len(lines),
    )
