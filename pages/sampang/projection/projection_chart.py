"""The chart of a projection: the cash at each month's end, as a middle line within two bands."""

from collections.abc import Iterator, Sequence
from functools import cache

from domain.dates import indonesian_month
from domain.money import rupiah
from domain.sampang.projection.projection import MonthBands, Projection
from pages.parts.chart import Shape, shape_of, show_chart

_IN_MILLIONS = "format(datum.value / 1000000, ',.3~f')"
_HEIGHT = 420
_NAMES = ("Terendah 5 %", "Terendah 25 %", "Tengah", "Tertinggi 25 %", "Tertinggi 5 %")


def show_bands(found: Projection) -> None:
    """Show the bands, the floor as a line, and tell the last month in words."""
    last = found.months[-1]
    words = (
        f"Kas akhir {indonesian_month(last.month)} di tengah {rupiah(last.cash[2])}, dengan peluang 90 "
        f"persen antara {rupiah(last.cash[0])} dan {rupiah(last.cash[4])}."
    )
    show_chart(_bands(), words=words, months=list(_rows(found.months, found.floor)))


def _rows(months: Sequence[MonthBands], floor: int) -> Iterator[dict[str, object]]:
    for one in months:
        yield {
            "Bulan": one.month.isoformat(),
            "Akhir": indonesian_month(one.month),
            "Batas bawah": floor,
            **dict(zip(_NAMES, one.cash, strict=True)),
        }


@cache
def _bands() -> Shape:
    import altair as alt

    low, lower, middle, higher, high = _NAMES
    base = alt.Chart(alt.NamedData("months")).encode(
        x=alt.X("Bulan:T", axis=alt.Axis(format="%Y", title=None, tickCount="year", labelOverlap=True)),
        tooltip=["Akhir:N", *(alt.Tooltip(f"{name}:Q", format=",.0f") for name in _NAMES)],
    )
    amount = alt.Y(f"{low}:Q", title="Juta rupiah", axis=alt.Axis(labelExpr=_IN_MILLIONS))
    return shape_of(
        alt.layer(
            base.mark_area(opacity=0.2).encode(y=amount, y2=alt.Y2(f"{high}:Q")),
            base.mark_area(opacity=0.35).encode(y=alt.Y(f"{lower}:Q"), y2=alt.Y2(f"{higher}:Q")),
            base.mark_line(strokeWidth=3).encode(y=alt.Y(f"{middle}:Q")),
            base.mark_line(strokeDash=[4, 3], color="#888888").encode(y=alt.Y("Batas bawah:Q")),
        ).properties(height=_HEIGHT)
    )
