"""The chart of the free balance over the coming months, by the plan and by the observed rate."""

from collections.abc import Iterator, Sequence
from functools import cache

from domain.dates import indonesian_month
from domain.money import rupiah
from domain.sampang.fund.over_time import ForecastMonth
from pages.parts.chart import Shape, shape_of, show_chart

_IN_MILLIONS = "format(datum.value / 1000000, ',.3~f')"
_PLAN, _RATE, _WANTED = "Menurut rencana", "Menurut perkiraan", "Yang ingin digulirkan"
_KINDS = (_PLAN, _RATE, _WANTED)


def show_forecast(months: Sequence[ForecastMonth], wanted: int | None) -> None:
    """Show what is free at the end of each month, and the amount that is wanted."""
    last = months[-1]
    words = f"Dana bebas menurut rencana {rupiah(last.free)} pada akhir {indonesian_month(last.month)}"
    if last.free_expected is not None:
        words = f"{words}, menurut perkiraan {rupiah(last.free_expected)}"
    show_chart(_lines(), words=f"{words}.", months=list(_rows(months, wanted)))


def _rows(months: Sequence[ForecastMonth], wanted: int | None) -> Iterator[dict[str, object]]:
    for one in months:
        for kind, amount in zip(_KINDS, (one.free, one.free_expected, wanted), strict=True):
            if amount is not None:
                yield {
                    "Bulan": indonesian_month(one.month, short=True),
                    "Akhir": indonesian_month(one.month),
                    "Jenis": kind,
                    "Rupiah": amount,
                }


@cache
def _lines() -> Shape:
    import altair as alt

    kinds = list(_KINDS)
    return shape_of(
        alt.Chart(alt.NamedData("months"))
        .mark_line(strokeWidth=3)
        .encode(
            x=alt.X("Bulan:O", sort=None, axis=alt.Axis(labelOverlap=True, labelAngle=0, title=None)),
            y=alt.Y("Rupiah:Q", title="Juta rupiah", axis=alt.Axis(labelExpr=_IN_MILLIONS)),
            color=alt.Color(
                "Jenis:N",
                scale=alt.Scale(domain=kinds),
                legend=alt.Legend(orient="top", title=None, columns=1),
            ),
            strokeDash=alt.StrokeDash(
                "Jenis:N", scale=alt.Scale(domain=kinds, range=[[1, 0], [6, 3], [2, 2]]), legend=None
            ),
            tooltip=["Akhir:N", "Jenis:N", alt.Tooltip("Rupiah:Q", format=",.0f")],
        )
    )
