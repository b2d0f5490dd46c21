"""Laporan dana: choose a month and a report, see its figures, and take it as PDF or Excel."""

from datetime import date

import streamlit as st

from db.sampang.reports.month_figures import bank_data, opened_on
from domain.dates import indonesian_date, indonesian_month
from domain.programme import may
from domain.roles import Person
from domain.sampang.bank_file.bank_coverage import missing_months
from domain.sampang.programme import SAMPANG
from domain.sampang.reports.report_shape import as_of, first_shown, months_to_report
from domain.sampang.roles import SampangPermission
from pages.parts.acting import must_be
from pages.parts.places import place_link
from pages.parts.store import database, today
from pages.parts.tabs import open_tab
from pages.sampang.month_reports.report_list import NEEDS, ReportTab
from pages.sampang.month_reports.taking import show_report

_MONTH = "bulan"


def main() -> None:
    """Show the screen."""
    person = must_be(SAMPANG, SampangPermission.READ_FUND_REPORTS)
    st.title("Laporan dana")
    with database().read() as session:
        since, until = opened_on(session, person), bank_data(session, person)
    if since is None:
        st.info("Belum ada yang dilaporkan: saldo awal dana belum dicatat Ketua Harian di Kas dana.")
        return
    month = _chosen(since)
    _show_days(month, until)
    tab, place = open_tab(_tabs(person), "laporan", first=None)
    with place:
        show_report(tab, person, month)


def _tabs(person: Person) -> list[ReportTab]:
    return [tab for tab in ReportTab if may(person, NEEDS[tab], SAMPANG)]


def _chosen(since: date) -> date:
    """The month to report, by its first day; the last whole one first."""
    months = {indonesian_month(one): one for one in months_to_report(since, today())}
    first = indonesian_month(first_shown(since, today()))
    chosen = st.selectbox(
        "Bulan",
        list(months),
        index=list(months).index(first),
        key=_MONTH,
        bind="query-params",
        width=260,
    )
    return months[chosen]


def _show_days(month: date, until: date | None) -> None:
    """The day that the report is of, and up to when the bank's data is in."""
    day, now = as_of(month, today()), today()
    running = " (bulan ini masih berjalan)" if month == now.replace(day=1) else ""
    told = "belum ada" if until is None else f"s.d. {indonesian_date(until)}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**Per {indonesian_date(day)}**{running} · Data bank {told}", width="content")
        place_link(SAMPANG, "VII.8", key="laporan-VII.8")
    if (until is None or until < day) and (late := missing_months(until, now)):
        st.warning(f"{late} Angsuran bulan itu yang belum dibukukan tidak ada dalam laporan.")


main()
