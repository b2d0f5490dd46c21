"""A letter that is not set yet, as the Fasilitator changes it: addressee, lines, words; or gives it up."""

from typing import Any

import streamlit as st

from db.blitar.reporting.bundle_rows import Bundle, BundleLine
from db.blitar.reporting.recommendations import change_bundle, drop_bundle
from domain.blitar.reporting.recommendations import BundlePrepared, check_bundle
from domain.roles import Person
from pages.blitar.reports.recommendations.letter_words import heading_of
from pages.blitar.reports.recommendations.line_choice import ask_agency
from pages.blitar.reports.recommendations.open_letter import close_letter
from pages.parts.fields import Form
from pages.parts.saving import opened, save
from pages.parts.sending import forget, nonce_of, say_problems
from pages.parts.text import plain


def show_drafting(person: Person, one: Bundle) -> None:
    """The form that changes a draft, and the button that gives it up."""
    name = f"konsep-surat-{one.id}"
    start = {f"told.{line.said.visit_id}": line.said.told for line in one.lines} | {"agency": one.agency}
    form = Form(nonce_of(name), start, BundlePrepared)
    version = opened(form.nonce, one.version)
    agency = ask_agency(form, one.agency)
    st.markdown(f"**Isi: {one.size} rekomendasi**")
    told = {}
    for line in one.lines:
        words = _line(form, line)
        if words is not None:
            told[line.said.visit_id] = words
    form.slot("lines")
    prepared = BundlePrepared(agency=agency, told=told)
    st.caption("Menambah: kembali ke daftar, pilih rekomendasinya, lalu tambahkan ke konsep ini.")
    if st.button("Simpan perubahan", type="primary", key=f"{form.nonce}:save") and not say_problems(
        [*form.problems, *check_bundle(prepared)], form
    ):
        more: dict[str, Any] = {"expected_version": version, "nonce": form.nonce, "fields": form}
        save(name, change_bundle, person, one.id, prepared, said="Konsep surat disimpan.", **more)
        st.button("Buka data terbaru", on_click=forget, args=(name,))
    with st.expander("Bubarkan konsep surat ini"):
        st.markdown("Semua rekomendasinya kembali menunggu surat. Tidak ada rekomendasi yang hilang.")
        if st.button("Bubarkan", key=f"{form.nonce}:drop"):
            said = f"Konsep surat untuk {one.agency} dibubarkan; {one.size} rekomendasi menunggu surat lagi."
            save(name, drop_bundle, person, one.id, said=said, then=close_letter, expected_version=version)


def _line(form: Form, line: BundleLine) -> str | None:
    """The words of a line, or None when it is taken out."""
    number = line.said.visit_id
    with st.container(border=True):
        st.markdown(f"**{heading_of(line.said)}**")
        st.caption(f"Permasalahan: {plain(line.said.problem)}")
        if not line.stands:
            st.markdown("⚠ Kunjungannya dikembalikan: keluarkan, atau tunggu verifikasi ulang.")
        elif line.changed_since:
            st.markdown("ℹ Kunjungannya berubah sesudah dimasukkan ke surat: periksa isi rekomendasi ini.")
        if form.tick(f"out.{number}", "Keluarkan dari surat"):
            return None
        return str(form.ask(f"told.{number}"))
