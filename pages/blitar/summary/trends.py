"""The trends: what is lent and what lies in cash, and the visits of the last twelve months."""

from collections.abc import Mapping
from datetime import date
from typing import cast

import altair as alt
import pandas as pd
import streamlit as st

from domain.dates import indonesian_month
from domain.money import number

_LOCALE = alt.Locale(number=alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["Rp", ""]))


def show_visits_by_month(visits: Mapping[date, int]) -> None:
    """Show one bar for each month with its number."""
    st.subheader("Kunjungan dua belas bulan", anchor=False)
    st.altair_chart(_bars(visits), width="stretch")
    total = number(sum(visits.values()))
    st.caption(
        f"{total} kunjungan dalam dua belas bulan, termasuk yang menunggu verifikasi; laporan bulanan hanya "
        "menghitung yang diverifikasi. Bulan yang sedang berjalan belum selesai."
    )


def _bars(visits: Mapping[date, int]) -> alt.Chart:
    rows = pd.DataFrame(
        [
            {
                "Bulan": indonesian_month(month, short=True),
                "Lengkap": indonesian_month(month),
                "Kunjungan": count,
            }
            for month, count in visits.items()
        ]
    )
    base = alt.Chart(rows).encode(
        x=alt.X("Bulan:O", sort=None, axis=alt.Axis(labelAngle=0, labelOverlap=True, title=None)),
        y=alt.Y("Kunjungan:Q", title=None, axis=alt.Axis(tickMinStep=1)),
        tooltip=["Lengkap:N", alt.Tooltip("Kunjungan:Q", format=",.0f")],
    )
    figures = base.mark_text(dy=-7, fontSize=11).encode(text=alt.Text("Kunjungan:Q", format=",.0f"))
    return cast(alt.Chart, (base.mark_bar() + figures).properties(height=240).configure(locale=_LOCALE))
