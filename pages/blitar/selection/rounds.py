"""The list of selection rounds, the newest first."""

import streamlit as st

from db.blitar.selection.rounds import StoredRound, rounds
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.selecting.rounds import RoundStage
from domain.dates import indonesian_date
from domain.programme import may
from domain.roles import Person
from pages.blitar.selection.round_places import NEW, go
from pages.parts.store import database, today
from pages.parts.text import plain


def show_rounds(person: Person) -> None:
    """Show every round with its stage, period, quota and registrations."""
    st.title("Seleksi")
    st.caption(
        "Seleksi Pendamping bersifat terbuka dan dijalankan Fasilitator sebagai Tim Seleksi "
        "(Pasal 6 ayat (1), Pasal 8)."
    )
    with database().read() as session:
        found = rounds(session, person)
    if may(person, BlitarPermission.RUN_SELECTION, BLITAR):
        st.button(
            "Buka seleksi baru",
            type="primary",
            icon=":material/add:",
            on_click=go,
            kwargs={"filling": NEW},
        )
    if not found:
        st.info("Belum ada seleksi. Seleksi pertama dibuka oleh Fasilitator dengan pengumuman.")
    for stored in found:
        _card(stored)


def _card(stored: StoredRound) -> None:
    wanted = stored.round
    stage = wanted.stage_on(today(), decided=stored.is_decided)
    begins = "" if stage is RoundStage.OPEN else "Pendaftaran "
    with st.container(border=True, gap="xsmall"):
        st.markdown(f"**{plain(wanted.title)}** :blue-badge[{stage.label}]")
        st.caption(
            f"{begins}{indonesian_date(wanted.opens_on)} sampai {indonesian_date(wanted.closes_on)} · "
            f"kuota {wanted.quota} · {stored.candidates} pendaftar"
        )
        if stored.decided_on is not None:
            told = f"Berita acara {stored.minutes_number}, {indonesian_date(stored.decided_on)}"
            st.caption(plain(told))
        st.button(
            "Buka",
            key=f"round-{stored.id}",
            icon=":material/arrow_forward:",
            on_click=go,
            kwargs={"round_id": stored.id},
        )
