"""One visit recorded, on a telephone too."""

from collections.abc import Sequence

import streamlit as st

from db.blitar.visiting.choices import carer_of, mentors_to_choose
from db.refusals import NotFound
from domain.blitar.programme import BLITAR
from domain.blitar.roles import BlitarPermission
from domain.blitar.staffing.assignments import Service
from domain.dates import indonesian_date
from domain.programme import NotAllowed, may
from domain.roles import Person
from pages.blitar.screen_tabs import VIEW, VisitsTab
from pages.blitar.screens import VISITS
from pages.blitar.visits.visit_form import show_form
from pages.blitar.visits.visit_sending import SAVED, JustSaved
from pages.parts.store import database, today
from pages.parts.text import number_in_address, plain

_CLIENT = "binaan"
_MENTOR = "kunjungan-catat-pendamping"


def is_for_one_binaan() -> bool:
    """Whether the address asks for the form of a visit to one binaan, with nothing above it."""
    named = number_in_address(st.query_params.get(_CLIENT, "")) is not None
    return named and st.query_params.get(VIEW) == VisitsTab.RECORD.value


def show_recording(person: Person) -> None:
    """Show the form of a visit; after saving, what was saved and what may come next."""
    saved = st.session_state.get(SAVED)
    if isinstance(saved, JustSaved):
        _show_saved(saved)
        return
    wanted = number_in_address(st.query_params.get(_CLIENT, ""))
    with database().read() as session:
        mentors = mentors_to_choose(session, person)
    mentor = _mentor(person, mentors, wanted)
    if mentor is None:
        return
    if not mentor.is_on(today()):
        st.caption(
            f"ℹ {plain(mentor.name)} bertugas {indonesian_date(mentor.appointed_on)} sampai "
            f"{indonesian_date(mentor.last_day)}; hanya kunjungan di antaranya yang dapat dicatat."
        )
    show_form(person, mentor, client_id=wanted)


def _show_saved(saved: JustSaved) -> None:
    told = saved.told
    correcting = f"  \n{plain(told.correcting)}" if told.correcting else ""
    st.success(f"✔ {plain(told.sentence)}{correcting}")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button("Catat kunjungan lain", type="primary", icon=":material/add:", on_click=_another)
        st.page_link(
            VISITS,
            label="Lihat",
            icon=":material/visibility:",
            query_params={"kunjungan": str(saved.visit_id)},
        )


def _another() -> None:
    st.session_state.pop(SAVED, None)
    st.query_params.pop(_CLIENT, None)


def _mentor(person: Person, mentors: Sequence[Service], client_id: int | None) -> Service | None:
    serving = [one for one in mentors if one.is_on(today())]
    if not may(person, BlitarPermission.VERIFY_VISITS, BLITAR):
        if not mentors:
            st.info(
                "Akun Anda belum terhubung dengan Pendamping yang ditetapkan. Minta Kepala Dinas "
                "menghubungkannya di Penetapan, lalu kunjungan dapat dicatat di sini."
            )
            return None
        return (serving or sorted(mentors, key=lambda one: one.last_day))[-1]
    by_id = {one.mentor_id: one for one in (*serving, *(one for one in mentors if one not in serving))}
    if _MENTOR not in st.session_state:
        carer = _carer(person, client_id)
        st.session_state[_MENTOR] = carer if carer in by_id else None
    chosen = st.selectbox(
        "Pendamping yang berkunjung",
        list(by_id),
        index=None,
        format_func=lambda number: _named(by_id[number]),
        placeholder="Pilih Pendamping …",
        key=_MENTOR,
    )
    if chosen is None:
        st.caption("Fasilitator dapat mencatat untuk Pendamping mana pun, misalnya dari formulir kertas.")
        return None
    return by_id[chosen]


def _carer(person: Person, client_id: int | None) -> int | None:
    if client_id is None:
        return None
    try:
        with database().read() as session:
            return carer_of(session, person, client_id)
    except (NotFound, NotAllowed):
        return None


def _named(one: Service) -> str:
    return one.name if one.is_on(today()) else f"{one.name} (sampai {indonesian_date(one.last_day)})"
