"""The charts of the mentoring: visits of the last twelve months, and where the binaan went goal by goal."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import cast

import pandas as pd
import streamlit as st

from domain.blitar.caseload.progress import Movement
from domain.blitar.caseload.proposal import GoalCount
from domain.blitar.programme import BLITAR
from domain.dates import indonesian_month
from domain.money import number
from domain.regions.regions import district
from domain.roles import Person
from pages.parts.chart import CLOSE, Shape, chosen_in, shape_of
from pages.parts.text import plain
from pages.parts.wings import screen_at

_UP, _SAME, _DOWN, _UNKNOWN = "naik", "tetap", "turun", "belum diukur"
_ORDER = (_UP, _SAME, _DOWN, _UNKNOWN)
_NOT_KNOWN = "Kecamatan belum diisi"
_MOVEMENTS = {_UP: Movement.UP, _SAME: Movement.SAME, _DOWN: Movement.DOWN}
_BETWEEN = "/"
_GO = ":material/arrow_forward:"


def show_visits_by_month(
    visits: Mapping[date, int], visits_of: Callable[[date], Mapping[str | None, int]]
) -> None:
    """Show one bar for each month; a click on one shows its visits by kecamatan."""
    st.markdown("**Kunjungan tiap bulan**")
    total = number(sum(visits.values()))
    words = f"{total} kunjungan dalam dua belas bulan, termasuk yang menunggu verifikasi."
    told = chosen_in(_bars(), "bulan", "Kunci", "kunjungan-bulan", words=words, months=_rows(visits))
    chosen = next((month for month in visits if month.isoformat() == told), None)
    if chosen is not None:
        _by_district(chosen, visits_of(chosen))


def _by_district(month: date, found: Mapping[str | None, int]) -> None:
    rows = sorted(((_name(code), count) for code, count in found.items()), key=lambda row: (-row[1], row[0]))
    st.markdown(f"{indonesian_month(month)}: {number(sum(found.values()))} kunjungan menurut kecamatan")
    table = pd.DataFrame([(name, number(count)) for name, count in rows], columns=["Kecamatan", "Kunjungan"])
    st.dataframe(table, hide_index=True, height=200)


def _name(code: str | None) -> str:
    found = district(code) if code else None
    return found.name if found else _NOT_KNOWN


def _rows(visits: Mapping[date, int]) -> list[dict[str, object]]:
    return [
        {
            "Bulan": indonesian_month(month, short=True),
            "Lengkap": indonesian_month(month),
            "Kunci": month.isoformat(),
            "Kunjungan": count,
        }
        for month, count in visits.items()
    ]


def show_goals(goals: Sequence[GoalCount], person: Person) -> None:
    """Show for each goal how many rose, stayed, fell or were not measured again; a click opens them."""
    st.markdown("**Binaan naik, tetap, turun per tujuan**")
    up = max(goals, key=lambda one: one.up, default=None)
    words = f"Terbanyak naik: {up.goal.label}, {number(up.up)} binaan." if up else ""
    rows = [row for one in goals for row in _of_goal(one)]
    told = chosen_in(_stacks(), "tujuan", "Kunci", "binaan-tujuan", words=words, goals=rows)
    chosen = next((row for row in rows if row["Kunci"] == told), None)
    if chosen is not None:
        _chosen_goal(chosen, person)


def _chosen_goal(row: Mapping[str, object], person: Person) -> None:
    """How many it is; who reads the binaan opens the list of them."""
    told = f"{row['Tujuan']}, {row['Arah']}: {number(cast(int, row['Binaan']))} binaan."
    st.markdown(plain(told))
    goal, _, movement = str(row["Kunci"]).partition(_BETWEEN)
    asks = {"tujuan": goal} | ({"gerak": movement} if movement else {})
    if screen := screen_at(BLITAR, "binaan", person):
        st.page_link(screen, label="Buka binaannya", icon=_GO, query_params=asks)


def _of_goal(one: GoalCount) -> list[dict[str, object]]:
    counts = {
        _UP: one.up,
        _SAME: one.by_movement[Movement.SAME],
        _DOWN: one.by_movement[Movement.DOWN],
        _UNKNOWN: one.by_movement[Movement.NOT_MEASURED] + one.by_movement[Movement.UNKNOWN],
    }
    return [
        {"Tujuan": one.goal.label, "Arah": kind, "Urut": place, "Binaan": count, "Kunci": _key(one, kind)}
        for place, (kind, count) in enumerate(counts.items())
    ]


def _key(one: GoalCount, kind: str) -> str:
    """The goal and its movement; who was not measured has several, which no list tells apart together."""
    movement = _MOVEMENTS.get(kind)
    return f"{one.goal.value}{_BETWEEN}{movement.value if movement else ''}"


@cache
def _bars() -> Shape:
    import altair as alt

    base = alt.Chart(alt.NamedData("months"), height=130).encode(
        x=alt.X("Bulan:O", sort=None, axis=alt.Axis(labelAngle=0, labelOverlap=True, title=None)),
        y=alt.Y("Kunjungan:Q", title=None, axis=None),
        tooltip=["Lengkap:N", alt.Tooltip("Kunjungan:Q", format=",.0f")],
    )
    picked = alt.selection_point(name="bulan", fields=["Kunci"])
    figures = base.mark_text(dy=-7, fontSize=11).encode(text=alt.Text("Kunjungan:Q", format=",.0f"))
    shown = base.mark_bar(cursor="pointer").encode(
        opacity=alt.condition(picked, alt.value(1.0), alt.value(0.5))
    )
    return shape_of((shown.add_params(picked) + figures).properties(padding=CLOSE))


@cache
def _stacks() -> Shape:
    import altair as alt

    picked = alt.selection_point(name="tujuan", fields=["Kunci"])
    colours = ["#009E73", "#7A869A", "#D55E00", "#C9CFD6"]
    return shape_of(
        alt.Chart(alt.NamedData("goals"), height={"step": 19})
        .mark_bar(cursor="pointer")
        .encode(
            y=alt.Y(
                "Tujuan:N",
                sort=None,
                title=None,
                axis=alt.Axis(labelLimit=210, labelFontSize=11, labelOverlap=False, labelFlush=False),
            ),
            x=alt.X("Binaan:Q", stack=True, title=None, axis=alt.Axis(tickMinStep=1)),
            color=alt.Color(
                "Arah:N",
                sort=list(_ORDER),
                scale=alt.Scale(domain=list(_ORDER), range=colours),
                legend=alt.Legend(orient="top", title=None, labelFontSize=11, columnPadding=6, offset=4),
            ),
            order=alt.Order("Urut:O"),
            opacity=alt.condition(picked, alt.value(1.0), alt.value(0.5)),
            tooltip=["Tujuan:N", "Arah:N", alt.Tooltip("Binaan:Q", format=",.0f")],
        )
        .add_params(picked)
        .properties(padding=CLOSE)
    )
