"""The first numbers beside those of last month; each opens its rows."""

import streamlit as st

from domain.blitar.reporting.behind import Behind
from domain.blitar.reporting.report_words import (
    CLIENTS_COUNTED,
    COUNTED,
    KINDS,
    NOTHING_BEFORE,
    RECOMMENDATIONS_COUNTED,
    Line,
    client_kinds,
    lines,
)
from domain.money import number
from pages.blitar.reports.monthly.report_page import Page
from pages.blitar.reports.monthly.report_places import open_rows_of
from pages.blitar.reports.monthly.rows_behind import show_open


def show_numbers(page: Page) -> None:
    """Show one card for each of the first numbers."""
    found = lines(page.figures)
    with st.grid("auto", min_column_width=150, gap="small"):
        for one in found:
            _card(one)
    kinds = f"Bulan ini: {client_kinds(page.figures.totals)} ({KINDS.place})."
    st.caption(f"{COUNTED} {CLIENTS_COUNTED} {kinds}")
    st.caption(RECOMMENDATIONS_COUNTED)
    if page.figures.before is None:
        st.caption(NOTHING_BEFORE)
    show_open(page, *(one.behind for one in found))


def open_rows(label: str, what: Behind, *, key: str) -> None:
    """A button that opens the rows behind a number."""
    st.button(label, key=key, on_click=open_rows_of, args=(what,), type="tertiary", icon=":material/list:")


def _card(one: Line) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        # The label of a metric would be cut on a narrow card.
        st.markdown(one.label)
        st.metric(one.label, number(one.now), label_visibility="collapsed")
        before = "" if one.before is None else f"bulan lalu {number(one.before)}  \n"
        st.caption(f"{before}{one.citation.place}")
        open_rows(f"Lihat {number(one.now)} baris", one.behind, key=f"angka:{one.behind.address}")
