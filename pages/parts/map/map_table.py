"""The table under a map: the same figures with a bar in the cell; a row chooses like a click on the map."""

from collections.abc import Callable, Sequence

import pandas as pd
import streamlit as st

from domain.regions.classes import Figure
from pages.parts.map.map_choice import Choice
from pages.parts.map.marks import Mark

_ROW, _HEAD = 35, 38
_BAR = "Perbandingan"


def show_table(
    marks: Sequence[Mark], choice: Choice, *, title: str, printed: Callable[[Figure], str], provision: str
) -> None:
    """Show every kecamatan in the order of its code; the browser sorts by any column."""
    rows = pd.DataFrame(
        {
            "Kecamatan": f"{mark.district.name} ●"
            if mark.district.code == choice.code
            else mark.district.name,
            title: None if mark.figure is None else float(mark.figure),
            _BAR: None if mark.figure is None else float(mark.figure),
            "Keterangan": f"✕ {mark.told}" if mark.is_open else mark.told,
            "Kode": mark.district.code,
        }
        for mark in marks
    )
    most = max((float(mark.figure) for mark in marks if mark.figure is not None), default=0.0)
    st.caption(
        f"{len(marks)} kecamatan ({provision}). Ketuk satu baris, sama seperti memilih di peta; "
        "ketuk judul kolom untuk mengurutkan."
    )
    st.dataframe(
        rows.style.format({title: printed}, na_rep="–"),
        hide_index=True,
        placeholder="–",
        on_select="rerun",
        selection_mode="single-row",
        key=choice.table_key,
        height=_HEAD + _ROW * len(marks),
        column_config={
            "Kecamatan": st.column_config.TextColumn(pinned=True),
            title: st.column_config.NumberColumn(alignment="right"),
            # The figure itself stands beside the bar, as people here write it.
            _BAR: st.column_config.ProgressColumn(
                min_value=0, max_value=most or 1.0, format=" ", width="medium"
            ),
        },
    )
