"""Booking the matched rows of a bank's file: all in one transaction, once for each press."""

from uuid import uuid4

import streamlit as st

from db.sampang.bank_files.accepting import Accepted, accept_bank_rows
from db.sampang.bank_files.bank_file_lists import StoredBankFile
from domain.money import number, rupiah
from domain.programme import may
from domain.roles import Person
from domain.sampang.bank_file.bank_kinds import RowKind, RowState
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission, SampangRole
from pages.parts.saved_notice import Saved, say_saved
from pages.parts.sending import send

_UNDECIDED = (RowKind.POSSIBLE, RowKind.UNKNOWN, RowKind.OVERPAID, RowKind.UNREADABLE, RowKind.CORRECTION)


def show_booking(person: Person, file: StoredBankFile) -> None:
    """Say what is ready, and let an officer book it."""
    ready = file.count(RowState.WAITING, RowKind.MATCHED)
    rest = file.count(RowState.WAITING, *_UNDECIDED)
    amount = rupiah(file.amount(RowState.WAITING, RowKind.MATCHED))
    told = (
        f"{number(ready)} baris siap dibukukan, {amount}" if ready else "Tidak ada baris yang siap dibukukan"
    )
    st.markdown(f"**{told}.**" + (f" {number(rest)} baris perlu dilihat orang." if rest else ""))
    if not (ready or file.accepted_at is None):
        return
    if not may(person, SampangPermission.RECORD_PAYMENTS, SAMPANG):
        st.caption(f"Menunggu {SampangRole.OFFICER.label} membukukannya.")
        return
    slot = f"bukukan-bank:{file.id}:{ready}:{file.count(RowState.POSTED)}"
    nonce = st.session_state.setdefault(slot, uuid4().hex)
    words = f"Bukukan {number(ready)} baris · {amount}" if ready else "Tandai sudah diperiksa"
    if st.button(words, type="primary", key=f"{nonce}:bukukan", icon=":material/done_all:"):
        _book(person, file, nonce, slot)


def _book(person: Person, file: StoredBankFile, nonce: str, slot: str) -> None:
    bar = st.progress(0.0, text="Membukukan …")
    done = send(
        lambda session, at: accept_bank_rows(
            session,
            person,
            file.id,
            nonce=nonce,
            at=at,
            progress=lambda share: bar.progress(share, text="Membukukan …"),
        )
    )
    bar.empty()
    if done is None:
        return
    st.session_state.pop(slot, None)
    say_saved(Saved(_told(done.result), correcting="Keliru? Usulkan pembalikan angsurannya di Kas dana."))
    st.rerun()


def _told(done: Accepted) -> str:
    told = f"{number(done.posted)} setoran dibukukan." if done.posted else "Berkas ditandai sudah diperiksa."
    if done.changed:
        told += f" {number(done.changed)} baris berubah sejak diunggah dan tidak dibukukan; lihat alasannya."
    return told
