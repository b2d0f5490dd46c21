"""The seven parts of Pasal 16 ayat (2), each with its number and what the Fasilitator writes."""

import streamlit as st

from domain.blitar.goals_and_tasks import ReportPart
from domain.blitar.reporting.behind import Behind, Number
from domain.blitar.reporting.report import THROUGH
from domain.blitar.reporting.report_words import first_sentence
from domain.money import number
from pages.blitar.reports.monthly.report_numbers import open_rows
from pages.blitar.reports.monthly.report_page import Page, text_field
from pages.blitar.reports.monthly.rows_behind import show_open
from pages.parts.fields import Form
from pages.parts.text import plain


def show_parts(page: Page) -> None:
    """Show every part with its number, its rows and its text."""
    st.subheader("Tujuh komponen laporan", anchor=False)
    st.caption(f"Menurut {THROUGH.place}. Satu kunjungan dapat memuat beberapa komponen.")
    for place, part in enumerate(ReportPart, 1):
        with st.container(border=True, gap="xsmall"):
            _part(page, place, part)


def show_closing(page: Page) -> None:
    """Show the last words of the report."""
    st.subheader("Penutup", anchor=False)
    if page.form is None:
        _read(page.told.narrative.closing)
        return
    page.form.ask("closing", hint="Kesimpulan dan rencana bulan depan")


def _part(page: Page, place: int, part: ReportPart) -> None:
    counted, what = page.figures.by_part[part], Behind(Number.PART, part.value)
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(f"**{place}\\. {part.label}**")
        told = f"{number(counted.visits)} kunjungan, {number(counted.clients)} binaan"
        open_rows(told, what, key=f"komponen:{part.value}")
    show_open(page, what)
    if page.form is None:
        _read(page.told.narrative.texts.get(part, ""))
        return
    sentence = first_sentence(part, page.figures)
    if sentence not in str(page.form.standing(text_field(part)) or ""):
        st.caption(f"Usul kalimat pertama: {plain(sentence)}")
        st.button(
            "Pakai kalimat ini",
            key=f"{page.form.nonce}:take:{part.value}",
            on_click=_take,
            args=(page.form, text_field(part), sentence),
            icon=":material/add:",
            help=f"Menaruh kalimat itu di depan uraian {part.label}",
        )
    page.form.ask(text_field(part), label=f"Uraian {part.label}")


def _take(form: Form, field: str, sentence: str) -> None:
    """Put the sentence before what stands in the field."""
    told = " ".join(filter(None, [sentence, str(form.standing(field) or "")]))
    form.keep(field, told)
    st.session_state[f"{form.nonce}:{field}"] = told


def _read(text: str) -> None:
    if not text.strip():
        st.caption("Tidak ada uraian.")
    for paragraph in text.splitlines():
        if paragraph.strip():
            st.markdown(plain(paragraph))
