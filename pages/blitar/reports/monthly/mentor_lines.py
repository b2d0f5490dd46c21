"""Every Pendamping of the month, those without a visit with their reason."""

import pandas as pd
import streamlit as st

from domain.blitar.reporting.behind import Behind, Number
from domain.blitar.reporting.report import GapReason, Narrative
from domain.blitar.reporting.report_figures import MentorFigures
from domain.blitar.reporting.report_words import MENTORS_PLACE, gap_in_words
from domain.money import number
from pages.blitar.reports.monthly.picking import picking_table
from pages.blitar.reports.monthly.report_numbers import open_rows
from pages.blitar.reports.monthly.report_page import Page
from pages.blitar.reports.monthly.rows_behind import show_open
from pages.parts.fields import Form
from pages.parts.text import plain


def show_mentors(page: Page) -> None:
    """Show the table, the reasons that are asked for, and the rows of the chosen Pendamping."""
    st.subheader("Per Pendamping", anchor=False)
    mentors = page.figures.mentors
    st.caption(
        f"Menurut {MENTORS_PLACE}; binaan pada akhir bulan. Ketuk satu baris untuk melihat kunjungan dan "
        "binaannya."
    )
    if not mentors:
        st.info("Tidak ada Pendamping yang bertugas pada bulan ini.")
    else:
        told = page.narrative  # put together once, not for each of them
        lines = pd.DataFrame([_line(one, told) for one in mentors])
        behind = [Behind(Number.MENTOR, str(one.staff_id)) for one in mentors]
        picking_table(lines, behind, key="laporan-pendamping")
    nobody = Behind(Number.NO_MENTOR)
    if rest := page.figures.in_nobodys_care:
        open_rows(f"{number(rest)} binaan belum punya Pendamping pada akhir bulan", nobody, key="tanpa")
    numbers = (Number.MENTOR, Number.MENTOR_CLIENTS)
    show_open(page, nobody, *(Behind(what, str(one.staff_id)) for what in numbers for one in mentors))
    if page.form is not None:
        _ask(page, page.form)


def _line(one: MentorFigures, narrative: Narrative) -> dict[str, object]:
    return {
        "Nama": one.name,
        "Kunjungan": one.visits,
        "Binaan": one.clients,
        "Lapangan": one.field_visits,
        "Kantor": one.office_visits,
        "Dikunjungi": one.visited_clients,
        "Menunggu verifikasi": one.waiting,
        "Tanpa kunjungan karena": gap_in_words(one, narrative.gap_of(one.staff_id)) or "–",
    }


def _ask(page: Page, form: Form) -> None:
    without = page.figures.without_visit
    if not without:
        return
    st.markdown(
        f"**{len(without)} Pendamping tanpa kunjungan terverifikasi.** Barisnya tetap ada di laporan."
    )
    for one in without:
        with st.container(border=True, gap="xsmall"):
            st.markdown(f"**{plain(one.name)}**")
            if one.waiting:
                st.caption(
                    f"{number(one.waiting)} kunjungan menunggu verifikasi. Bila tidak sempat diverifikasi "
                    f"sebelum laporan dikirim, pilih alasan “{GapReason.UNVERIFIED.label}”."
                )
            with st.container(horizontal=True, gap="small"):
                with st.container(width=260):
                    form.ask(f"gaps.{one.staff_id}", at="gaps.0.reason")
                with st.container(width="stretch"):
                    form.ask(f"gaps.{one.staff_id}.note", at="gaps.0.note")
