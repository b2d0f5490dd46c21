"""A person's own record: looked for by the whole NIK, made as a PDF, and written down."""

import streamlit as st

from db.office.own_record import own_record
from documents.office.own_record_paper import own_record_paper
from domain.identity import check_nik
from domain.own_record import OwnRecord
from domain.programme import Programme
from domain.revealing import Why
from domain.roles import OfficePermission, Person
from pages.parts.acting import must_be_in_one
from pages.parts.installation import served
from pages.parts.programme_choice import one_of_programmes
from pages.parts.sending import send
from pages.parts.store import is_demo_database, today
from pages.parts.text import plain

_FOUND = "catatan-diri"
_PURPOSES = (Why.OWN_REQUEST, Why.EXAMINATION)


def show_own_record() -> None:
    """Ask whose record and why, and offer it."""
    person, allowed = must_be_in_one(served(), OfficePermission.READ_OWN_RECORD)
    st.subheader("Catatan diri seseorang", anchor=False)
    st.markdown(
        "Setiap orang berhak tahu data apa tentang dirinya yang disimpan dan memperoleh salinannya "
        "(UU 27/2022 Pasal 5 dan 7). Cocokkan dahulu KTP orang yang meminta. Siapa menyusunnya, kapan dan "
        "untuk apa masuk Jejak audit."
    )
    programme = one_of_programmes(
        allowed, "catatan-diri-program", on_change=lambda: st.session_state.pop(_FOUND, None)
    )
    typed = st.text_input("NIK (KTP)", placeholder="16 angka", key="catatan-diri-nik", max_chars=30)
    why = st.selectbox(
        "Untuk apa disusun?",
        _PURPOSES,
        index=None,
        placeholder="Pilih alasannya",
        format_func=lambda one: one.label,
        key="catatan-diri-alasan",
    )
    if st.button("Cari dan susun", type="primary", icon=":material/badge:"):
        st.session_state.pop(_FOUND, None)
        _look(person, programme, typed, why)
    if found := st.session_state.get(_FOUND):
        _offer(person, programme, found)


def _look(person: Person, programme: Programme, typed: str, why: Why | None) -> None:
    checked = check_nik(typed, programme.regency.code)
    for problem in checked.problems:
        st.error(plain(problem.sentence))
    if why is None:
        st.error("Pilih dahulu untuk apa catatan ini disusun; alasannya ikut dicatat.")
    if checked.number is None or why is None:
        return
    nik, reason = checked.number, why

    found = send(lambda session, at: own_record(session, person, programme, nik, reason, at=at))
    if found is not None:
        st.session_state[_FOUND] = (programme.key, found.result)


def _offer(person: Person, programme: Programme, found: tuple[str, OwnRecord]) -> None:
    key, record = found
    if key != programme.key:
        return
    if not record.parts:
        st.warning(
            "Data dengan NIK ini tidak ditemukan pada program ini. Siapa mencarinya, dan untuk apa, masuk "
            "Jejak audit; NIK-nya tersamar di sana."
        )
        return
    st.success(f"{len(record.parts)} bagian ditemukan dan tercatat dalam Jejak audit.")
    st.markdown("\n".join(f"- {plain(part.title)}, {len(part.lines)} keterangan" for part in record.parts))
    demo, day = is_demo_database(), today()
    st.download_button(
        "Unduh catatan diri (PDF)",
        data=lambda: own_record_paper(record, programme=programme.name, on=day, by=person.name, demo=demo),
        file_name="catatan-diri.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
    )
    st.caption(
        "Yang keliru dibetulkan pada layarnya: Pengajuan untuk pemohon Sampang, Binaan atau Seleksi untuk "
        "Blitar. Yang lama tetap tercatat, tersamar, dalam Jejak audit."
    )
