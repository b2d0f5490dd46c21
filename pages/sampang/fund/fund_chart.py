"""The chart of cash and lent principal, month by month."""

from collections.abc import Sequence
from typing import cast

import altair as alt
import pandas as pd
import streamlit as st

from db.sampang.fund.books import fund_months
from domain.dates import indonesian_month
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.fund.months import MonthEnd
from pages.parts.store import database, today
from pages.parts.text import plain

_LOCALE = alt.Locale(number=alt.NumberLocale(decimal=",", thousands=".", grouping=[3], currency=["Rp", ""]))
# Short figures leave a telephone room for the chart; the tooltips have every rupiah.
_IN_MILLIONS = alt.Axis(labelExpr="format(datum.value / 1000000, ',.3~f')")
_CASH, _LENT = "Kas", "Beredar"
_LINES = alt.Scale(domain=[_CASH, _LENT], range=[[1, 0], [6, 3]])


def show_chart(person: Person) -> None:
    """Show the months, and the newest of them in words."""
    with database().read() as session:
        found = fund_months(session, person, today())
    show_months(found)


def show_months(found: Sequence[MonthEnd]) -> None:
    """Show cash and lent principal at the end of each month."""
    st.subheader("Kas dan pinjaman beredar", anchor=False)
    if not found:
        return
    st.altair_chart(_chart(found), width="stretch")
    last = found[-1]
    st.caption(
        f"Akhir tiap bulan. {indonesian_month(last.month)}: kas {plain(rupiah(last.cash))}, beredar "
        f"{plain(rupiah(last.lent))}."
    )


def _chart(found: Sequence[MonthEnd]) -> alt.Chart:
    rows = pd.DataFrame(
        [
            {
                "Bulan": indonesian_month(one.month, short=True),
                "Akhir": indonesian_month(one.month),
                "Jenis": kind,
                "Rupiah": amount,
            }
            for one in found
            for kind, amount in ((_CASH, one.cash), (_LENT, one.lent))
        ]
    )
    chart: alt.Chart = (
        alt.Chart(rows)
        .mark_line(point=True, strokeWidth=3)
        .encode(
            x=alt.X("Bulan:O", sort=None, axis=alt.Axis(labelOverlap=True, labelAngle=0, title=None)),
            y=alt.Y("Rupiah:Q", title="Juta rupiah", axis=_IN_MILLIONS),
            color=alt.Color(
                "Jenis:N", scale=alt.Scale(domain=[_CASH, _LENT]), legend=alt.Legend(orient="top", title=None)
            ),
            strokeDash=alt.StrokeDash("Jenis:N", scale=_LINES, legend=None),
            tooltip=["Akhir:N", "Jenis:N", alt.Tooltip("Rupiah:Q", format=",.0f")],
        )
    )
    return cast(alt.Chart, chart.configure(locale=_LOCALE))
