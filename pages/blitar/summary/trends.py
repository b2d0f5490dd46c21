"""The trends: what is lent and what lies in cash, and the visits of the last twelve months."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import streamlit as st

from domain.dates import indonesian_month
from domain.money import number
from pages.parts.chart import Shape, shape_of, show_chart


def show_visits_by_month(visits: Mapping[date, int]) -> None:
    """Show one bar for each month with its number."""
    st.subheader("Kunjungan dua belas bulan", anchor=False)
    show_chart(_bars(), months=_rows(visits))
    total = number(sum(visits.values()))
    st.caption(
        f"{total} kunjungan dalam dua belas bulan, termasuk yang menunggu verifikasi; laporan bulanan hanya "
        "menghitung yang diverifikasi. Bulan yang sedang berjalan belum selesai."
    )


def _rows(visits: Mapping[date, int]) -> list[dict[str, object]]:
    return [
        {
            "Bulan": indonesian_month(month, short=True),
            "Lengkap": indonesian_month(month),
            "Kunjungan": count,
        }
        for month, count in visits.items()
    ]


@cache
def _bars() -> Shape:
    import altair as alt

    base = alt.Chart(alt.NamedData("months"), height=240).encode(
        x=alt.X("Bulan:O", sort=None, axis=alt.Axis(labelAngle=0, labelOverlap=True, title=None)),
        y=alt.Y("Kunjungan:Q", title=None, axis=alt.Axis(tickMinStep=1)),
        tooltip=["Lengkap:N", alt.Tooltip("Kunjungan:Q", format=",.0f")],
    )
    figures = base.mark_text(dy=-7, fontSize=11).encode(text=alt.Text("Kunjungan:Q", format=",.0f"))
    return shape_of(base.mark_bar() + figures)
