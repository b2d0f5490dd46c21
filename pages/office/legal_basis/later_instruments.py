"""Later instruments: what waits for the head, one's own drafts, what is in force, and what was closed."""

from dataclasses import replace

import streamlit as st

from db.office.later_instruments import (
    StoredInstrument,
    approve_instrument,
    later_instruments,
    propose_instrument,
    return_instrument,
    withdraw_instrument,
)
from domain.dates import indonesian_date
from domain.programme import Programme, may
from domain.regulation.law_in_force import LawInForce
from domain.roles import OfficePermission, Person
from pages.office.legal_basis.instrument_form import edit_draft, new_draft
from pages.office.legal_basis.instrument_words import show_instrument
from pages.office.legal_basis.law_impact import Proposed, again_in_words, impact_of, show_impact
from pages.parts.giving_back import asking_to_return, asking_to_withdraw, closed_in_words, give_back
from pages.parts.saved_notice import say_saved
from pages.parts.saving import save
from pages.parts.sending import send
from pages.parts.store import database
from pages.parts.text import plain
from pages.parts.wings import wing_of


def show_instruments(person: Person, programme: Programme, law: LawInForce) -> None:
    """Show every later instrument of a programme by its state, and the form for whoever proposes."""
    if not programme.versions():
        return
    with database().read() as session:
        known = later_instruments(session, person, programme)
    standing = [one for one in known if one.closed is None and one.approved_at is None]
    waiting = sum(one.sent_at is not None for one in standing)
    st.subheader(f"Peraturan perubahan ({waiting} menunggu persetujuan)", anchor=False)
    st.caption(
        "Peraturan yang lebih baru dan mengubah angka atau mengakhiri ketentuan. Baru menjadi hukum, sejak "
        "hari berlakunya, setelah disetujui orang lain; rancangan tidak mengubah apa pun."
    )
    for one in standing:
        with st.container(border=True, gap="xsmall"):
            show_instrument(one, law.regulation)
            if one.sent_at is None:
                _draft(person, programme, one, law)
            else:
                _waiting(person, programme, one, law)
    if may(person, OfficePermission.PROPOSE_SETTINGS, programme):
        with st.expander("Susun rancangan baru"):
            new_draft(person, programme)
    _settled(known, law)


def _draft(person: Person, programme: Programme, one: StoredInstrument, law: LawInForce) -> None:
    if one.entered_by_id != person.id:
        st.caption(f"Masih rancangan {plain(one.entered_by)}; belum diajukan.")
        return
    with st.expander("Ubah rancangan ini", expanded=not (one.later.told.values or one.later.told.ends)):
        edit_draft(person, programme, one, law)
    with st.container(horizontal=True, gap="small"):
        if st.button("Ajukan rancangan", key=f"instrument:{one.id}:send", type="primary"):
            said = f"Diajukan: {one.later.name}. Berlaku setelah disetujui orang lain."
            save(f"instrument:{one.id}:sent", propose_instrument, person, programme, one.id, said=said)
        _withdrawing(person, programme, one)


def _waiting(person: Person, programme: Programme, one: StoredInstrument, law: LawInForce) -> None:
    approves = may(person, OfficePermission.APPROVE_SETTINGS, programme)
    if not approves:
        st.caption("Sudah diajukan; menunggu persetujuan orang lain.")
    then = replace(law.practice, instruments=(*law.practice.instruments, one.later))
    proposed = Proposed(programme, law, then, one.later.told.in_force_since)
    shown = st.container(gap="xsmall")
    with st.container(horizontal=True, gap="small"):
        impact = impact_of(person, proposed, f"instrument:{one.id}") if approves else None
        if impact is not None:
            with shown:
                show_impact(proposed, impact)
            if st.button("Setujui", key=f"approve:instrument:{one.id}", type="primary"):
                _approve(person, programme, one)
        if one.entered_by_id == person.id:
            _withdrawing(person, programme, one)
        elif approves:
            asking = asking_to_return(one.later.name, one.entered_by)
            said = f"Dikembalikan kepada {one.entered_by}: {one.later.name}."
            form = f"return:instrument:{one.id}"
            give_back(form, asking, return_instrument, person, programme, one.id, said=said)


def _withdrawing(person: Person, programme: Programme, one: StoredInstrument) -> None:
    asking = asking_to_withdraw(one.later.name, "mis. salah angka")
    said = f"Ditarik: {one.later.name}. Alasannya tetap terbaca dalam riwayat."
    give_back(
        f"withdraw:instrument:{one.id}", asking, withdraw_instrument, person, programme, one.id, said=said
    )


def _approve(person: Person, programme: Programme, one: StoredInstrument) -> None:
    done = send(lambda session, at: approve_instrument(session, person, programme, one.id, at=at))
    if done is None:
        return
    again = wing_of(programme).up_to_date(person)
    told = again_in_words(again)
    since = indonesian_date(one.later.told.in_force_since)
    say_saved(f"Disetujui: {one.later.name}. Menjadi hukum sejak {since}.{told}")
    st.rerun()


def _settled(known: tuple[StoredInstrument, ...], law: LawInForce) -> None:
    """Fold away what is law by now, and what was returned or withdrawn."""
    approved = [one for one in known if one.approved_at is not None]
    if approved:
        with st.expander(f"Sudah disetujui ({len(approved)})", expanded=True):
            for one in approved:
                show_instrument(one, law.regulation)
                st.caption(f"Disetujui {plain(one.later.approved_by)}.")
    closed = [one for one in known if one.closed is not None]
    if closed:
        with st.expander(f"Rancangan yang dikembalikan atau ditarik ({len(closed)})"):
            for one in closed:
                show_instrument(one, law.regulation)
                if one.closed is not None:
                    st.caption(closed_in_words(one.closed))
