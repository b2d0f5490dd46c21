"""A chart whose shape is put together once; a run of the screen only adds its rows."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

import pyarrow as pa
import streamlit as st

if TYPE_CHECKING:
    import altair as alt

CLOSE: Final = {"left": 2, "right": 2, "top": 2, "bottom": 2}
"""The air around a chart that stands beside others."""
Shape = Mapping[str, Any]
"""A Vega-Lite specification without its rows, which it knows by a name."""
Rows = Iterable[Mapping[str, object]]


def shape_of(chart: "alt.TopLevelMixin") -> Shape:
    """What stays the same of a chart, with figures written as people here write them.

    Checking it costs some 20 ms, so whoever draws a chart keeps its shape.
    """
    import altair as alt

    numbers = alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["Rp", ""])
    shape: Shape = chart.configure(locale=alt.Locale(number=numbers)).to_dict()
    return shape


def chosen_in(
    shape: Shape, picked: str, field: str, key: str, *, words: str | None = None, **rows: Rows
) -> str:
    """Draw a chart with a selection named `picked`; give the field of what was clicked, blank for nothing."""
    event: Any = st.vega_lite_chart(
        {**shape, "datasets": _tables(rows)}, width="stretch", alt=words, key=key, on_select="rerun"
    )
    found = event.get("selection", {}).get(picked) or []
    return str(found[0].get(field, "")) if found else ""


def show_chart(shape: Shape, *, words: str | None = None, **rows: Rows) -> None:
    """Draw a chart with the rows of now by their names; `words` tell it to whoever cannot see it."""
    st.vega_lite_chart({**shape, "datasets": _tables(rows)}, width="stretch", alt=words)


def _tables(rows: Mapping[str, Rows]) -> dict[str, pa.Table]:
    return {name: pa.Table.from_pylist(list(map(dict, each))) for name, each in rows.items()}
