"""The red list: an entry with what can be done about it, a proposal, and the whole register (IX.3)."""

from datetime import datetime
from typing import Any

import streamlit as st

from db.sampang.servicing.outlooks import Collection
from db.sampang.servicing.red_list import (
    approve_listing,
    lift_listing,
    propose_listing,
    return_listing,
    withdraw_listing,
)
from db.sampang.servicing.red_listed import ListedBorrower, red_list
from domain.closings import ClosingReason
from domain.programme import may
from domain.roles import Person
from domain.sampang.programme import SAMPANG
from domain.sampang.roles import SampangPermission
from domain.sampang.servicing.collecting import Lifting, ListingAsked
from domain.sampang.servicing.reasons import Stance, Step
from pages.parts.saved_notice import say_saved
from pages.parts.sending import send
from pages.parts.store import database
from pages.parts.text import plain
from pages.sampang.collection.deed_form import deed_form
from pages.sampang.screens import LOANS


def show_red_list_of(person: Person, found: Collection) -> None:
    """Show the entries of one loan, and the form for a new one where both conditions hold."""
    with database().read() as session:
        entries = red_list(session, person, loan_ids=(found.loan_id,))
    for one in entries:
        with st.container(border=True):
            _entry(person, one)
    step = found.outlook.of(Step.RED_LIST)
    is_ready = step is not None and step.stance is Stance.READY
    if is_ready and may(person, SampangPermission.PROPOSE_RED_LIST, SAMPANG):
        with st.expander("Usulkan ke daftar merah (IX.3)"):
            _propose(person, found.loan_id)


def show_red_list(person: Person) -> None:
    """Show the whole register, the newest first; each entry leads to its loan."""
    with database().read() as session:
        entries = red_list(session, person)
    if not entries:
        st.info("Daftar merah masih kosong.")
    for one in entries:
        with st.container(border=True):
            st.page_link(
                LOANS,
                label=f"**{plain(one.name)}** · {plain(one.number)}",
                query_params={"no": str(one.application_id)},
            )
            _entry(person, one)


def _entry(person: Person, one: ListedBorrower) -> None:
    st.markdown(f"**Daftar merah** · {plain(one.state)}")
    for told in one.conditions:
        st.caption(plain(told))
    st.caption(plain(f"Diusulkan {one.proposed_by}: {one.reason}"))
    if one.approved_by:
        st.caption(plain(f"Disetujui {one.approved_by}"))
    if one.lifted_on:
        st.caption(plain(f"Dicabut {one.lifted_by}: {one.lifted_reason}"))
    if one.waits:
        _decide(person, one)
    if one.stands and may(person, SampangPermission.KEEP_RED_LIST, SAMPANG):
        with st.expander("Cabut dari daftar merah"):
            _lift(person, one)


def _decide(person: Person, one: ListedBorrower) -> None:
    is_own = one.proposed_by_id == person.id
    keeps = may(person, SampangPermission.KEEP_RED_LIST, SAMPANG) and not is_own
    if keeps and st.button("Setujui", key=f"daftar-merah-setuju-{one.id}"):
        done = send(lambda session, at: approve_listing(session, person, one.id, at=at))
        if done is not None:
            say_saved("Tercatat di daftar merah.")
            st.rerun()
    if not (is_own or keeps):
        return
    closing = withdraw_listing if is_own else return_listing

    def verb(session: Any, why: ClosingReason, _nonce: str, _because: str, at: datetime) -> None:
        closing(session, person, one.id, why, at=at)

    label = "Tarik usul" if is_own else "Kembalikan usul"
    with st.expander(label):
        deed_form(
            person, one.id, "tutup-usul", ClosingReason, verb, button=label, said="Usul daftar merah ditutup."
        )


def _propose(person: Person, loan_id: int) -> None:
    def verb(session: Any, asked: ListingAsked, nonce: str, _because: str, at: datetime) -> int:
        return propose_listing(session, person, loan_id, asked, nonce=nonce, at=at)

    st.caption("Disetujui orang lain. Yang tercatat dicoret dari daftar pinjaman selanjutnya.")
    deed_form(
        person,
        loan_id,
        "usul-daftar-merah",
        ListingAsked,
        verb,
        button="Usulkan",
        said="Usul daftar merah dikirim; menunggu persetujuan orang lain.",
    )


def _lift(person: Person, one: ListedBorrower) -> None:
    def verb(session: Any, lifting: Lifting, nonce: str, _because: str, at: datetime) -> None:
        lift_listing(session, person, one.id, lifting, nonce=nonce, at=at)

    deed_form(
        person,
        one.id,
        "cabut-daftar-merah",
        Lifting,
        verb,
        button="Cabut",
        said="Dicabut dari daftar merah; catatannya tetap ada.",
    )
