"""The demo data put back for the next guest, with one press and a question before it."""

import streamlit as st

from db.refusals import Refused
from domain.programme import NotAllowed, may
from domain.roles import OfficePermission, Person
from pages.parts.installation import served
from pages.parts.store import is_demo_database, start_over
from pages.parts.text import plain

_DONE = "mulai-lagi-selesai"


def offer_start_over(person: Person | None) -> None:
    """Offer to put the demo data back, over demo data alone.

    To an administrator, and to whoever stands at the front door without a role: the host of the demo.
    """
    if not is_demo_database() or not (person is None or _may_start_over(person)):
        return
    with st.popover("Mulai lagi untuk tamu berikut", icon=":material/restart_alt:", width="stretch"):
        st.markdown(
            "Data contoh kembali seperti semula untuk **semua orang** yang sedang mencoba, bukan hanya untuk "
            "Anda. Semua yang mereka ubah selama percobaan hilang."
        )
        st.button(
            "Ya, kembalikan data contoh",
            type="primary",
            key="mulai-lagi",
            on_click=_start_over,
            args=(person,),
        )
    if told := st.session_state.pop(_DONE, None):
        st.success(plain(told))


def _may_start_over(person: Person) -> bool:
    return any(may(person, OfficePermission.START_DEMO_OVER, programme) for programme in served())


def _start_over(person: Person | None) -> None:
    try:
        start_over(person)
    except (Refused, NotAllowed) as refusal:
        st.session_state[_DONE] = refusal.sentence
        return
    st.session_state.clear()
    st.session_state[_DONE] = "Data contoh sudah kembali seperti semula."
