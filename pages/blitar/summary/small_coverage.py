"""The small map of the 22 kecamatan: who is served, and where nobody helps."""

import streamlit as st

from db.blitar.headlines import BlitarSummary
from domain.blitar.instruments import at
from domain.blitar.staffing.coverage import DistrictCoverage
from domain.blitar.staffing.measures import NO_MENTOR, Measure, printed
from domain.dates import indonesian_date
from domain.money import number
from domain.regions.regions import BLITAR_REGENCY, districts
from pages.parts.map.map_choice import choice_of
from pages.parts.map.map_screen import show_map
from pages.parts.map.marks import Mark
from pages.parts.map.shapes import shapes_of


def show_coverage(summary: BlitarSummary) -> None:
    """Show the binaan of each kecamatan, with those that nobody serves marked and named."""
    by_code = {one.district.code: one for one in summary.coverage}
    st.subheader("Di mana belum ada yang mendampingi", anchor=False)
    marks = [_mark(summary, by_code[one.code]) for one in districts(BLITAR_REGENCY.code)]
    choice = choice_of("ringkasan", [mark.district.code for mark in marks])
    show_map(
        BLITAR_REGENCY,
        shapes_of(BLITAR_REGENCY),
        marks,
        choice,
        title=Measure.CLIENTS.label,
        printed=printed,
        unit="binaan",
        open_=NO_MENTOR,
    )
    for one in summary.coverage:
        if not one.is_covered:
            since = f"sejak {indonesian_date(one.uncovered_since)}" if one.uncovered_since else "sejak awal"
            st.markdown(f"✕ **{one.district.name}**: tanpa Pendamping {since} ({at('11(2)').place}).")


def _mark(summary: BlitarSummary, coverage: DistrictCoverage) -> Mark:
    binaan = summary.clients_by_district.get(coverage.district.code, 0)
    # Names of Pendamping are no matter for the leadership, so only how the kecamatan is served is told.
    served = "hanya sementara" if coverage.is_temporary else "ada Pendamping"
    told = f"{number(binaan)} binaan, {served if coverage.is_covered else NO_MENTOR}"
    return Mark(
        district=coverage.district,
        figure=binaan,
        short=printed(binaan),
        told=told,
        is_open=not coverage.is_covered,
    )
