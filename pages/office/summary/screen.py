"""Ringkasan: where both programmes stand, in thirty seconds, for the leadership; no names."""

from pathlib import Path

import streamlit as st

from domain.dates import indonesian_date
from domain.roles import OfficePermission, Person
from domain.sampang.programme import SAMPANG as SAMPANG_PROGRAMME
from pages.office.summary.coverage import show_coverage
from pages.office.summary.figure_cards import show_headlines, show_waits
from pages.office.summary.files import show_files
from pages.office.summary.stories import show_open_district, show_story
from pages.office.summary.summary_printing import BLITAR, SAMPANG, printed_summary
from pages.office.summary.summary_reading import Summary, read_summary
from pages.office.summary.trends import show_visits_by_month
from pages.office.tour.guide import offer_tour
from pages.parts.acting import must_be
from pages.parts.menu import screen_at
from pages.parts.store import today
from pages.sampang.fund.fund_chart import show_months

_GO = ":material/arrow_forward:"


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG_PROGRAMME, OfficePermission.READ_SUMMARY)
    summary = read_summary(person, today())
    st.title("Ringkasan")
    st.caption(f"Keadaan {indonesian_date(summary.day)}. Angka tanpa nama; tiap angka membuka rinciannya.")
    with st.container(horizontal=True):
        st.download_button(
            "Cetak ringkasan 1 halaman",
            printed_summary(summary, person),
            f"ringkasan-pimpinan-{summary.day.isoformat()}.pdf",
            "application/pdf",
            icon=":material/print:",
            on_click="ignore",
        )
        offer_tour()
    left, right = st.columns(2, gap="medium")
    with left:
        _sampang(summary, person)
    with right:
        _blitar(summary, person)


def _sampang(summary: Summary, person: Person) -> None:
    st.header(SAMPANG, anchor=False)
    show_headlines(summary.sampang_headlines)
    _links(person, ("kas-dana", "Buka Kas dana"), ("peta-sampang", "Buka Peta Sampang"))
    show_months(summary.sampang.months)
    show_files(summary.sampang)
    show_waits(summary.sampang_waits)


def _blitar(summary: Summary, person: Person) -> None:
    st.header(BLITAR, anchor=False)
    show_headlines(summary.blitar_headlines)
    _links(person, ("cakupan", "Buka Cakupan"), ("laporan", "Buka Laporan"))
    show_coverage(summary.blitar)
    show_visits_by_month(summary.blitar.visits_by_month)
    show_waits(summary.blitar_waits)
    show_story(summary.story)
    blitar = summary.blitar
    show_open_district(blitar.coverage, blitar.clients_by_district, blitar.without_mentor)


def _links(person: Person, *screens: tuple[str, str]) -> None:
    found = [(screen_at(address, person), label) for address, label in screens]
    with st.container(horizontal=True):
        for page, label in found:
            if isinstance(page, Path):
                st.page_link(page, label=label, icon=_GO)


main()
