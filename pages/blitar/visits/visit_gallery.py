"""The photos and scans of a visit: looked at, added, withdrawn, printed as an annex."""

import streamlit as st

from db.blitar.visiting.opened_visit import OpenedVisit
from db.blitar.visiting.visit_evidence import (
    VisitEvidence,
    add_visit_evidence,
    visit_evidence,
    visit_picture,
    withdraw_visit_evidence,
)
from db.evidence.kept import EvidenceLine
from domain.blitar.visiting.visit import OPEN_TO_CHANGE
from domain.roles import Person
from pages.blitar.printing import printing_of
from pages.parts.evidence.bringing_evidence import ask_evidence
from pages.parts.evidence.gallery import WITHDRAWING, annex_pictures, show_gallery
from pages.parts.giving_back import give_back
from pages.parts.saved_notice import Saved
from pages.parts.saving import save
from pages.parts.sending import nonce_of, say_problems
from pages.parts.store import database, today


def show_evidence(person: Person, found: OpenedVisit) -> None:
    """Show what hangs on a visit, and what this person may do with it."""
    with database().read() as session:
        evidence = visit_evidence(session, person, found.id)
    shown = evidence.shown
    st.subheader(f"Foto dan pindaian: {len(shown)}", anchor=False)
    if not shown:
        st.caption("Belum ada foto atau pindaian pada kunjungan ini.")
    show_gallery(
        evidence.lines,
        evidence.looks,
        lambda number: _read(person, number),
        lambda one: _withdrawing(person, one, evidence),
    )
    if shown:
        _print(person, found, evidence)
    if evidence.adds and found.state not in OPEN_TO_CHANGE:
        with st.expander("Tambah foto atau pindaian", icon=":material/add_a_photo:"):
            _add(person, found)


def _read(person: Person, number: int) -> bytes:
    with database().read() as session:
        return visit_picture(session, person, number)


def _withdrawing(person: Person, one: EvidenceLine, evidence: VisitEvidence) -> None:
    if evidence.withdraws:
        said = "Foto atau pindaian itu ditarik; tidak lagi ditampilkan."
        give_back(f"tarik-bukti-{one.id}", WITHDRAWING, withdraw_visit_evidence, person, one.id, said=said)


def _add(person: Person, found: OpenedVisit) -> None:
    name = f"bukti-kunjungan-{found.id}"
    nonce = nonce_of(name)
    ready, problems = ask_evidence(nonce)
    if st.button("Simpan foto", key=f"{nonce}:kirim", disabled=not ready) and not say_problems(problems):
        said = Saved(f"{len(ready)} foto atau pindaian tersimpan.", "Keliru? Tekan Tarik di bawah fotonya.")
        save(name, add_visit_evidence, person, found.id, ready, said=said, nonce=nonce)


def _print(person: Person, found: OpenedVisit, evidence: VisitEvidence) -> None:
    st.download_button(
        "Cetak lampiran foto",
        data=lambda: _annex(person, found, evidence),
        file_name=f"lampiran-foto-kunjungan-{found.id}.pdf",
        mime="application/pdf",
        on_click="ignore",
        icon=":material/print:",
    )


def _annex(person: Person, found: OpenedVisit, evidence: VisitEvidence) -> bytes:
    from documents.blitar.visiting.evidence_annex import AnnexVisit, evidence_annex

    pictures = annex_pictures(evidence.shown, lambda number: _read(person, number))
    visit = AnnexVisit(found.client_name, found.client_number, found.mentor_name, found.visit.on)
    printing = printing_of(person, today())
    return evidence_annex(visit, pictures, printing)
