"""The demo data put back for the next guest, with one press and a question before it."""

import streamlit as st

from db.refusals import Refused
from pages.parts.store import is_demo_database, start_over
from pages.parts.text import plain

_DONE = "mulai-lagi-selesai"


def offer_start_over() -> None:
    """Offer to put the demo data back; shown only over demo data."""
    if not is_demo_database():
        return
    with st.popover("Mulai lagi untuk tamu berikut", icon=":material/restart_alt:", width="stretch"):
        st.markdown("Semua yang diubah selama percobaan hilang, dan data contoh kembali seperti semula.")
        st.button("Ya, kembalikan data contoh", type="primary", key="mulai-lagi", on_click=_start_over)
    if told := st.session_state.pop(_DONE, None):
        st.success(plain(told))


def _start_over() -> None:
    try:
        start_over()
    except Refused as refusal:
        st.session_state[_DONE] = refusal.sentence
        return
    st.session_state.clear()
    st.session_state[_DONE] = "Data contoh sudah kembali seperti semula."
