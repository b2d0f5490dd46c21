"""Drafts that were kept: opened by a link or from the list, kept under a name, taken off the list."""

import streamlit as st

from db.office.policy_drafts import KeptDraft, end_draft, keep_draft, kept_draft, kept_drafts
from db.refusals import NotFound
from domain.dates import indonesian_date
from domain.programme import Programme
from domain.roles import Person
from pages.office.policy.draft_slots import Slots, put
from pages.parts.places import PROGRAM
from pages.parts.saved_notice import say_saved
from pages.parts.sending import Sent, forget, nonce_of, send
from pages.parts.store import database
from pages.parts.text import number_in_address, plain

IN_ADDRESS = "rancangan"
_OPENED = "simulasi:dari-tautan"


def open_from_address(person: Person, programme: Programme, slots: Slots) -> None:
    """Put the draft that the address names into the open place, once for each address."""
    wanted = number_in_address(st.query_params.get(IN_ADDRESS, ""))
    if wanted is None or st.session_state.get(_OPENED) == (programme.key, wanted):
        return
    try:
        with database().read() as session:
            found = kept_draft(session, person, programme, wanted)
    except NotFound:
        st.warning(f"Rancangan nomor {wanted} tidak ada pada {plain(programme.name)}. Pilih dari daftar.")
        return
    st.session_state[_OPENED] = programme.key, wanted
    put(slots, found.draft, found.id)


def show_keeping(person: Person, programme: Programme, slots: Slots) -> None:
    """The button that keeps the open draft, and the list of those that were kept."""
    slot, form = slots.current, f"simulasi-{programme.key}"
    if slot.stored is not None:
        link = f"?{PROGRAM}={programme.key}&{IN_ADDRESS}={slot.stored}"
        st.caption(f"Tersimpan sebagai rancangan nomor {slot.stored}; tautan layar ini membukanya ({link}).")
    elif not slot.draft.changes_nothing and st.button(
        "Simpan dan bagikan", icon=":material/bookmark_add:", key=f"{form}:simpan"
    ):
        _keep(person, programme, slots, form)
    with database().read() as session:
        known = kept_drafts(session, person, programme)
    if known:
        with st.expander(f"Rancangan tersimpan ({len(known)})"):
            for one in known:
                _line(person, programme, slots, one)


def _keep(person: Person, programme: Programme, slots: Slots, form: str) -> None:
    draft, nonce = slots.current.draft, f"{nonce_of(form)}:{slots.current.edition}"
    done = send(lambda session, at: keep_draft(session, person, programme, draft, nonce=nonce, at=at))
    if not isinstance(done, Sent):
        return
    forget(form)
    slots.current.stored = done.result
    st.session_state[_OPENED] = programme.key, done.result
    _into_address(programme, done.result)
    say_saved(f"Rancangan nomor {done.result} tersimpan: {draft.name}. Bagikan alamat layar ini.")
    st.rerun()


def _line(person: Person, programme: Programme, slots: Slots, one: KeptDraft) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        told = f"{one.id}. {one.draft.name} · {one.by}, {indonesian_date(one.at.date())}"
        st.markdown(plain(told))
        st.button(
            "Buka",
            key=f"simulasi:tersimpan:{one.id}",
            on_click=_open,
            args=(programme, slots, one),
        )
        if st.button("Keluarkan dari daftar", key=f"simulasi:keluar:{one.id}", type="tertiary"):
            _end(person, programme, one)


def _open(programme: Programme, slots: Slots, one: KeptDraft) -> None:
    put(slots, one.draft, one.id)
    st.session_state[_OPENED] = programme.key, one.id
    _into_address(programme, one.id)


def _into_address(programme: Programme, draft_id: int) -> None:
    """The draft with its programme, which whoever opens the link may not have first."""
    st.query_params.update({PROGRAM: programme.key, IN_ADDRESS: str(draft_id)})


def _end(person: Person, programme: Programme, one: KeptDraft) -> None:
    if send(lambda session, at: end_draft(session, person, programme, one.id, at=at)) is not None:
        say_saved(f"Rancangan nomor {one.id} dikeluarkan dari daftar; tautannya tetap membukanya.")
        st.rerun()
