"""One report of a month: its kept figures, what it will hold, and the buttons that make it."""

from datetime import date

import streamlit as st

from db.engine import Database
from documents.sampang.reports.report_paper import report_paper
from documents.sampang.reports.report_workbook import Printing, report_workbook
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.reports.report_shape import Report, ReportFigure
from domain.version import VERSION
from pages.parts.kept_answers import until_a_change
from pages.parts.places import place_link
from pages.parts.store import database, is_demo_database, now, today
from pages.parts.text import plain
from pages.sampang.law import law_today
from pages.sampang.month_reports.previews import preview
from pages.sampang.month_reports.report_list import FILES, HOLDS, MADE, ReportTab
from pages.sampang.paper_head import paper_head

_XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_report(tab: ReportTab, person: Person, month: date) -> None:
    """Show the figures of a report, then the buttons; it is made when one of them is pressed."""
    figures = until_a_change(
        person, lambda session: preview(tab, session, person, month, today()), tab, month
    )
    with st.grid("auto", min_column_width=225, gap="small"):
        for figure in figures:
            _card(figure)
    st.caption(HOLDS[tab])
    store, demo, day = database(), is_demo_database(), today()
    name = f"{FILES[tab]}-{month:%Y-%m}"
    with st.container(horizontal=True):
        st.download_button(
            "Cetak PDF",
            data=lambda: report_paper(
                _made(tab, store, person, month, day), head=paper_head(law_today()), demo=demo
            ),
            file_name=f"{name}.pdf",
            mime="application/pdf",
            on_click="ignore",
            icon=":material/print:",
            key=f"pdf-{name}",
        )
        st.download_button(
            "Unduh Excel",
            data=lambda: report_workbook(
                _made(tab, store, person, month, day),
                Printing(by=person.name, at=now(), version=VERSION, demo=demo),
            ),
            file_name=f"{name}.xlsx",
            mime=_XLSX,
            on_click="ignore",
            icon=":material/table:",
            key=f"excel-{name}",
        )


def _made(tab: ReportTab, store: Database, person: Person, month: date, day: date) -> Report:
    with store.read() as session:
        return MADE[tab](session, person, month, day)


def _card(figure: ReportFigure) -> None:
    with st.container(border=True, gap="xsmall", height="stretch"):
        if figure.is_short:
            st.metric(figure.label, figure.told)
        else:
            st.caption(figure.label)
            st.markdown(f"**{plain(figure.told)}**")
        place_link(SAMPANG, figure.place.short, key=f"angka-{figure.label}")
