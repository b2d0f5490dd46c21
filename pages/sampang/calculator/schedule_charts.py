"""Charts of a schedule: what each month costs, and what settling early would."""

from typing import cast

import altair as alt
import pandas as pd

from domain.sampang.loan import Schedule
from domain.sampang.settlement import EarlySettlement

_LOCALE = alt.Locale(number=alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["Rp", ""]))
_SETTLE, _GO_ON = "Lunasi", "Teruskan"
# Short figures leave a telephone room for the chart; the tooltips have every rupiah.
_IN_MILLIONS = alt.Axis(labelExpr="format(datum.value / 1000000, ',.3~f')")
# Named here so that the theme, light or dark, gives each its colour.
_PARTS = alt.Scale(domain=["Pokok", "Jasa", "Sisa pokok"])


def instalment_chart(schedule: Schedule) -> alt.LayerChart:
    """Principal and interest as bars month by month, the balance as a line."""
    rows = pd.DataFrame(
        [{"Bulan": row.number, "Pokok": row.principal, "Jasa": row.interest} for row in schedule.rows]
    ).melt("Bulan", var_name="Bagian", value_name="Rupiah")
    owed = pd.DataFrame([{"Bulan": row.number, "Sisa pokok": row.balance} for row in schedule.rows])
    bars = (
        alt.Chart(rows)
        .mark_bar()
        .encode(
            x=alt.X("Bulan:O", axis=alt.Axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("Rupiah:Q", title="Angsuran (juta Rp)", axis=_IN_MILLIONS),
            color=alt.Color("Bagian:N", scale=_PARTS, legend=alt.Legend(orient="top", title=None)),
            tooltip=["Bulan:O", "Bagian:N", alt.Tooltip("Rupiah:Q", format=",.0f")],
        )
    )
    line = (
        alt.Chart(owed)
        .mark_line(point=False, strokeDash=[6, 3], strokeWidth=3)
        .encode(
            x="Bulan:O",
            y=alt.Y("Sisa pokok:Q", title="Sisa pokok (juta Rp)", axis=_IN_MILLIONS),
            color=alt.datum("Sisa pokok"),
            tooltip=["Bulan:O", alt.Tooltip("Sisa pokok:Q", format=",.0f")],
        )
    )
    chart: alt.LayerChart = alt.layer(bars, line).resolve_scale(y="independent")
    return cast(alt.LayerChart, chart.configure(locale=_LOCALE))


def settlement_chart(quotes: list[tuple[int, EarlySettlement]]) -> alt.Chart:
    """Settling in each month beside going on to the end."""
    rows = pd.DataFrame(
        [
            {"Bulan": month, "Pilihan": choice, "Rupiah": amount}
            for month, found in quotes
            for choice, amount in (
                (_SETTLE, found.total),
                (_GO_ON, found.going_on),
            )
        ]
    )
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_line(point=True)
        .encode(
            x=alt.X("Bulan:O", axis=alt.Axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("Rupiah:Q", title="Yang masih dibayar (juta Rp)", axis=_IN_MILLIONS),
            color=alt.Color("Pilihan:N", legend=alt.Legend(orient="top", title=None)),
            shape=alt.Shape("Pilihan:N", legend=None),
            tooltip=["Bulan:O", "Pilihan:N", alt.Tooltip("Rupiah:Q", format=",.0f")],
        )
    )
    return cast(alt.Chart, chart.configure(locale=_LOCALE))
