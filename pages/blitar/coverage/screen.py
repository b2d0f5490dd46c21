"""Cakupan: where nobody helps, who carries too much, and when the next gap opens (Pasal 11 ayat (2))."""

from collections.abc import Mapping
from datetime import date
from functools import partial
from typing import cast

import streamlit as st

from db.blitar.caseload.districts_cared_for import DistrictFigures, figures_by_district
from db.blitar.caseload.mentored import Mentored, mentored_by_district
from db.blitar.staffing.assignments import Deployment, deployment
from db.office.practice import law_of
from domain.blitar.instruments import at
from domain.blitar.parameters import DAYS_BEFORE_CONTRACT_END, DAYS_WITHOUT_VISIT
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.business_base import NO_BASE, Base, base_on, base_told
from domain.blitar.staffing.coverage import DistrictCoverage, coverage_on, gaps_ahead
from domain.blitar.staffing.measures import (
    NO_CLIENT,
    NO_MENTOR,
    NO_VISIT,
    DistrictState,
    Measure,
    figure_of,
    in_words,
    shown,
)
from domain.dates import indonesian_date
from domain.regions.regions import BLITAR_REGENCY, districts
from domain.regulation.law_in_force import LawInForce
from domain.roles import Person
from domain.typed_days import parse_day
from pages.blitar.coverage.gaps import show_chosen, show_gaps
from pages.parts.acting import must_be
from pages.parts.day_field import day_looked_at
from pages.parts.map.map_choice import choice_of
from pages.parts.map.map_screen import choose_measure, show_map
from pages.parts.map.map_table import show_table
from pages.parts.map.marks import Mark
from pages.parts.map.official import offer_boundaries
from pages.parts.map.shapes import shapes_of
from pages.parts.store import database, today

_AREA = at("11(2)").place
_DAY = "tanggal"  # in the address: a day to open on
_FIRST_DAY, _LAST_DAY = date(2023, 1, 1), date(2100, 12, 31)
_UNITS: Mapping[Measure, str] = {
    Measure.VISITED_SHARE: "",
    Measure.MENTORS: "Pendamping",
    Measure.CLIENTS: "binaan",
    Measure.PER_THOUSAND: "per 1.000 usaha",
    Measure.CLIENTS_PER_MENTOR: "binaan per Pendamping",
    Measure.DAYS_SINCE_VISIT: "hari",
}
_NO_FIGURE: Mapping[Measure, str] = {
    Measure.VISITED_SHARE: NO_CLIENT,
    Measure.PER_THOUSAND: NO_BASE,
    Measure.CLIENTS_PER_MENTOR: NO_MENTOR,
    Measure.DAYS_SINCE_VISIT: f"{NO_VISIT}, atau {NO_CLIENT}",
}


def main() -> None:
    """Show the screen."""
    person = must_be(BLITAR, BlitarPermission.READ_COVERAGE)
    with database().read() as session:
        deployed = deployment(session, person)
        figures = figures_by_district(session, person)
        law = law_of(session, BLITAR, today())
        visit_days = cast(int, law.values[DAYS_WITHOUT_VISIT.key])
        mentored = mentored_by_district(session, person, today(), visit_days)
    shapes = shapes_of(BLITAR_REGENCY)
    st.title("Cakupan")
    place = st.container()
    day = _day()
    base = base_on(law)
    states = _states(day, deployed, figures, mentored, base)
    with place:
        measure = choose_measure(
            {one: [figure_of(one, state, today()) for state in states] for one in Measure},
            lambda one: one.label,
        )
    uncovered = _say_uncovered(day, states)
    by_code = {one.coverage.district.code: one for one in states}
    marks = [_mark(measure, by_code[one.code]) for one in districts(BLITAR_REGENCY.code)]
    choice = choice_of("cakupan", [mark.district.code for mark in marks])
    left, right = st.columns([2, 1], gap="medium")
    with left:
        show_map(
            BLITAR_REGENCY,
            shapes,
            marks,
            choice,
            title=_title(measure, visit_days),
            printed=partial(shown, measure),
            unit=_UNITS[measure],
            none=_NO_FIGURE.get(measure, ""),
            open_=NO_MENTOR,
            note=base_told(base) if measure is Measure.PER_THOUSAND else "",
        )
    with right:
        chosen = by_code.get(choice.code or "")
        _beside(person, chosen, uncovered, day, deployed, law)
    show_table(
        marks, choice, title=_title(measure, visit_days), printed=partial(shown, measure), provision=_AREA
    )
    offer_boundaries(person, BLITAR, shapes)


def _beside(
    person: Person,
    chosen: DistrictState | None,
    uncovered: list[DistrictCoverage],
    day: date,
    deployed: Deployment,
    law: LawInForce,
) -> None:
    """The chosen kecamatan, or every gap of the day and of those to come."""
    if chosen is not None:
        show_chosen(person, chosen, provision=_AREA, today=today())
        return
    days = cast(int, law.values[DAYS_BEFORE_CONTRACT_END.key])
    ahead = gaps_ahead(day, days, deployed.services, deployed.assignments)
    show_gaps(uncovered, ahead, days=days, provision=_AREA)


def _say_uncovered(day: date, states: list[DistrictState]) -> list[DistrictCoverage]:
    """Say how many kecamatan have a Pendamping; give those without."""
    uncovered = [one.coverage for one in states if not one.coverage.is_covered]
    st.markdown(
        f"**{len(states) - len(uncovered)} dari {len(states)} kecamatan** punya Pendamping pada "
        f"{indonesian_date(day)} ({_AREA})."
    )
    return uncovered


def _day() -> date:
    told = st.query_params.get(_DAY, "")
    start = parse_day(told) if told else None
    start = start if isinstance(start, date) and _FIRST_DAY <= start <= _LAST_DAY else None
    with st.expander("Tanggal", expanded=start is not None, icon=":material/event:"):
        st.caption(
            "Penugasan tersimpan dengan tanggalnya, jadi cakupan hari lain dapat dilihat. "
            "Angka binaan dan kunjungan selalu angka hari ini."
        )
        return day_looked_at(
            "Cakupan pada tanggal", "cakupan-tanggal", start or today(), first=_FIRST_DAY, last=_LAST_DAY
        )


def _title(measure: Measure, days: int) -> str:
    return f"Binaan dikunjungi dalam {days} hari (%)" if measure is Measure.VISITED_SHARE else measure.label


def _states(
    day: date,
    deployed: Deployment,
    figures: Mapping[str, DistrictFigures],
    mentored: Mentored,
    base: Base | None,
) -> list[DistrictState]:
    """Every kecamatan with its coverage and its binaan, the uncovered ones first."""
    nothing = DistrictFigures(0, 0, None)
    found = []
    for coverage in coverage_on(day, deployed.services, deployed.assignments):
        own = figures.get(coverage.district.code, nothing)
        found.append(
            DistrictState(
                coverage=coverage,
                cooperatives=own.cooperatives,
                businesses=own.businesses,
                last_visit_on=own.last_visit_on,
                mentored=mentored.by_district.get(coverage.district.code, 0),
                visited=mentored.visited.get(coverage.district.code, 0),
                count=base.of(coverage.district.code) if base else None,
            )
        )
    return found


def _mark(measure: Measure, state: DistrictState) -> Mark:
    figure = figure_of(measure, state, today())
    return Mark(
        district=state.coverage.district,
        figure=figure,
        short="–" if figure is None else shown(measure, figure),
        told=in_words(measure, state, today()),
        is_open=not state.coverage.is_covered,
    )


main()
