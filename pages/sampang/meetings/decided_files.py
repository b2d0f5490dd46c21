"""What a meeting has decided, with its totals, and the button that closes it."""

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from db.sampang.origination.meetings import DecidedFile, StoredMeeting, close_meeting
from domain.money import rupiah
from domain.roles import Person
from domain.sampang.origination.queue import promised_in
from domain.sampang.origination.records import Decision, DecisionKind
from pages.parts.sending import send
from pages.parts.text import plain, shortened
from pages.sampang.meetings.correcting import SIGNS, ask_correction, show_taken_back, terms_of
from pages.sampang.meetings.meeting_choice import open_meeting
from pages.sampang.meetings.queue_rows import unchoose_all
from pages.sampang.meetings.saying import say
from pages.sampang.screens import LOANS


def show_decided(person: Person, stored: StoredMeeting, decided: Sequence[DecidedFile]) -> None:
    """Show each decision in the order of deciding, under the totals; while the meeting is open, to correct.

    What the meeting decided first and took back stands below.
    """
    st.subheader("Keputusan rapat ini", anchor=False)
    if decided:
        _totals(decided)
    else:
        st.caption("Belum ada keputusan yang dicatat.")
    for one in decided:
        _line(person, stored, one)
    show_taken_back(person, stored.id)


def _totals(decided: Sequence[DecidedFile]) -> None:
    counted = Counter(one.decision.kind for one in decided)
    totals = [f"{counted[kind]} {kind.label.lower()}" for kind in DecisionKind if counted[kind]]
    promised = promised_in(one.decision for one in decided)
    st.markdown(f"**{' · '.join(totals)}** · jumlah ditetapkan **{plain(rupiah(promised))}**")


def _line(person: Person, stored: StoredMeeting, one: DecidedFile) -> None:
    told = one.decision
    with st.container(border=True, gap="xsmall"):
        with st.container(horizontal=True, gap="small", vertical_alignment="center"):
            st.markdown(f"{SIGNS[told.kind]} **{told.kind.label}** {plain(terms_of(told))}", width="content")
            st.page_link(
                LOANS,
                label=f":primary[{plain(one.number)} · {plain(shortened(one.name, 60))}]",
                query_params={"no": str(one.application_id)},
            )
        st.caption(plain(_why(told)))
        if not stored.is_closed:
            ask_correction(person, stored, one)


def _why(told: Decision) -> str:
    found = [shortened(told.reason, 300)]
    if told.reading_reason:
        found.append(f"Tafsir: {shortened(told.reading_reason, 300)}")
    if told.disagreeing:
        found.append(f"Tidak setuju: {', '.join(element.label for element in told.disagreeing)}.")
    return " ".join(found)


def show_closing(person: Person, stored: StoredMeeting, decisions: int, waiting: int) -> None:
    """Show the button that closes the meeting, once it is confirmed; its papers are made afterwards."""
    with st.popover("Tutup rapat", icon=":material/lock:"):
        if not decisions:
            st.warning("Rapat ini belum mencatat keputusan apa pun.")
        if waiting:
            st.caption(f"{waiting} berkas yang dicentang belum diputus; tetap menunggu rapat berikutnya.")
        st.markdown(
            "Sesudah rapat ditutup, keputusan dan daftar hadirnya tetap dan tidak dapat dibetulkan lagi; "
            "suratnya dapat dibuat dan perjanjiannya dapat dicatat."
        )
        pressed = st.button("Ya, tutup rapat ini", type="primary", key=f"tutup:{stored.id}")
    if not pressed:
        return
    if send(lambda session, at: close_meeting(session, person, stored.id, at=at)) is None:
        return
    unchoose_all(stored.id)
    say(stored.id, "Rapat ditutup. Suratnya dapat dibuat di bawah.")
    open_meeting(stored.id)
    st.rerun()
