"""Beside each other: the map of arrears, and the charts of money lent and back, and of arrears by age."""

from collections.abc import Mapping
from datetime import date
from functools import cache

import streamlit as st

from db.sampang.headlines import SampangSummary
from domain.dates import indonesian_month
from domain.money import number, rupiah, short_rupiah
from domain.regions.classes import Figure
from domain.regions.printed_map import PrintedMap
from domain.regions.regions import SAMPANG_REGENCY, District, districts
from domain.roles import Person
from domain.sampang.district_figures import (
    NO_LOAN,
    DistrictFigures,
    Measure,
    figure_of,
    in_words,
    printed,
)
from domain.sampang.leadership import Flow
from domain.sampang.programme import SAMPANG
from domain.sampang.servicing.ageing import Age, Sum
from domain.sampang.servicing.ageing_words import part_at_risk
from pages.parts.chart import CLOSE, Shape, chosen_in, shape_of
from pages.parts.map.map_choice import IN_ADDRESS, choice_of, choose
from pages.parts.map.map_screen import show_map
from pages.parts.map.marks import Mark
from pages.parts.map.paper_map import paper_map
from pages.parts.map.shapes import shapes_of
from pages.parts.text import plain
from pages.parts.wings import screen_at
from pages.sampang.screens import DISTRICT_MAP

_HIGHEST = 310
_GO = ":material/arrow_forward:"
_LENT, _BACK = "Dicairkan", "Pokok kembali"
_IN_MILLIONS = "format(datum.value / 1000000, ',.3~f')"
_NOTHING = DistrictFigures()


def show_first_look(summary: SampangSummary, person: Person) -> None:
    """Show both; a click on a kecamatan, a month or an age of arrears opens what is behind it."""
    left, right = st.columns([9, 10], gap="medium")
    with left:
        _map(summary.parts.by_district)
    with right:
        _show_flows(summary.flows)
        _show_late(summary.late, summary.now.owed, person)


def _map(figures: Mapping[str | None, DistrictFigures]) -> None:
    found = _by_place(figures)
    marks = [_mark(place, each) for place, each in found.items()]
    choice = choice_of("ringkasan", [mark.district.code for mark in marks])
    st.markdown("**Pinjaman menunggak, persen dari yang berjalan**")
    show_map(
        SAMPANG_REGENCY,
        shapes_of(SAMPANG_REGENCY),
        marks,
        choice,
        title="pinjaman menunggak, persen dari yang berjalan",
        printed=_percent,
        unit="",
        highest=_HIGHEST,
        none=NO_LOAN,
    )
    chosen = next((one for one in found if one.code == choice.code), None)
    if chosen is not None:
        _chosen(chosen, found[chosen])


def _by_place(figures: Mapping[str | None, DistrictFigures]) -> Mapping[District, DistrictFigures]:
    return {one: figures.get(one.code, _NOTHING) for one in districts(SAMPANG_REGENCY.code)}


def map_for_paper(summary: SampangSummary) -> PrintedMap:
    """The same map in greys."""
    marks = [_mark(place, each) for place, each in _by_place(summary.parts.by_district).items()]
    title = "Pinjaman menunggak, persen dari pinjaman berjalan kecamatan"
    return paper_map(SAMPANG_REGENCY, marks, title=title, printed=_percent)


def _chosen(place: District, figures: DistrictFigures) -> None:
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Kecamatan {place.name}**")
        told = (
            f"{number(figures.loans)} pinjaman berjalan",
            f"{number(figures.loans_behind)} menunggak",
            f"sisa pokok {rupiah(figures.owed)}",
            f"{number(figures.applications)} permohonan",
        )
        st.markdown(plain(" · ".join(told)))
        st.page_link(
            DISTRICT_MAP, label="Buka di Peta Sampang", icon=_GO, query_params={IN_ADDRESS: place.code}
        )
        st.button("Lepas pilihan", on_click=choose, args=(None,), icon=":material/close:", key="lepas")


def _mark(place: District, figures: DistrictFigures) -> Mark:
    share = figure_of(Measure.LATE_SHARE, figures)
    short = "–" if share is None else _percent(share)
    return Mark(place, share, short, in_words(Measure.LATE_SHARE, figures))


def _percent(figure: Figure) -> str:
    return printed(Measure.LATE_SHARE, figure)


