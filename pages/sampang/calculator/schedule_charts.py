"""Charts of a schedule: what each month costs, and what settling early would."""

from collections.abc import Iterable
from functools import cache

from domain.sampang.loan import Schedule
from domain.sampang.settlement import EarlySettlement
from pages.parts.chart import Shape, shape_of, show_chart

_SETTLE, _GO_ON = "Lunasi", "Teruskan"
# Short figures leave a telephone room for the chart; the tooltips have every rupiah.
_IN_MILLIONS = "format(datum.value / 1000000, ',.3~f')"
# Named here so that the theme, light or dark, gives each its colour.
_PARTS = ("Pokok", "Jasa", "Sisa pokok")


def show_instalments(schedule: Schedule) -> None:
    """Principal and interest as bars month by month, the balance as a line."""
    parts = [
        {"Bulan": row.number, "Bagian": part, "Rupiah": amount}
        for row in schedule.rows
        for part, amount in (("Pokok", row.principal), ("Jasa", row.interest))
    ]
    owed = [{"Bulan": row.number, "Sisa pokok": row.balance} for row in schedule.rows]
    show_chart(_instalments(), parts=parts, owed=owed)


def show_settlements(quotes: Iterable[tuple[int, EarlySettlement]]) -> None:
    """Settling in each month beside going on to the end."""
    choices = [
        {"Bulan": month, "Pilihan": choice, "Rupiah": amount}
        for month, found in quotes
        for choice, amount in ((_SETTLE, found.total), (_GO_ON, found.going_on))
    ]
    show_chart(_settlements(), choices=choices)


@cache
def _instalments() -> Shape:
    import altair as alt

    in_millions = alt.Axis(labelExpr=_IN_MILLIONS)
    bars = (
        alt.Chart(alt.NamedData("parts"))
        .mark_bar()
        .encode(
            x=alt.X("Bulan:O", axis=alt.Axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("Rupiah:Q", title="Angsuran (juta Rp)", axis=in_millions),
            color=alt.Color(
                "Bagian:N", scale=alt.Scale(domain=_PARTS), legend=alt.Legend(orient="top", title=None)
            ),
            tooltip=["Bulan:O", "Bagian:N", alt.Tooltip("Rupiah:Q", format=",.0f")],
        )
    )
    line = (
        alt.Chart(alt.NamedData("owed"))
        .mark_line(point=False, strokeDash=[6, 3], strokeWidth=3)
        .encode(
            x="Bulan:O",
            y=alt.Y("Sisa pokok:Q", title="Sisa pokok (juta Rp)", axis=in_millions),
            color=alt.datum("Sisa pokok"),
            tooltip=["Bulan:O", alt.Tooltip("Sisa pokok:Q", format=",.0f")],
        )
    )
    return shape_of(alt.layer(bars, line).resolve_scale(y="independent"))


@cache
def _settlements() -> Shape:
    import altair as alt

    return shape_of(
        alt.Chart(alt.NamedData("choices"))
        .mark_line(point=True)
        .encode(
            x=alt.X("Bulan:O", axis=alt.Axis(labelAngle=0, labelOverlap=True)),
            y=alt.Y("Rupiah:Q", title="Yang masih dibayar (juta Rp)", axis=alt.Axis(labelExpr=_IN_MILLIONS)),
            color=alt.Color("Pilihan:N", legend=alt.Legend(orient="top", title=None)),
            shape=alt.Shape("Pilihan:N", legend=None),
            tooltip=["Bulan:O", "Pilihan:N", alt.Tooltip("Rupiah:Q", format=",.0f")],
        )
    )
