"""Beside each other: the map of the 22 kecamatan, and the charts of visits and of the goals."""

from collections.abc import Callable, Mapping
from datetime import date

import streamlit as st

from db.blitar.headlines import BlitarSummary
from domain.blitar.staffing.coverage import DistrictCoverage
from domain.blitar.staffing.measures import (
    NO_MENTOR,
    DistrictState,
    figure_of,
    in_words,
)
from domain.money import number
from domain.regions.printed_map import PrintedMap
from domain.regions.regions import BLITAR_REGENCY, district, districts
from domain.roles import Person
from pages.blitar.screens import COVERAGE
from pages.blitar.summary.shown_on_map import ShownOnMap, choose_shown
from pages.blitar.summary.trends import show_goals, show_visits_by_month
from pages.parts.map.map_choice import IN_ADDRESS, choice_of, choose
from pages.parts.map.map_screen import show_map
from pages.parts.map.marks import Mark
from pages.parts.map.paper_map import paper_map
from pages.parts.map.shapes import shapes_of

_HIGHEST = 310
_GO = ":material/arrow_forward:"
ByDistrict = Callable[[date], Mapping[str | None, int]]


def show_first_look(
    summary: BlitarSummary, *, told: ShownOnMap, visits_of: ByDistrict, person: Person
) -> None:
    """Show both; a click on a kecamatan, a month or a goal opens its rows."""
    left, right = st.columns([9, 10], gap="medium")
    with left:
        _map(summary, told)
    with right:
        show_visits_by_month(summary.visits_by_month, visits_of)
        show_goals(summary.goals, person)


def _map(summary: BlitarSummary, told: ShownOnMap) -> None:
    by_code = {one.district.code: one for one in summary.coverage}
    marks = _marks(summary, told)
    choice = choice_of("ringkasan", [mark.district.code for mark in marks])
    choose_shown(told)
    show_map(
        BLITAR_REGENCY,
        shapes_of(BLITAR_REGENCY),
        marks,
        choice,
        title=told.title,
        printed=told.printed,
        unit="",
        highest=_HIGHEST,
        none=told.none,
        open_=NO_MENTOR,
        note=told.note,
    )
    if choice.code is not None:
        _chosen(summary, by_code[choice.code], choice.code)


def _marks(summary: BlitarSummary, told: ShownOnMap) -> list[Mark]:
    by_code = {one.district.code: one for one in summary.coverage}
    return [_mark(summary, by_code[one.code], told) for one in districts(BLITAR_REGENCY.code)]


def map_for_paper(summary: BlitarSummary, told: ShownOnMap) -> PrintedMap:
    """The same map in greys."""
    return paper_map(
        BLITAR_REGENCY,
        _marks(summary, told),
        title=told.printed_title,
        printed=told.printed,
        none=told.none,
        note=told.note,
    )


def _chosen(summary: BlitarSummary, coverage: DistrictCoverage, code: str) -> None:
    """The figures of one kecamatan, each as on the tiles."""
    found = district(code)
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**Kecamatan {found.name if found else code}**: {_served(coverage)}")
        figures = (
            ("binaan", summary.clients_by_district),
            ("dikunjungi", summary.parts.visited),
            ("kunjungan bulan ini", summary.parts.visits),
            ("dengan tujuan naik", summary.parts.risen),
            ("belum diserahterimakan", summary.without_mentor),
        )
        st.markdown(" · ".join(f"{number(counts.get(code, 0))} {word}" for word, counts in figures))
        st.page_link(COVERAGE, label="Buka di Cakupan", icon=_GO, query_params={IN_ADDRESS: code})
        st.button("Lepas pilihan", on_click=choose, args=(None,), icon=":material/close:", key="lepas")


def _mark(summary: BlitarSummary, coverage: DistrictCoverage, told: ShownOnMap) -> Mark:
    code = coverage.district.code
    state = DistrictState(
        coverage=coverage,
        mentored=summary.clients_by_district.get(code, 0),
        visited=summary.parts.visited.get(code, 0),
        count=told.base.of(code) if told.base else None,
    )
    figure = figure_of(told.measure, state, summary.now.day)
    words = in_words(told.measure, state, summary.now.day)
    # Names of Pendamping are no matter for the leadership, so only how the kecamatan is served is told.
    return Mark(
        district=coverage.district,
        figure=figure,
        short="–" if figure is None else told.printed(figure),
        told=f"{words}, {_served(coverage)}",
        is_open=not coverage.is_covered,
    )


def _served(coverage: DistrictCoverage) -> str:
    if not coverage.is_covered:
        return NO_MENTOR
    return "hanya Pendamping sementara" if coverage.is_temporary else "ada Pendamping"