def _show_flows(flows: Mapping[date, Flow]) -> None:
    """The money lent and the principal back of each month; a click on one tells it in full."""
    st.markdown("**Uang dipinjamkan dan kembali tiap bulan, juta rupiah**")
    rows = [
        {
            "Bulan": indonesian_month(month, short=True),
            "Lengkap": indonesian_month(month),
            "Kunci": month.isoformat(),
            "Jenis": kind,
            "Rupiah": amount,
        }
        for month, flow in flows.items()
        for kind, amount in ((_LENT, flow.lent), (_BACK, flow.back))
    ]
    words = "; ".join(
        f"{indonesian_month(month)}: {rupiah(flow.lent)} dan {rupiah(flow.back)}"
        for month, flow in flows.items()
    )
    told = chosen_in(_bars(), "bulan", "Kunci", "arus-bulan", words=words, months=rows)
    chosen = next((month for month in flows if month.isoformat() == told), None)
    if chosen is not None:
        flow = flows[chosen]
        st.markdown(
            plain(
                f"{indonesian_month(chosen)}: dicairkan {rupiah(flow.lent)}, pokok kembali "
                f"{rupiah(flow.back)}, jasa bagian PAD {rupiah(flow.revenue)}."
            )
        )


def _show_late(late: Mapping[Age, Sum], owed: int, person: Person) -> None:
    """The loans behind and their principal by age, and the part of all principal that is at risk."""
    at_risk = sum(one.owed for one in late.values())
    told = part_at_risk(at_risk, owed)
    share = f" ({told} beredar)" if told else ""
    st.markdown(plain(f"Umur tunggakan: sisa pokok {short_rupiah(at_risk)}{share}").join(("**", "**")))
    rows = [
        {
            "Umur": age.label,
            "Kunci": age.key,
            "Pinjaman": one.loans,
            "Rupiah": one.owed,
            "Isi": f"{number(one.loans)} pinjaman · {short_rupiah(one.owed)}",
        }
        for age, one in late.items()
    ]
    words = "; ".join(f"{row['Umur']}: {row['Isi']}" for row in rows)
    told = chosen_in(_ages(), "umur", "Kunci", "umur-tunggakan", words=words, ages=rows)
    for age, one in late.items():
        if age.key == told:
            _chosen_age(age, one, person)


def _chosen_age(age: Age, one: Sum, person: Person) -> None:
    """The loans of an age; who reads Penagihan opens its rows, others the report without names."""
    st.markdown(
        plain(f"Menunggak {age.label.lower()}: {number(one.loans)} pinjaman, sisa pokok {rupiah(one.owed)}.")
    )
    if screen := screen_at(SAMPANG, "penagihan", person):
        st.page_link(screen, label="Buka pinjamannya", icon=_GO, query_params={"kelas": age.key})
    elif screen := screen_at(SAMPANG, "laporan-sampang", person):
        st.page_link(screen, label="Buka Laporan dana", icon=_GO)


@cache
def _bars() -> Shape:
    import altair as alt

    kinds = [_LENT, _BACK]
    picked = alt.selection_point(name="bulan", fields=["Kunci"])
    return shape_of(
        alt.Chart(alt.NamedData("months"), height=190)
        .mark_bar(cursor="pointer")
        .encode(
            x=alt.X("Bulan:O", sort=None, axis=alt.Axis(labelAngle=0, labelOverlap=True, title=None)),
            xOffset=alt.XOffset("Jenis:N", sort=kinds),
            y=alt.Y("Rupiah:Q", title=None, axis=alt.Axis(labelExpr=_IN_MILLIONS, tickCount=4)),
            color=alt.Color(
                "Jenis:N",
                scale=alt.Scale(domain=kinds),
                legend=alt.Legend(orient="top", title=None, offset=4),
            ),
            opacity=alt.condition(picked, alt.value(1.0), alt.value(0.5)),
            tooltip=["Lengkap:N", "Jenis:N", alt.Tooltip("Rupiah:Q", format=",.0f")],
        )
        .add_params(picked)
        .properties(padding=CLOSE)
    )


@cache
def _ages() -> Shape:
    import altair as alt

    base = alt.Chart(alt.NamedData("ages"), height={"step": 24}).encode(
        y=alt.Y("Umur:N", sort=None, title=None, axis=alt.Axis(labelLimit=160)),
        x=alt.X("Rupiah:Q", title=None, axis=None),
        tooltip=["Umur:N", "Pinjaman:Q", alt.Tooltip("Rupiah:Q", format=",.0f")],
    )
    picked = alt.selection_point(name="umur", fields=["Kunci"])
    figures = base.mark_text(align="left", dx=4).encode(text="Isi:N")
    shown = base.mark_bar(color="#D55E00", cursor="pointer").encode(
        opacity=alt.condition(picked, alt.value(1.0), alt.value(0.5))
    )
    return shape_of((shown.add_params(picked) + figures).properties(padding=CLOSE))
