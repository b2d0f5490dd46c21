"""Taking the ready rows of a file in: all in one transaction, once for each press."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from db.blitar.visiting.imports import import_visits
from domain.money import number
from domain.roles import Person
from pages.blitar.visits.piles.pile import SORTED, TAKEN, Sorted, Upload
from pages.parts.asking_again import ask_if_same, ask_why_again, noting_same
from pages.parts.sending import Sent, attempt, say_refusal

_CHANGED = "formulir-kertas:berubah"


def take_in(person: Person, upload: Upload, rows: Sorted) -> None:
    """Show the button, and take the rows in when it is pressed."""
    many = number(len(rows.ready))
    because = ask_why_again(upload.nonce)
    if st.button(f"Masukkan {many} kunjungan", type="primary", key=f"{upload.nonce}:masukkan"):
        bar = st.progress(0.0, text=f"Memasukkan {many} kunjungan …")
        _take(person, upload, rows, because, bar)
    if st.session_state.pop(_CHANGED, False):
        st.warning("Ada baris yang berubah sejak diperiksa, jadi semua baris sudah diperiksa ulang.")


def _take(person: Person, upload: Upload, rows: Sorted, because: str, bar: DeltaGenerator) -> None:
    told = f"Memasukkan {number(len(rows.ready))} kunjungan …"
    work = noting_same(
        upload.nonce,
        lambda session, at: import_visits(
            session,
            person,
            [one.visit for one in rows.ready],
            name=upload.name,
            sha256=upload.sha256,
            left_out=len(rows.bad),
            again_because=because,
            nonce=upload.nonce,
            at=at,
            progress=lambda share: bar.progress(share, text=told),
        ),
    )
    done = attempt(work)
    bar.empty()
    if isinstance(done, Sent):
        st.session_state[TAKEN] = done.result
    elif done.problems:
        # Somebody recorded one of them, or ended a binaan, since the rows were looked through.
        st.session_state.pop(SORTED, None)
        st.session_state[_CHANGED] = True
    else:
        ask_if_same(upload.nonce)
        say_refusal(done)
        return
    st.rerun()
