"""The chart of cash and lent principal, month by month."""

from collections.abc import Sequence
from functools import cache

import streamlit as st

from db.sampang.fund.books import fund_months
from domain.dates import indonesian_month
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.fund.months import MonthEnd
from pages.parts.chart import Shape, shape_of, show_chart
from pages.parts.store import database, today
from pages.parts.text import plain

# Short figures leave a telephone room for the chart; the tooltips have every rupiah.
_IN_MILLIONS = "format(datum.value / 1000000, ',.3~f')"
_CASH, _LENT = "Kas", "Beredar"


def show_fund_chart(person: Person) -> None:
    """Show the months, and the newest of them in words."""
    with database().read() as session:
        found = fund_months(session, person, today())
    show_months(found)


def show_months(found: Sequence[MonthEnd]) -> None:
    """Show cash and lent principal at the end of each month."""
    st.subheader("Kas dan pinjaman beredar", anchor=False)
    if not found:
        return
    show_chart(_lines(), months=_rows(found))
    last = found[-1]
    st.caption(
        f"Akhir tiap bulan. {indonesian_month(last.month)}: kas {plain(rupiah(last.cash))}, beredar "
        f"{plain(rupiah(last.lent))}."
    )


def _rows(found: Sequence[MonthEnd]) -> list[dict[str, object]]:
    return [
        {
            "Bulan": indonesian_month(one.month, short=True),
            "Akhir": indonesian_month(one.month),
            "Jenis": kind,
            "Rupiah": amount,
        }
        for one in found
        for kind, amount in ((_CASH, one.cash), (_LENT, one.lent))
    ]


@cache
def _lines() -> Shape:
    import altair as alt

    kinds = [_CASH, _LENT]
    return shape_of(
        alt.Chart(alt.NamedData("months"))
        .mark_line(point=True, strokeWidth=3)
        .encode(
            x=alt.X("Bulan:O", sort=None, axis=alt.Axis(labelOverlap=True, labelAngle=0, title=None)),
            y=alt.Y("Rupiah:Q", title="Juta rupiah", axis=alt.Axis(labelExpr=_IN_MILLIONS)),
            color=alt.Color(
                "Jenis:N", scale=alt.Scale(domain=kinds), legend=alt.Legend(orient="top", title=None)
            ),
            strokeDash=alt.StrokeDash(
                "Jenis:N", scale=alt.Scale(domain=kinds, range=[[1, 0], [6, 3]]), legend=None
            ),
            tooltip=["Akhir:N", "Jenis:N", alt.Tooltip("Rupiah:Q", format=",.0f")],
        )
    )
