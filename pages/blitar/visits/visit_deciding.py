"""The Fasilitator's decision on one visit, and the way to the next one that waits."""

import streamlit as st

from db.blitar.visiting.opened_visit import OpenedVisit, Waiting
from db.blitar.visiting.second_eye import OWN_VISIT
from domain.blitar.visiting.visit import COUNTED, VerifyingNote, VisitState
from domain.dates import indonesian_date
from domain.declared import label_in
from domain.money import number
from domain.roles import Person
from pages.blitar.visits.verifying import go_to, send_back, verify
from pages.blitar.visits.visit_as_read import show_oddities

_TO_MEND = label_in(VerifyingNote)


def show_deciding(person: Person, found: OpenedVisit, around: Waiting) -> None:
    """Show what is odd, the buttons, and the waiting ones before and after."""
    show_oddities(found)
    then = around.after or around.before
    if found.state is VisitState.SENT and found.is_own:
        st.info(f"Kunjungan ini {OWN_VISIT}.")
    elif found.state is VisitState.SENT:
        st.button(
            "Verifikasi" + (" dan buka berikutnya" if then else ""),
            type="primary",
            icon=":material/done:",
            key=f"kunjungan-ya-{found.id}",
            on_click=verify,
            args=(person, [(found.id, found.version)], then, _named(found)),
        )
    if found.state in COUNTED:
        key = f"kunjungan-kembali-blok-{found.id}"
        with st.expander("Kembalikan dengan catatan", icon=":material/undo:", key=key):
            _ask_note(person, found, then)
    show_walk(around)


def _named(found: OpenedVisit) -> str:
    return f"Kunjungan ke {found.client_name}, {indonesian_date(found.visit.on)},"


def show_walk(around: Waiting) -> None:
    """Show the way to the waiting visits before and after."""
    if not around.total:
        st.caption("Tidak ada kunjungan lain yang menunggu verifikasi Anda.")
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        for label, target in (("‹ Sebelumnya", around.before), ("Berikutnya ›", around.after)):
            st.button(
                label,
                key=f"kunjungan-{label}",
                disabled=target is None,
                on_click=go_to,
                args=(target,),
            )
        st.caption(f"{number(around.total)} menunggu verifikasi Anda pada saringan ini", width="content")


def _ask_note(person: Person, found: OpenedVisit, then: int | None) -> None:
    field = f"kunjungan-kembali-{found.id}"
    if found.state is VisitState.VERIFIED:
        st.caption("Nilai indikator dari kunjungan ini tidak lagi dihitung sampai diverifikasi kembali.")
    st.text_area(_TO_MEND, key=field, placeholder="mis. lampirkan foto NIB")
    st.button(
        "Kembalikan",
        key=f"kunjungan-tidak-{found.id}",
        icon=":material/undo:",
        on_click=send_back,
        args=(person, found.id, found.version, field, then if found.state is VisitState.SENT else None),
    )
