"""The monthly report of the Fasilitator (Pasal 5 ayat (3) huruf i, Pasal 12 huruf r, Pasal 15, Pasal 16)."""

import streamlit as st

from domain.dates import indonesian_month
from domain.roles import Person
from pages.blitar.reports.monthly.counts import show_goals, show_stages, show_tasks
from pages.blitar.reports.monthly.mentor_lines import show_mentors
from pages.blitar.reports.monthly.report_actions import show_actions
from pages.blitar.reports.monthly.report_choice import Chosen, choose
from pages.blitar.reports.monthly.report_numbers import show_numbers
from pages.blitar.reports.monthly.report_page import read_page
from pages.blitar.reports.monthly.report_state import show_other_unsaved, show_state
from pages.blitar.reports.monthly.visit_charts import show_charts
from pages.blitar.reports.monthly.writing import show_closing, show_parts


def show_monthly(person: Person) -> None:
    """Show the report of a month, from the choice of it to its sending."""
    chosen = choose(person)
    if chosen is None:
        return
    page = read_page(person, chosen)
    if page is None:
        _prepared(chosen)
        return
    show_other_unsaved(page)
    show_state(page)
    show_numbers(page)
    show_parts(page)
    show_mentors(page)
    show_tasks(page)
    show_goals(page)
    show_stages(page)
    show_charts(page)
    show_closing(page)
    show_actions(page)


def _prepared(chosen: Chosen) -> None:
    month = indonesian_month(chosen.month)
    if chosen.versions:
        st.info(f"Laporan {month} sedang disusun Fasilitator. Isinya dapat dibaca di sini setelah dikirim.")
    else:
        st.info(f"Laporan {month} belum disusun. Pilih bulan lain, atau tunggu Fasilitator mengirimnya.")
