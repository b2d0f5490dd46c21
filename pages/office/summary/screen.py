"""Ringkasan: where a programme stands and what needs a decision, in thirty seconds; no names."""

from collections.abc import Callable, Sequence
from functools import partial

import streamlit as st

from domain.dates import indonesian_date
from domain.programme import Programme
from domain.roles import OfficePermission, Person
from pages.office.rules_way import way_of
from pages.office.summary.summary_printing import printed_summary
from pages.office.summary.summary_reading import Summary, read_summary
from pages.office.tour.guide import offer_tour
from pages.parts.acting import must_be_in_one
from pages.parts.deciding import show_decisions
from pages.parts.figure_tiles import show_tiles
from pages.parts.installation import served
from pages.parts.store import is_demo_database, today
from pages.parts.summary_part import SummaryPart
from pages.parts.waits_table import show_waits
from pages.parts.wings import screen_at
from pages.parts.work_card import GO

_TILES = 6
_DECISIONS_AT_FIRST = 3


def main() -> None:
    """Show the screen."""
    person, programmes = must_be_in_one(served(), OfficePermission.READ_SUMMARY)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.title("Ringkasan", width="content")
        programme = _chosen(programmes)
        summary = read_summary(person, [programme], today())
        _head(summary, programme, person)
    for one, part in summary.parts:
        _show(part, one, person)


def _chosen(programmes: Sequence[Programme]) -> Programme:
    """The programme to show: the only one of the person, or the one they choose, which the address keeps."""
    by_name = {one.regency.name: one for one in programmes}
    if len(by_name) == 1:
        st.markdown(f"**{programmes[0].regency.name}**", width="content")
        return programmes[0]
    chosen = st.segmented_control(
        "Kabupaten",
        list(by_name),
        default=programmes[0].regency.name,
        required=True,
        label_visibility="collapsed",
        key="kabupaten",
        bind="query-params",
        width="content",
    )
    return by_name.get(chosen or "", programmes[0])


def _head(summary: Summary, programme: Programme, person: Person) -> None:
    st.caption(indonesian_date(summary.day), width="content")
    st.download_button(
        "Cetak 1 halaman",
        partial(printed_summary, summary, person, demo=is_demo_database()),
        f"ringkasan-{programme.key}-{summary.day.isoformat()}.pdf",
        "application/pdf",
        icon=":material/print:",
        on_click="ignore",
    )
    offer_tour()


def _show(part: SummaryPart, programme: Programme, person: Person) -> None:
    show_decisions(part.decisions, partial(way_of, programme, person), person, shown=_DECISIONS_AT_FIRST)
    show_tiles(part.headlines[:_TILES])
    part.charts()
    _links(part, programme, person)
    if part.headlines[_TILES:]:
        show_tiles(part.headlines[_TILES:])
    _deeper([("Menunggu siapa", partial(show_waits, part.waits, today())), *part.deeper], programme)


def _deeper(parts: Sequence[tuple[str, Callable[[], None]]], programme: Programme) -> None:
    tabs = st.tabs([name for name, _ in parts], key=f"lebih-dalam-{programme.key}", on_change="rerun")
    for tab, (_, draw) in zip(tabs, parts, strict=True):
        if tab.open:
            with tab:
                draw()


def _links(part: SummaryPart, programme: Programme, person: Person) -> None:
    with st.container(horizontal=True):
        for address, label in part.links:
            if screen := screen_at(programme, address, person):
                st.page_link(screen, label=label, icon=GO)
    st.caption("Angka tanpa nama; tiap angka membuka isinya dan dasarnya.")


main()
