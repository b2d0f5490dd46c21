"""What became of the money: what the visits tell, each visit, and the form for the next one."""

from uuid import uuid4

import streamlit as st

from db.sampang.file_evidence import Beside, FileEvidence, file_evidence
from db.sampang.servicing.use_of_funds import RecordedVisit, record_use_of_funds, uses_of_funds
from db.sampang.trail import SampangSubject
from domain.dates import indonesian_date
from domain.programme import may
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.use_of_funds import WATCHED, UseOfFunds, findings
from domain.sampang.step_checks import yet_to_come
from pages.parts.asking_again import ask_why_again, send_or_ask
from pages.parts.fields import Form
from pages.parts.places import place_link
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import say_problems
from pages.parts.store import database, today
from pages.parts.text import plain
from pages.sampang.evidence_part import Annex, add_photos, show_photos


def show_use_of_funds(person: Person, loan_id: int) -> None:
    """Show what is known of the use of a loan, and let a member of the team add a visit."""
    with database().read() as session:
        visits = uses_of_funds(session, person, loan_id)
        numbers = [each.id for each in visits]
        photos = file_evidence(session, person, SampangSubject.USE_OF_FUNDS, numbers)
    for place, one in enumerate(findings([each.visit for each in visits])):
        with st.container(horizontal=True, vertical_alignment="center", gap="xxsmall"):
            st.markdown(plain(one.told), width="content")
            place_link(SAMPANG, one.place.short, key=f"guna-{loan_id}-{place}")
    for each in visits:
        _visit(person, loan_id, each, photos)
    if may(person, SampangPermission.WATCH_USE_OF_FUNDS, SAMPANG):
        with st.expander("Catat kunjungan penggunaan dana"):
            _form(person, loan_id)


def _visit(person: Person, loan_id: int, each: RecordedVisit, found: FileEvidence) -> None:
    visit, lines = each.visit, found.of(each.id)
    named = f" · foto disebut: {visit.photos}" if visit.photos else ""
    with st.container(border=True, gap="xxsmall"):
        st.markdown(plain(visit.bought))
        st.caption(plain(f"{indonesian_date(visit.on)} · {visit.visitor}{named}"))
        if lines:
            seen = f"Kunjungan {indonesian_date(visit.on)}"
            annex = Annex("Lampiran foto penggunaan dana", seen, f"pinjaman-{loan_id}", WATCHED)
            show_photos(person, found, lines, annex)
        if each.id in found.adds_to:
            with st.expander("Tambah foto kunjungan", icon=":material/add_a_photo:"):
                add_photos(person, Beside(SampangSubject.USE_OF_FUNDS, each.id))


def _form(person: Person, loan_id: int) -> None:
    slot = f"use-nonce-{loan_id}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    form = Form(nonce, {}, UseOfFunds)
    on = form.ask("on")
    form.ask("bought", hint="mis. bahan baku 2 kuintal, mesin jahit bekas; bukan modal kerja pun ditulis")
    form.ask("as_planned", aside="VIII.3.a; kosongkan bila tidak terlihat")
    form.ask("separate_books", aside="VIII.3.b; kosongkan bila belum ditanyakan")
    form.ask("photos", aside="boleh kosong", hint="mis. nomor map atau nama berkas")
    because = ask_why_again(nonce)
    sent = st.button("Catat kunjungan", type="primary", key=f"{nonce}:use:kirim")
    if not sent or say_problems([*form.problems, *form.blanks(), *yet_to_come("on", on, today())], form):
        return
    visit = UseOfFunds(visitor=person.name, **form.answers())
    done = send_or_ask(
        nonce,
        lambda session, at: record_use_of_funds(
            session, person, loan_id, visit, again_because=because, nonce=nonce, at=at
        ),
        fields=form,
    )
    if done is None:
        return
    st.session_state.pop(slot, None)
    say_saved(
        Saved("Kunjungan tercatat.", correcting="Keliru? Catat lagi dengan penjelasan; keduanya terbaca.")
    )
    st.rerun()
