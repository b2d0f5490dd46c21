"""Ringkasan: where the programmes stand, in thirty seconds, for the leadership; no names."""

from functools import partial

import streamlit as st

from domain.dates import indonesian_date
from domain.programme import Programme
from domain.roles import OfficePermission, Person
from pages.office.summary.summary_printing import printed_summary
from pages.office.summary.summary_reading import read_summary
from pages.office.tour.guide import offer_tour
from pages.parts.acting import must_be_in_one
from pages.parts.figure_cards import show_headlines, show_waits
from pages.parts.installation import served
from pages.parts.store import is_demo_database, today
from pages.parts.summary_part import SummaryPart
from pages.parts.wings import screen_at
from pages.parts.work_card import GO


def main() -> None:
    """Show the screen."""
    person, programmes = must_be_in_one(served(), OfficePermission.READ_SUMMARY)
    summary = read_summary(person, programmes, today())
    st.title("Ringkasan")
    st.caption(f"Keadaan {indonesian_date(summary.day)}. Angka tanpa nama; tiap angka membuka rinciannya.")
    with st.container(horizontal=True):
        st.download_button(
            "Cetak ringkasan 1 halaman",
            partial(printed_summary, summary, person, demo=is_demo_database()),
            f"ringkasan-pimpinan-{summary.day.isoformat()}.pdf",
            "application/pdf",
            icon=":material/print:",
            on_click="ignore",
        )
        offer_tour()
    for column, (programme, part) in zip(
        st.columns(len(summary.parts), gap="medium"), summary.parts, strict=True
    ):
        with column:
            _show(part, programme, person)


def _show(part: SummaryPart, programme: Programme, person: Person) -> None:
    st.header(part.title, anchor=False)
    show_headlines(part.headlines)
    _links(part, programme, person)
    part.charts()
    show_waits(part.waits)
    part.after()


def _links(part: SummaryPart, programme: Programme, person: Person) -> None:
    with st.container(horizontal=True):
        for address, label in part.links:
            if screen := screen_at(programme, address, person):
                st.page_link(screen, label=label, icon=GO)


main()
